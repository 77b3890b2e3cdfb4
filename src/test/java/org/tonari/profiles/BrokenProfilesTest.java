package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.profiles.readers.MachineReader;
import org.tonari.profiles.readers.RuntimeReader;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileText;

final class BrokenProfilesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # file, place, found, expected
        unknown-unit  | memory.pools[0].bandwidth.unit  | "Gbps" | one of B/s, GB/s, Gb/s, GiB/s, MB/s, TB/s
        no-source     | memory.pools[0].capacity.source | nothing | a value
        no-reason     | memory.pools[0].nominal.reason  | nothing | a value
        wrong-kind    | kind                            | "machina" | "machine"
        wrong-pool    | memory.pools[0].kind            | "sram"  | one of unified, vram, host
        negative      | memory.pools[0].capacity.value  | -4      | bytes must not be negative: -4294967296
        future-schema | schema                          | 2       | a whole number from 1 to 1
        """)
    void aBrokenMachineSaysWhereWhatAndWhatIsExpected(String name, String place, String found, String expected)
            throws IOException {
        ProfileNode file = fixture(name);

        var wrong = catchThrowableOfType(ProfileException.class, () -> MachineReader.read(file));

        assertThat(wrong.problem().sentence())
                .isEqualTo(name + ".json: " + place + ": found " + found + ", expected " + expected);
    }

    @Test
    void aProblemReadsAsOneSentence() throws IOException {
        ProfileNode file = fixture("misspelt");

        var wrong = catchThrowableOfType(ProfileException.class, () -> MachineReader.read(file));

        assertThat(wrong.problem().sentence())
                .isEqualTo("misspelt.json: processor.genration: found an unknown field, expected one of architecture,"
                        + " calibrated_as, calibration_class, dense_peak, generation, measured_peak, name,"
                        + " sparse_peak");
    }

    @Test
    void aRumourIsNoSource() throws IOException {
        ProfileNode file = fixture("source-kind");

        var wrong = catchThrowableOfType(ProfileException.class, () -> MachineReader.read(file));

        assertThat(wrong.problem().found().english()).isEqualTo("\"rumour\"");
        assertThat(wrong.problem().expected().english())
                .isEqualTo("one of vendor, secondary, measured, derived, article, runtime");
    }

    @Test
    void aSyntaxErrorHasLineAndColumn() {
        var wrong = catchThrowableOfType(ProfileException.class, () -> fixture("syntax"));

        assertThat(wrong.problem().file()).isEqualTo("syntax.json");
        assertThat(wrong.problem().place().english()).matches("line 4, column \\d+");
        assertThat(wrong.problem().expected().english()).isEqualTo("JSON");
    }

    @Test
    void aFieldWrittenTwiceIsRefused() {
        var wrong = catchThrowableOfType(ProfileException.class, () -> fixture("twice"));

        assertThat(wrong.problem().found().english()).contains("Duplicate").contains("name");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "[".repeat(100) + "]".repeat(100);

        var wrong = catchThrowableOfType(ProfileException.class, () -> ProfileText.parse("deep.json", deep));

        assertThat(wrong.problem().expected().english()).isEqualTo("a profile within bounds");
    }

    @Test
    void aVeryLongTextIsRefused() {
        String longText = '"' + "x".repeat(1_100_000) + '"';

        var wrong = catchThrowableOfType(ProfileException.class, () -> ProfileText.parse("long.json", longText));

        assertThat(wrong.problem().expected().english()).isEqualTo("a profile within bounds");
    }

    @Test
    void anEmptyFileIsNotAProfile() {
        var wrong = catchThrowableOfType(
                ProfileException.class, () -> MachineReader.read(ProfileText.parse("empty.json", "")));

        assertThat(wrong.problem().expected().english()).isEqualTo("an object");
    }

    @Test
    void textAfterTheObjectIsRefused() {
        var wrong = catchThrowableOfType(ProfileException.class, () -> ProfileText.parse("two.json", "{} {}"));

        assertThat(wrong.problem().expected().english()).isEqualTo("JSON");
    }

    @Test
    void aMisspeltAllocationNamesTheKnownOnes() {
        ProfileNode file = ProfileText.parse("runtime.json", """
            {"kind": "runtime", "schema": 1, "id": "x", "name": "X", "build": "1", "backends": ["cpu"],
             "containers": ["gguf"], "allocation": {"type": "arena"}, "overhead": {},
             "uncertainty": {"value": 1, "unit": "MiB", "source": "s", "kind": "derived"},
             "source": {"citation": "s", "kind": "runtime"}}
            """);

        var wrong = catchThrowableOfType(ProfileException.class, () -> RuntimeReader.read(file));

        assertThat(wrong.problem().place().english()).isEqualTo("allocation.type");
        assertThat(wrong.problem().expected().english()).startsWith("one of cells, ollama_slots");
    }

    private static ProfileNode fixture(String name) throws IOException {
        String resource = "/org/tonari/profiles/broken/" + name + ".json";
        try (InputStream stream =
                Objects.requireNonNull(BrokenProfilesTest.class.getResourceAsStream(resource), resource)) {
            return ProfileText.parse(name + ".json", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
