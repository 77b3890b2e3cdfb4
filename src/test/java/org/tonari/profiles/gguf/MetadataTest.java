package org.tonari.profiles.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of a file's metadata: which are kept, which are passed over, and what is said of those of a wrong kind.
class MetadataTest {
    private static Metadata of(MetadataValue value) {
        return new Metadata("m.gguf", Map.of("key", value));
    }

    private static MetadataValue read(Object value) {
        byte[] header = new GgufWriter().set("key", value).header();
        return HeaderReader.read(new MemoryBytes("m.gguf", header))
                .metadata()
                .values()
                .get("key");
    }

    /// @param type  as in the format's list of types
    /// @param bytes of one value
    private static MetadataValue raw(int type, int... bytes) {
        return read(new GgufWriter.Raw(type, bytes));
    }

    @Test
    void wholeNumbersOfAllWidthsAreReadWithTheirSign() {
        assertThat(raw(0, 0xff)).isEqualTo(new MetadataValue.Whole(255));
        assertThat(raw(1, 0xff)).isEqualTo(new MetadataValue.Whole(-1));
        assertThat(raw(2, 0xfe, 0xff)).isEqualTo(new MetadataValue.Whole(65_534));
        assertThat(raw(3, 0xfe, 0xff)).isEqualTo(new MetadataValue.Whole(-2));
        assertThat(raw(4, 1, 0, 0, 0x80)).isEqualTo(new MetadataValue.Whole(2_147_483_649L));
        assertThat(raw(5, 1, 0, 0, 0x80)).isEqualTo(new MetadataValue.Whole(-2_147_483_647L));
        assertThat(raw(10, 1, 0, 0, 0, 1, 0, 0, 0)).isEqualTo(new MetadataValue.Whole((1L << 32) + 1));
        assertThat(raw(11, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)).isEqualTo(new MetadataValue.Whole(-1));
    }

    @Test
    void fractionsSwitchesAndTextsAreReadAsTheyAre() {
        // 1.5 is 0x3fc00000 in 32 bits, 0x3ff8 and zeros in 64
        assertThat(raw(6, 0, 0, 0xc0, 0x3f)).isEqualTo(new MetadataValue.Real(1.5));
        assertThat(raw(12, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f)).isEqualTo(new MetadataValue.Real(1.5));
        assertThat(raw(7, 0)).isEqualTo(new MetadataValue.Flag(false));
        assertThat(raw(7, 1)).isEqualTo(new MetadataValue.Flag(true));
        assertThat(read("llama")).isEqualTo(new MetadataValue.Text("llama"));
        assertThat(read("日本")).isEqualTo(new MetadataValue.Text("日本"));
    }

    @Test
    void longTextsAndListsArePassedOverAndWhatFollowsIsRead() {
        GgufWriter writer = new GgufWriter()
                .set("long", "x".repeat(4_097))
                .set("texts", new GgufWriter.Texts(List.of("a", "bc")))
                .set("tokenizer.types", new GgufWriter.Numbers(List.of(1, 2)))
                .set("nested", new GgufWriter.Nested(3))
                .set("just", "x".repeat(4_096))
                .set("switches", new GgufWriter.Switches(List.of(true, false)))
                .set("last", 7);
        Map<String, MetadataValue> values = HeaderReader.read(new MemoryBytes("m.gguf", writer.header()))
                .metadata()
                .values();

        assertThat(values)
                .containsEntry("long", new MetadataValue.Skipped(1))
                .containsEntry("texts", new MetadataValue.Skipped(2))
                .containsEntry("tokenizer.types", new MetadataValue.Skipped(2))
                .containsEntry("nested", new MetadataValue.Skipped(1))
                .containsEntry("just", new MetadataValue.Text("x".repeat(4_096)))
                .containsEntry("switches", new MetadataValue.Wholes(List.of(1L, 0L)))
                .containsEntry("last", new MetadataValue.Whole(7));
    }

    @Test
    void aListIsKeptUpToItsLongest() {
        assertThat(read(numbers(16_384))).isInstanceOf(MetadataValue.Wholes.class);
        assertThat(read(numbers(16_385))).isEqualTo(new MetadataValue.Skipped(16_385));
    }

    private static GgufWriter.Numbers numbers(int count) {
        return new GgufWriter.Numbers(Collections.nCopies(count, 5));
    }

    @Test
    void listsAreFollowedFourLevelsDown() {
        assertThat(read(new GgufWriter.Nested(4))).isEqualTo(new MetadataValue.Skipped(1));
        assertThat(read(new GgufWriter.Nested(5))).isEqualTo(new MetadataValue.Skipped(1));
        assertThatThrownBy(() -> read(new GgufWriter.Nested(6))).hasMessageContaining("at most 4 levels");
    }

    @Test
    void aTypeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> raw(13)).hasMessageContaining("type 13").hasMessageContaining("one of 0 to 12");
    }

    @ParameterizedTest(name = "{0} up to {1}")
    @CsvSource({"0, 0", "5, 5", "4, 5"})
    void aNumberWithinItsBoundsIsTaken(long number, long most) {
        assertThat(of(new MetadataValue.Whole(number)).whole("key", most)).hasValue(number);
        assertThat(of(new MetadataValue.Wholes(List.of(9L, number))).whole("key", 1, most))
                .hasValue(number);
    }

    @Test
    void aNumberBeyondItsBoundsIsRefused() {
        assertThatThrownBy(() -> of(new MetadataValue.Whole(6)).whole("key", 5))
                .hasMessage("m.gguf: key: found 6, expected a whole number from 0 to 5");
        assertThatThrownBy(() -> of(new MetadataValue.Whole(-1)).whole("key", 5))
                .hasMessageContaining("found 18446744073709551615");
        assertThatThrownBy(() -> of(new MetadataValue.Wholes(List.of(1L, 2L))).whole("key", 2, 5))
                .hasMessage("m.gguf: key: found a list of 2, expected a number for layer 2");
        assertThat(of(new MetadataValue.Whole(3)).whole("key", 7, 5)).hasValue(3);
        assertThat(of(new MetadataValue.Whole(3)).whole("another", 5)).isEmpty();
    }

    @Test
    void aValueOfAWrongKindIsShown() {
        assertThatThrownBy(() -> of(new MetadataValue.Whole(5)).text("key"))
                .hasMessage("m.gguf: key: found 5, expected a text");
        assertThatThrownBy(() -> of(new MetadataValue.Real(1.5)).text("key")).hasMessageContaining("found 1.5,");
        assertThatThrownBy(() -> of(new MetadataValue.Flag(true)).text("key")).hasMessageContaining("found true,");
        assertThatThrownBy(() -> of(new MetadataValue.Wholes(List.of(1L))).text("key"))
                .hasMessageContaining("found a list of 1,");
        assertThatThrownBy(() -> of(new MetadataValue.Skipped(1)).text("key"))
                .hasMessageContaining("found a long text,");
        assertThatThrownBy(() -> of(new MetadataValue.Skipped(2)).text("key"))
                .hasMessageContaining("found a list of 2,");
        assertThatThrownBy(() -> of(new MetadataValue.Text("x")).whole("key", 5))
                .hasMessage("m.gguf: key: found a text, expected a whole number");
    }
}
