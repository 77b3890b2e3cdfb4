package org.tonari.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.tonari.remote.Hub;
import org.tonari.remote.RemoteException;
import org.tonari.remote.Token;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which hub is asked, and as whom: the environment first, then a file that only its owner may read.
///
/// `HF_ENDPOINT` and `HF_TOKEN` are the names that other programs use too.
final class HubSettingsFile {
    private final Path file;
    private final Map<String, String> environment;

    /// @param folder      of the person's settings
    /// @param environment of the process
    HubSettingsFile(Path folder, Map<String, String> environment) {
        this.file = folder.resolve("hub.json");
        this.environment = environment;
    }

    /// @return the settings that hold; those of Hugging Face where nothing sensible is set
    Hub.Settings read() {
        JsonNode kept = kept();
        String endpoint = set("HF_ENDPOINT", kept, "endpoint");
        String token = set("HF_TOKEN", kept, "token");
        Optional<Token> who = token(token);
        try {
            return endpoint.isEmpty()
                    ? new Hub.Settings(Hub.Settings.USUAL.endpoint(), who)
                    : Hub.Settings.at(endpoint, who);
        } catch (RemoteException _) {
            // A token meant for an unreadable address goes to nobody.
            return Hub.Settings.USUAL;
        }
    }

    /// Keeps an endpoint and a token; empty ones are forgotten.
    ///
    /// @throws IOException where the file cannot be written
    void write(String endpoint, String token) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var json = JsonMapper.shared().createObjectNode();
        json.put("endpoint", endpoint.strip());
        json.put("token", token.strip());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "hub", ".tmp");
        if (written.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(written, JsonMapper.shared().writeValueAsString(json));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private String set(String variable, JsonNode kept, String field) {
        String value = environment.getOrDefault(variable, "").strip();
        return value.isEmpty() ? kept.path(field).asString("").strip() : value;
    }

    private static Optional<Token> token(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Token(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private JsonNode kept() {
        try {
            return Files.isRegularFile(file)
                    ? JsonMapper.shared().readTree(KeptText.of(file))
                    : JsonMapper.shared().createObjectNode();
        } catch (IOException | JacksonException _) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
