package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.profiles.gguf.GgufWriter.Endless;
import org.tonari.profiles.gguf.GgufWriter.Nested;
import org.tonari.profiles.gguf.GgufWriter.Numbers;
import org.tonari.profiles.gguf.GgufWriter.Texts;
import org.tonari.profiles.gguf.GgufWriter.Zeros;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.FileBytes;
import org.tonari.profiles.tree.ProfileException;

class HeaderReaderTest {
    @TempDir
    private Path folder;

    /// Counts what is read.
    private static final class Counted implements ByteSource {
        private final ByteSource source;
        private long read;

        Counted(ByteSource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return source.name();
        }

        @Override
        public long size() throws IOException {
            return source.size();
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            int bytes = source.read(position, into);
            read += bytes;
            return bytes;
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }

    private static GgufWriter small() {
        return new GgufWriter()
                .set("general.architecture", "llama")
                .set("llama.block_count", 2)
                .set("llama.attention.head_count_kv", new Numbers(List.of(4, 8)))
                .tensor("token_embd.weight", TensorType.Q6_K, 256, 100)
                .tensor("output_norm.weight", TensorType.F32, 256);
    }

    private static Header read(byte[] bytes) {
        return HeaderReader.read(new MemoryBytes("small.gguf", bytes));
    }

    private byte[] whole(GgufWriter writer) {
        byte[] header = writer.header();
        return Arrays.copyOf(header, header.length + 40_000);
    }

    @Test
    void metadataAndTensorsAreReadAsWritten() {
        Header header = read(whole(small()));

        assertThat(header.metadata().text("general.architecture")).contains("llama");
        assertThat(header.metadata().whole("llama.block_count", 100)).hasValue(2);
        assertThat(header.metadata().whole("llama.attention.head_count_kv", 1, 100))
                .hasValue(8);
        // 256 · 100 elements in blocks of 256, each 210 bytes
        assertThat(header.tensors())
                .first()
                .isEqualTo(new GgufTensor("token_embd.weight", List.of(256L, 100L), TensorType.Q6_K, 21_000));
        assertThat(header.bytes() % 32).isZero();
    }

    @Test
    void aLongVocabularyIsPassedOverAndNoWeightIsRead() throws IOException {
        List<String> words =
                IntStream.range(0, 129_280).mapToObj(i -> "token" + i).toList();
        GgufWriter writer = small().set("tokenizer.ggml.tokens", new Texts(words))
                .set("tokenizer.ggml.scores", new Zeros(129_280))
                .tensor("large", TensorType.F32, 1 << 20, 64);
        Path file = writer.write(folder.resolve("large.gguf"));

        try (var source = new Counted(FileBytes.open(file))) {
            Header header = HeaderReader.read(source);

            assertThat(header.tensors()).hasSize(3);
            assertThat(header.metadata().values().get("tokenizer.ggml.tokens"))
                    .isEqualTo(new MetadataValue.Skipped(129_280));
            assertThat(source.read).isLessThan(header.bytes() + (1 << 20));
        }
    }

    @Test
    void aFileCutShortAnywhereIsRefused() {
        byte[] header = small().header();

        for (int length = 0; length < header.length - 32; length++) {
            byte[] cut = Arrays.copyOf(header, length);
            assertThatThrownBy(() -> read(cut))
                    .isInstanceOf(ProfileException.class)
                    .hasMessageStartingWith("small.gguf: ");
        }
    }

    @Test
    void weightsThatAreNotAllThereAreNamed() {
        byte[] bytes = Arrays.copyOf(small().header(), small().header().length + 20_999);

        assertThatThrownBy(() -> read(bytes))
                .hasMessageContaining("tensor token_embd.weight")
                .hasMessageContaining("cut short")
                .hasMessageContaining("21000 bytes");
    }

    @Test
    void otherFilesAreRefusedByTheirFirstBytes() {
        assertThatThrownBy(() -> read("PK - something else entirely".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("expected GGUF at the start of the file");
    }

    @Test
    void bigEndianFilesAreSaidToBeSo() {
        byte[] bytes = whole(small());
        bytes[4] = 0;
        bytes[7] = 3;

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("a big-endian file");
    }

    @Test
    void absurdCountsAreRefusedWithoutBeingAllocated() {
        byte[] bytes = whole(small());
        Arrays.fill(bytes, 8, 16, (byte) 0xff);

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("18446744073709551615 tensors");
    }

    @Test
    void tensorsTooLargeToExistAreRefused() {
        byte[] header = new GgufWriter()
                .set("general.architecture", "llama")
                .tensor("huge", TensorType.F32, 1L << 40, 1L << 40)
                .header();

        assertThatThrownBy(() -> read(header))
                .hasMessageContaining("tensor huge")
                .hasMessageContaining("a file can");
    }

    @Test
    void listsInListsAreFollowedAFewLevelsDown() {
        assertThat(read(whole(small().set("shallow", new Nested(3)))).tensors()).hasSize(2);
        assertThatThrownBy(() -> read(whole(small().set("deep", new Nested(1000)))))
                .hasMessageContaining("deep, byte")
                .hasMessageContaining("at most 4 levels");
    }

    @Test
    void aListLongerThanTheFileIsRefused() {
        assertThatThrownBy(() -> read(whole(small().set("endless", new Endless(1L << 39)))))
                .hasMessageContaining("endless, byte");
    }

    @Test
    void aKeyMayStandOnlyOnce() {
        byte[] bytes = whole(small().set("llama.block_couns", 2));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("block_couns") + 10] = 't';

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("the key llama.block_count again");
    }
}
