package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.Allocation;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.FileBytes;
import org.tonari.profiles.tree.Reading;

/// The header of a model of 671 billion parameters with a vocabulary of 129,280 words.
class LargeHeaderTest {
    private static final int WORDS = 129_280;
    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder = Path.of("");

    /// Notes how far into a file reading went, and how much was read.
    private static final class Noted implements ByteSource {
        private final FileBytes file;
        private long furthest;
        private long read;

        Noted(Path file) {
            this.file = FileBytes.open(file);
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            int count = file.read(position, into);
            furthest = Math.max(furthest, position + count);
            read += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static GgufWriter large() {
        return GgufShapes.vocabulary(GgufShapes.of("deepseek-v3-like"), WORDS);
    }

    @Test
    void nothingBehindTheHeaderIsReadButTheRestOfOneWindow() throws Exception {
        GgufWriter writer = large();
        long header = writer.header().length;
        Path file = writer.write(folder.resolve("large.gguf"));

        try (var noted = new Noted(file)) {
            assertThat(GgufModels.read(noted, "large")).isInstanceOf(Reading.Read.class);

            assertThat(noted.furthest).isLessThanOrEqualTo(header + MIB);
            assertThat(noted.read).isLessThanOrEqualTo(header + MIB);
        }
    }

    @Test
    void readingItTakesLessThan64MiB() throws Exception {
        Path file = large().write(folder.resolve("large.gguf"));
        GgufModels.read(file);

        Allocation.Measured<Reading<LanguageModel>> reading = Allocation.of(() -> GgufModels.read(file));

        assertThat(reading.result()).isInstanceOf(Reading.Read.class);
        assertThat(reading.bytes()).isPositive().isLessThan(64 * MIB);
    }
}
