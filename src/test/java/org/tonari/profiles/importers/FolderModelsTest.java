package org.tonari.profiles.importers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.LocalFolder;
import org.tonari.profiles.gguf.GgufFiles;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;

/// Which reader a file goes to, and which files of a repository are models.
class FolderModelsTest {
    private static final String CONFIG = """
        {"model_type": "llama", "hidden_size": 64, "num_hidden_layers": 1, "vocab_size": 100,
         "num_attention_heads": 4, "intermediate_size": 128, "max_position_embeddings": 4096}
        """;

    @TempDir
    private Path folder = Path.of("");

    private final LocalModelFiles files = new LocalModelFiles();

    private Reading<LanguageModel> read(String file) {
        return FolderModels.read(new LocalFolder(folder), file);
    }

    private static ProfileProblem problem(Reading<LanguageModel> reading) {
        return switch (reading) {
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> problem;
            case Reading.Read<LanguageModel>(LanguageModel model) -> throw new AssertionError("read " + model.id());
        };
    }

    private String family(String place) {
        return files.read(place).optional().orElseThrow().family();
    }

    @Test
    void eachFileGoesToTheReaderOfItsFormat() throws IOException {
        Files.writeString(folder.resolve("config.json"), CONFIG);
        Path gguf = GgufFiles.write("gemma3-1b-like-q4-0", folder);

        assertThat(read("config.json").optional().orElseThrow().family()).isEqualTo("llama");
        assertThat(read("model-00001-of-00002.safetensors")
                        .optional()
                        .orElseThrow()
                        .family())
                .isEqualTo("llama");
        assertThat(read(gguf.getFileName().toString()).optional().orElseThrow().family())
                .isEqualTo("gemma3");
        assertThat(problem(read("weights.bin")).sentence())
                .isEqualTo(folder.resolve("weights.bin")
                        + ": found a file of another sort, expected .gguf, config.json or .safetensors");
    }

    @Test
    void aWeightsFileInAFolderHasItsConfigurationBesideIt() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(folder.resolve("a/config.json"), CONFIG);

        assertThat(read("a/model.safetensors").optional().orElseThrow().family())
                .isEqualTo("llama");
        assertThat(problem(read("model.safetensors")).sentence()).contains("config.json");
    }

    @ParameterizedTest(name = "{0} hold {1}")
    @CsvSource({
        "config.json model.safetensors a.gguf, config.json a.gguf",
        "config.json a.gguf, a.gguf",
        "config.json README.md, config.json",
        "b.gguf a.gguf README.md, a.gguf b.gguf",
        "a-00001-of-00002.gguf a-00002-of-00002.gguf, a-00001-of-00002.gguf",
        "mmproj-a.gguf a.imatrix.gguf A-MMPROJ.gguf a.gguf, a.gguf",
        "model.safetensors, ''"
    })
    void aRepositoryHoldsItsConfigurationAndEachWholeFile(String all, String models) {
        assertThat(FolderModels.models(List.of(all.split(" "))))
                .containsExactly(models.isEmpty() ? new String[0] : models.split(" "));
    }

    @Test
    void aFolderAConfigurationOrWeightsAreReadFromThisComputer() throws IOException {
        Files.writeString(folder.resolve("config.json"), CONFIG);

        assertThat(family(folder.toString())).isEqualTo("llama");
        assertThat(family(folder.resolve("config.json").toString())).isEqualTo("llama");
        assertThat(family(folder.resolve("model.safetensors").toString())).isEqualTo("llama");
        assertThat(problem(files.read(folder.resolve("nowhere.gguf").toString()))
                        .sentence())
                .contains("nowhere.gguf");
    }

    @Test
    void aFileIsReadAgainOnlyOnceItChanged() throws IOException {
        Path file = GgufFiles.write("gemma3-1b-like-q4-0", folder);
        Reading<LanguageModel> first = files.read(file.toString());

        assertThat(files.read(file.toString())).isSameAs(first);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        Reading<LanguageModel> again = files.read(file.toString());
        assertThat(again).isNotSameAs(first).isEqualTo(first);
        Path other = GgufFiles.write("nemotron3-nano-30b-a3b-like", folder);
        assertThat(family(other.toString())).isEqualTo("nemotron_h_moe");
        assertThat(files.read(file.toString())).isNotSameAs(again).isEqualTo(again);
    }

    @Test
    void aFileThatWasRefusedIsReadAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("a.gguf"), "something else");
        Reading<LanguageModel> first = files.read(file.toString());

        assertThat(problem(first).sentence()).contains("a.gguf");
        assertThat(files.read(file.toString())).isNotSameAs(first);
    }
}
