package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.profiles.SlowBytes;
import org.tonari.profiles.gguf.GgufWriter.Texts;
import org.tonari.profiles.tree.ByteSource;

/// The last header that is read and the first that is refused, for each bound.
class HeaderBoundsTest {
    private static final int VERSION_AT = 4;

    private static GgufWriter writer() {
        return new GgufWriter().set("general.architecture", "llama");
    }

    private static Header read(byte[] bytes) {
        return HeaderReader.read(new MemoryBytes("m.gguf", bytes));
    }

    private static byte[] whole(GgufWriter writer) {
        byte[] header = writer.header();
        return Arrays.copyOf(header, Math.toIntExact(header.length + writer.tensorBytes()));
    }

    @Test
    void versionsTwoAndThreeAreRead() {
        byte[] bytes = writer().header();
        for (byte version : new byte[] {2, 3}) {
            bytes[VERSION_AT] = version;
            assertThat(read(bytes).metadata().text("general.architecture")).contains("llama");
        }
        for (byte version : new byte[] {1, 4}) {
            bytes[VERSION_AT] = version;
            assertThatThrownBy(() -> read(bytes)).hasMessageContaining("found version " + version + ", expected");
        }
    }

    @Test
    void versionTwoOfTheOtherByteOrderIsSaidToBeSo() {
        byte[] bytes = writer().header();
        bytes[VERSION_AT] = 0;
        bytes[VERSION_AT + 3] = 2;

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("a big-endian file");
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read("PK something".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("m.gguf: start, byte 4: found other bytes");
        byte[] cut = Arrays.copyOf(writer().header(), 26);
        assertThatThrownBy(() -> read(cut)).hasMessageStartingWith("m.gguf: key 0, byte 24");
        byte[] tensor = new GgufWriter().tensor("t", TensorType.F32, 8).header();
        assertThatThrownBy(() -> read(Arrays.copyOf(tensor, 30))).hasMessageStartingWith("m.gguf: tensor 0, byte 24");
        assertThatThrownBy(() -> read(Arrays.copyOf(tensor, 36))).hasMessageStartingWith("m.gguf: tensor t, byte 33");
    }

    @Test
    void aFileThatEndsWithItsLastWeightIsWhole() {
        GgufWriter writer = writer().tensor("a", TensorType.F32, 16).tensor("b", TensorType.F32, 7);
        byte[] header = writer.header();
        int bytes = header.length + 64 + 28;

        Header read = read(Arrays.copyOf(header, bytes));

        assertThat(read.tensors()).extracting(GgufTensor::bytes).containsExactly(64L, 28L);
        assertThat(read.bytes()).isEqualTo(header.length);
        assertThatThrownBy(() -> read(Arrays.copyOf(header, bytes - 1)))
                .hasMessageContaining("tensor b")
                .hasMessageContaining("28 bytes at 64 after byte " + header.length);
    }

    @Test
    void aTensorOfNothingMayStandAtTheVeryEnd() {
        GgufWriter writer = writer().tensor("a", TensorType.F32, 8).tensor("b", TensorType.F32, 0);

        assertThat(read(whole(writer)).tensors().getLast().bytes()).isZero();
    }

    @Test
    void tensorsHaveUpToFourDimensions() {
        assertThat(read(whole(writer().tensor("a", TensorType.F32, 2, 2, 2, 2)))
                        .tensors()
                        .getFirst()
                        .elements())
                .isEqualTo(16);
        assertThatThrownBy(() -> read(whole(writer().tensor("a", TensorType.F32, 1, 1, 1, 1, 1))))
                .hasMessageContaining("5 dimensions")
                .hasMessageContaining("at most 4");
    }

    private static byte[] oneTensor(int at, int number) {
        byte[] bytes =
                Arrays.copyOf(new GgufWriter().tensor("t", TensorType.F32, 8).header(), 4_096);
        bytes[at] = (byte) number;
        return bytes;
    }

    @Test
    void aTypeNoVersionOfGgmlHasIsRefused() {
        // 24 bytes, the name's length and the name, the dimensions and one of them
        int type = 24 + 8 + 1 + 4 + 8;

        assertThat(read(oneTensor(type, 1)).tensors().getFirst().type()).isEqualTo(TensorType.F16);
        assertThatThrownBy(() -> read(oneTensor(type, 43)))
                .hasMessageContaining("found tensor type 43, expected a type ggml has (0 to 42)");
        assertThatThrownBy(() -> read(oneTensor(type, 12))).hasMessageContaining("rows of 8");
        assertThatThrownBy(() -> read(oneTensor(type + 4, 1))).hasMessageContaining("found offset 1, expected");
    }

    @Test
    void aTensorMayStandOnlyOnce() {
        GgufWriter twice = writer().tensor("a", TensorType.F32, 8).tensor("a", TensorType.F32, 8);

        assertThatThrownBy(() -> read(whole(twice))).hasMessageContaining("the tensor again");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 1 << 20})
    void weightsBeginAtTheStatedAlignment(int alignment) {
        byte[] bytes =
                Arrays.copyOf(writer().set("general.alignment", alignment).header(), 2 << 20);

        // magic, version and counts; keys of 20 and 17 letters, each with its type; a text of five; four bytes
        long unpadded = 24 + (8 + 20 + 4 + 8 + 5) + (8 + 17 + 4 + 4);
        assertThat(read(bytes).bytes()).isEqualTo(Math.ceilDiv(unpadded, alignment) * alignment);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 48})
    void anAlignmentIsAPowerOfTwo(int alignment) {
        assertThatThrownBy(
                        () -> read(writer().set("general.alignment", alignment).header()))
                .hasMessageContaining("general.alignment: found " + alignment + ", expected a power of two");
    }

    @Test
    void namesAndTextsAreKeptUpToSixteenMebibytes() {
        // each text and its key together 4,096 + 8 bytes: 4,088 of them are kept, 4,100 are not
        assertThat(read(texts(4_080)).metadata().values()).hasSize(4_081);
        assertThatThrownBy(() -> read(texts(4_100))).hasMessageContaining("more than 16 MiB of names and texts");
    }

    private static byte[] texts(int count) {
        GgufWriter writer = writer();
        String text = "x".repeat(4_096);
        for (int i = 0; i < count; i++) {
            writer.set("%08d".formatted(i), text);
        }
        return writer.header();
    }

    @Test
    void aNameIsAtMostSoLong() {
        assertThat(read(whole(writer().tensor("n".repeat(512), TensorType.F32, 8)))
                        .tensors())
                .hasSize(1);
        assertThatThrownBy(() -> read(whole(writer().tensor("n".repeat(513), TensorType.F32, 8))))
                .hasMessageContaining("513 bytes of text")
                .hasMessageContaining("at most 512");
        assertThat(read(writer().set("k".repeat(1_024), 1).header()).metadata().values())
                .hasSize(2);
        assertThatThrownBy(() -> read(writer().set("k".repeat(1_025), 1).header()))
                .hasMessageContaining("1025 bytes of text");
    }

    @Test
    void aLongListOfTextsIsWalkedToItsEnd() {
        // far more than one window of 65,536 bytes
        var words = new Texts(Collections.nCopies(10_000, "a text of some length"));
        byte[] bytes = writer().set("words", words).set("last", 5).header();

        assertThat(read(bytes).metadata().whole("last", 5)).hasValue(5);
    }

    @Test
    void aHeaderMayEndTheFileWithoutPadding() {
        // magic, version and counts; a key of one letter and its type
        int before = 24 + 8 + 1 + 4;
        byte[] number = new GgufWriter().set("k", 7).header();
        byte[] zeros = new GgufWriter().set("k", new GgufWriter.Zeros(100_000)).header();

        assertThat(read(Arrays.copyOf(number, before + 4)).metadata().whole("k", 7))
                .hasValue(7);
        var slow = new SlowBytes("slow.gguf", Arrays.copyOf(number, before + 4));
        assertThat(HeaderReader.read(slow).metadata().whole("k", 7)).hasValue(7);
        assertThat(read(Arrays.copyOf(zeros, before + 12 + 400_000)).metadata().values())
                .containsEntry("k", new MetadataValue.Skipped(100_000));
        assertThatThrownBy(() -> read(Arrays.copyOf(zeros, before + 12 + 399_999)))
                .hasMessageStartingWith("m.gguf: k, byte " + (before + 12) + ": found the end of the file");
    }

    @Test
    void aTextLongerThanTheRestOfTheFileIsRefused() {
        byte[] bytes = new GgufWriter()
                .set("k", new GgufWriter.Raw(8, 255, 0, 0, 0, 0, 0, 0, 0))
                .header();
        int rest = bytes.length - (24 + 8 + 1 + 4 + 8);

        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("found 255 bytes of text, expected at most " + rest);
    }

    @Test
    void aSourceThatGivesByteByByteIsReadTheSame() {
        byte[] bytes = whole(writer().set("llama.block_count", 2)
                .set("list", new GgufWriter.Numbers(List.of(1, 2, 3)))
                .set("byte", new GgufWriter.Raw(0, 1))
                .set("signed byte", new GgufWriter.Raw(1, 1))
                .set("short", new GgufWriter.Raw(3, 1, 2))
                .set("switch", new GgufWriter.Raw(7, 1))
                .set("real", new GgufWriter.Raw(6, 0, 0, 0xc0, 0x3f))
                .set("wide real", new GgufWriter.Raw(12, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f))
                .tensor("a", TensorType.F32, 8));

        assertThat(HeaderReader.read(new SlowBytes("slow.gguf", bytes)).tensors())
                .isEqualTo(read(bytes).tensors());
        assertThat(HeaderReader.read(new SlowBytes("slow.gguf", bytes))
                        .metadata()
                        .values())
                .isEqualTo(read(bytes).metadata().values());
    }

    /// A file that cannot be read, or not even measured.
    private record Broken(boolean measured) implements ByteSource {
        @Override
        public String name() {
            return "broken.gguf";
        }

        @Override
        public long size() throws IOException {
            if (measured) {
                return 1_000;
            }
            throw new IOException("no such device");
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            throw new IOException("input/output error");
        }

        @Override
        public void close() {}
    }

    @Test
    void aFileThatCannotBeReadIsSaidToBeSo() {
        assertThatThrownBy(() -> HeaderReader.read(new Broken(false)))
                .hasMessage("broken.gguf: found a file that cannot be read: no such device, expected a file");
        assertThatThrownBy(() -> HeaderReader.read(new Broken(true)))
                .hasMessage("broken.gguf: found a file that cannot be read: input/output error, expected a file");
    }
}
