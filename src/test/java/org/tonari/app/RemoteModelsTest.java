package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonari.remote.TestServer.bytes;
import static org.tonari.remote.TestServer.file;
import static org.tonari.remote.TestServer.status;
import static org.tonari.remote.TestServer.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.profiles.gguf.GgufFiles;
import org.tonari.profiles.gguf.GgufModels;
import org.tonari.profiles.tree.Reading;
import org.tonari.remote.Errands;
import org.tonari.remote.HeaderCache;
import org.tonari.remote.Hub;
import org.tonari.remote.RemoteFiles;
import org.tonari.remote.TestServer;
import org.tonari.remote.Token;

class RemoteModelsTest {
    private static final String CONFIG = """
        {"model_type": "llama", "hidden_size": 64, "num_hidden_layers": 1, "vocab_size": 100,
         "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": 128,
         "max_position_embeddings": 4096, "torch_dtype": "bfloat16"}
        """;
    private static final String TENSORS = """
        {"model.embed_tokens.weight": {"dtype": "BF16", "shape": [100, 64], "data_offsets": [0, 12800]}}
        """;
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final TestServer hub = new TestServer();
    private final TestServer storage = new TestServer();
    private Hub.Settings settings = Hub.Settings.USUAL;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void useTheHub() throws IOException {
        settings = Hub.Settings.at(hub.address("/"), Optional.of(new Token("hf_secret")));
    }

    @AfterEach
    void stop() {
        hub.close();
        storage.close();
    }

    private RemoteModels models() {
        return new RemoteModels(() -> RemoteFiles.standard(new HeaderCache(folder.resolve("cache"))), () -> settings);
    }

    private LanguageModel read(String place) {
        return switch (models().read(place, Errands.silent())) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> model;
            case Reading.Refused<LanguageModel>(var problem) -> throw new AssertionError(problem.sentence());
        };
    }

    private String refused(String place) {
        return switch (models().read(place, Errands.silent())) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> throw new AssertionError("read " + model.id());
            case Reading.Refused<LanguageModel>(var problem) -> problem.sentence();
        };
    }

    private static byte[] safetensors(String header, int weights) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length + weights)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private void list(String revision, String... files) {
        var siblings = new StringBuilder();
        for (String file : files) {
            siblings.append(siblings.isEmpty() ? "" : ",")
                    .append("{\"rfilename\": \"")
                    .append(file)
                    .append("\"}");
        }
        hub.at(
                "/api/models/org/tiny/revision/" + revision,
                text("{\"sha\": \"" + COMMIT + "\", \"siblings\": [" + siblings + "]}"));
    }

    private static String at(String file) {
        return "/org/tiny/resolve/" + COMMIT + "/" + file;
    }

    /// As the hub does with large files: the answer names the content and leads to a storage.
    private void stored(String file, TestServer.Reply content) {
        hub.at(
                at(file),
                status(302, "Location", storage.address("/blob/" + file + "?signature=s"), "X-Linked-Etag", "\"l\""));
        storage.at("/blob/" + file, content);
    }

    @Test
    void aRepositoryIsReadFromItsConfigurationAndTheHeadersOfItsTensors() {
        list("main", "config.json", "model.safetensors", "README.md");
        hub.at(at("config.json"), text(CONFIG));
        stored("model.safetensors", bytes(safetensors(TENSORS, 12_800), "\"x\""));

        LanguageModel model = read("hf:org/tiny");

        assertThat(model.id()).isEqualTo("tiny");
        assertThat(model.details().repository()).isEqualTo("org/tiny");
        assertThat(model.stored()).extracting(StoredTensors::bytes).hasSize(1);
        assertThat(model.source().citation()).contains("/org/tiny/resolve/main/config.json");
    }

    @Test
    void theTokenGoesToTheHubAlone() {
        list("main", "config.json", "model.safetensors");
        hub.at(at("config.json"), text(CONFIG));
        stored("model.safetensors", bytes(safetensors(TENSORS, 12_800), "\"x\""));

        read("hf:org/tiny");

        assertThat(hub.seen()).isNotEmpty().allMatch(seen -> seen.token().equals("Bearer hf_secret"));
        assertThat(storage.seen()).isNotEmpty().allMatch(seen -> seen.token().isEmpty());
    }

    @Test
    void whatTheHubStillCallsTheSameIsNotFetchedAgain() {
        list("main", "config.json", "model.safetensors");
        hub.at(at("config.json"), text(CONFIG));
        stored("model.safetensors", bytes(safetensors(TENSORS, 12_800), "\"x\""));
        read("hf:org/tiny");
        int before = storage.seen().size();

        read("hf:org/tiny");

        assertThat(storage.seen()).hasSize(before);
    }

    @Test
    void anotherRevisionIsAskedForByItsName() {
        list("v2", "config.json");
        hub.at(at("config.json"), text(CONFIG));

        assertThat(read("hf:org/tiny@v2").hiddenSize()).isEqualTo(64);
    }

    @Test
    void aGgufIsReadFromTheHubByItsFormat() {
        Path gguf = GgufFiles.write("gpt-oss-mini", folder);
        list("main", "tiny-Q4_K_M.gguf", "tiny-Q8_0.gguf", "mmproj-tiny.gguf");
        stored("tiny-Q8_0.gguf", file(gguf, "\"g\""));

        LanguageModel local = local(gguf);
        assertThat(read("hf:org/tiny:q8_0").stored()).isEqualTo(local.stored());
        assertThat(read("hf:org/tiny/tiny-Q8_0.gguf").groups()).isEqualTo(local.groups());
        assertThat(refused("hf:org/tiny"))
                .contains("2 models")
                .contains("tiny-Q4_K_M.gguf")
                .doesNotContain("mmproj");
    }

    private static LanguageModel local(Path gguf) {
        return GgufModels.read(gguf).optional().orElseThrow();
    }

    @Test
    void aFileByAddressIsReadWithAllItsParts() {
        Path gguf = GgufFiles.write("llama-3.2-1b-like-q4-0", folder);
        storage.at("/m/tiny-00001-of-00001.gguf", file(gguf, "\"g\""));

        LanguageModel model = read(storage.address("/m/tiny-00001-of-00001.gguf?signature=secret"));

        assertThat(model.stored()).isEqualTo(local(gguf).stored());
        assertThat(refused(storage.address("/m/none.gguf?signature=secret")))
                .contains("none.gguf")
                .doesNotContain("secret");
        assertThat(refused(storage.address("/m/tiny-00001-of-00002.gguf"))).contains("tiny-00001-of-00002.gguf");
    }

    @Test
    void everyRefusalOfTheHubIsSaidInOneSentence() {
        hub.at("/api/models/org/tiny/revision/main", status(401, "X-Error-Code", "RepoNotFound"));
        assertThat(refused("hf:org/tiny")).contains("private or does not exist").doesNotContain("secret");
        hub.at("/api/models/org/tiny/revision/main", status(403, "X-Error-Code", "GatedRepo"));
        assertThat(refused("hf:org/tiny")).contains("agreed");
        hub.at("/api/models/org/tiny/revision/main", status(404, "X-Error-Code", "RevisionNotFound"));
        assertThat(refused("hf:org/tiny")).contains("no such revision");
        hub.at("/api/models/org/tiny/revision/main", status(429, "Retry-After", "77"));
        assertThat(refused("hf:org/tiny")).contains("wait 77 s");
        hub.at("/api/models/org/tiny/revision/main", text("<html>"));
        assertThat(refused("hf:org/tiny")).contains("no JSON");
        list("main", "README.md");
        assertThat(refused("hf:org/tiny")).contains("no config.json and no GGUF");
        hub.close();
        assertThat(refused("hf:org/tiny")).contains("cannot be reached");
    }

    @Test
    void settingsComeFromTheEnvironmentBeforeTheFile() throws IOException {
        var file = new HubSettingsFile(folder, Map.of("HF_TOKEN", "from-environment"));
        file.write("https://mirror.example", "from-file");

        assertThat(file.read().endpoint()).hasToString("https://mirror.example");
        assertThat(file.read().token()).contains(new Token("from-environment"));
        assertThat(new HubSettingsFile(folder, Map.of()).read().token()).contains(new Token("from-file"));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("hub.json"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aTokenGoesToNobodyWhereItsHubCannotBeRead() throws IOException {
        var file = new HubSettingsFile(folder, Map.of("HF_ENDPOINT", "file:///etc", "HF_TOKEN", "t"));

        assertThat(file.read()).isEqualTo(Hub.Settings.USUAL);
    }
}
