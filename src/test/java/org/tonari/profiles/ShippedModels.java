package org.tonari.profiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.profiles.readers.ModelReader;
import org.tonari.profiles.readers.WeightFormatReader;
import org.tonari.profiles.tree.ProfileNode;
import tools.jackson.databind.json.JsonMapper;

/// The profiles of this repository, for tests.
public final class ShippedModels {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path PROJECT = Path.of(System.getProperty("project.directory", "."));

    private ShippedModels() {}

    /// @return every shipped model, by id
    public static List<LanguageModel> all() {
        return models(PROJECT.resolve("profiles/models"));
    }

    /// @return a shipped model
    public static LanguageModel model(String id) {
        return ModelReader.read(node(PROJECT.resolve("profiles/models").resolve(id + ".json")));
    }

    /// @return the shapes llama.cpp was asked to allocate
    public static List<LanguageModel> dryAllocations() {
        return models(PROJECT.resolve("src/test/resources/dry-allocations/models"));
    }

    /// @return one of the shapes llama.cpp was asked to allocate
    public static LanguageModel dryAllocation(String id) {
        return ModelReader.read(node(
                PROJECT.resolve("src/test/resources/dry-allocations/models").resolve(id + ".json")));
    }

    /// @return a shipped weight format
    public static WeightFormat weights(String id) {
        return WeightFormatReader.read(node(PROJECT.resolve("profiles/weights").resolve(id + ".json")));
    }

    /// @return every shipped weight format, by id
    public static List<WeightFormat> weights() {
        return files(PROJECT.resolve("profiles/weights")).stream()
                .map(file -> WeightFormatReader.read(node(file)))
                .toList();
    }

    private static List<LanguageModel> models(Path folder) {
        return files(folder).stream().map(file -> ModelReader.read(node(file))).toList();
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Path folder(String name) {
        return PROJECT.resolve("profiles").resolve(name);
    }

    static ProfileNode node(Path file) {
        try {
            return node(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ProfileNode node(String name, String json) {
        return new ProfileNode(name, "", MAPPER.readTree(json));
    }
}
