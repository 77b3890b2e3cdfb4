package org.tonari.profiles.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonari.profiles.huggingface.SafetensorsTest.CONFIG;
import static org.tonari.profiles.huggingface.SafetensorsTest.FIRST;
import static org.tonari.profiles.huggingface.SafetensorsTest.INDEX;
import static org.tonari.profiles.huggingface.SafetensorsTest.SECOND;
import static org.tonari.profiles.huggingface.SafetensorsTest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.Bounds;
import org.tonari.profiles.ModelProfile;
import org.tonari.profiles.Mutation;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;

class MutatedSafetensorsTest {
    private static final long SEED = 20_261_121;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void damagedCheckpointsAreReadOrRefusedWithAReason() throws IOException {
        Path config = folder.resolve("config.json");
        Path index = folder.resolve("model.safetensors.index.json");
        List<Path> files = List.of(config, index, folder.resolve("one.safetensors"), folder.resolve("two.safetensors"));
        List<byte[]> whole = List.of(
                CONFIG.getBytes(StandardCharsets.UTF_8),
                INDEX.getBytes(StandardCharsets.UTF_8),
                file(FIRST, 13_056),
                file(SECOND, 4_608));
        var random = new Random(SEED);
        int rounds = Mutation.rounds(10_000);
        var bounds = new Bounds("checkpoints");
        for (int i = 0; i < rounds; i++) {
            int damaged = i % files.size();
            for (int each = 0; each < files.size(); each++) {
                if (each == damaged || i < files.size() || each == (i - 1) % files.size()) {
                    byte[] bytes = whole.get(each);
                    Files.write(files.get(each), each == damaged ? Mutation.damage(bytes, random) : bytes);
                }
            }
            bounds.hold(() -> refusals(config));
        }

        bounds.report();
        assertThat(bounds.refusals()).isBetween(rounds / 4, rounds - 1);
    }

    private int refusals(Path config) {
        return switch (new ConfigReader().read(config)) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> {
                assertThat(ModelProfile.text(model)).contains("\"kind\"");
                yield 0;
            }
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> {
                assertThat(problem.sentence()).startsWith(folder.toString()).contains("expected");
                yield 1;
            }
        };
    }
}
