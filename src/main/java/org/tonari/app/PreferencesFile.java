package org.tonari.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.tonari.app.Preferences.WindowState;
import org.tonari.export.FileTarget;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;
import org.tonari.viewmodel.window.AppearanceViewModel.Prices;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Preferences as a file of JSON: whatever is missing or cannot be understood takes its initial value.
final class PreferencesFile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final double SMALLEST = 320;
    private static final double LARGEST = 16_384;

    private final Path file;

    PreferencesFile(Path folder) {
        this.file = folder.resolve("preferences.json");
    }

    /// @return whether a session was kept before this one
    boolean exists() {
        return Files.exists(file);
    }

    Preferences read() {
        Preferences initial = Preferences.initial();
        try {
            return Files.exists(file) ? read(JSON.readTree(KeptText.of(file)), initial) : initial;
        } catch (IOException | JacksonException _) {
            return initial;
        }
    }

    private static Preferences read(JsonNode json, Preferences initial) {
        return new Preferences(
                Language.ofTag(json.path("language").asString("")).orElse(initial.language()),
                named(Theme.values(), json.path("theme"), initial.theme()),
                named(ByteUnit.values(), json.path("memory_unit"), initial.byteUnit()),
                number(json.path("zoom"), 0.8, 2, initial.zoom()),
                json.path("font").asString(initial.font()),
                json.path("runtime").asString(initial.runtime()),
                named(Prices.values(), json.path("prices"), initial.prices()),
                number(json.path("yen_per_dollar"), 50, 500, initial.yenPerDollar()),
                window(json, initial.window()));
    }

    private static WindowState window(JsonNode json, WindowState initial) {
        return new WindowState(
                number(json.path("width"), SMALLEST, LARGEST, initial.width()),
                number(json.path("height"), SMALLEST, LARGEST, initial.height()),
                number(json.path("x"), -LARGEST, LARGEST, initial.x()),
                number(json.path("y"), -LARGEST, LARGEST, initial.y()),
                json.path("maximized").asBoolean(false));
    }

    private static <E extends Enum<E>> E named(E[] values, JsonNode json, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(json.asString("")))
                .findFirst()
                .orElse(otherwise);
    }

    private static double number(JsonNode json, double least, double most, double otherwise) {
        double value = json.asDouble(otherwise);
        return value >= least && value <= most ? value : otherwise;
    }

    /// Writes the file whole or not at all.
    ///
    /// @throws IOException where its folder cannot be made or the file cannot be written
    void write(Preferences preferences) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ObjectNode json = JSON.createObjectNode();
        json.put("written_by", TonariVersion.current());
        json.put("language", preferences.language().tag());
        json.put("theme", preferences.theme().name().toLowerCase(Locale.ROOT));
        json.put("memory_unit", preferences.byteUnit().symbol());
        json.put("zoom", preferences.zoom());
        json.put("font", preferences.font());
        json.put("runtime", preferences.runtime());
        json.put("prices", preferences.prices().name().toLowerCase(Locale.ROOT));
        json.put("yen_per_dollar", preferences.yenPerDollar());
        WindowState window = preferences.window();
        json.put("width", window.width());
        json.put("height", window.height());
        if (!Double.isNaN(window.x())) {
            json.put("x", window.x());
            json.put("y", window.y());
        }
        json.put("maximized", window.maximized());
        try {
            new FileTarget(file)
                    .writeText(writer ->
                            writer.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json)));
        } catch (FileTarget.Unwritable refused) {
            throw new IOException(refused);
        }
    }
}
