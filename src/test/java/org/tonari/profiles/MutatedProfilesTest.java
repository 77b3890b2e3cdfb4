package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.machine.Machine;
import org.tonari.profiles.forms.MachineProfile;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;

/// Damaged machine profiles are read or refused with a reason, never more. `-Dtonari.mutations=1000000` tries longer.
class MutatedProfilesTest {
    private static final long SEED = 20_261_121;
    private static final Path SHIPPED = Path.of(System.getProperty("project.directory", "."), "profiles", "machines");

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void damagedMachinesAreReadOrRefusedWithAReason() throws IOException {
        List<byte[]> whole = List.of(
                Files.readAllBytes(SHIPPED.resolve("dgx-spark.json")),
                Files.readAllBytes(SHIPPED.resolve("hp-omen-45l-rtx-5090.json")));
        var random = new Random(SEED);
        var bounds = new Bounds("machine profiles");
        int rounds = Mutation.rounds(10_000);
        for (int i = 0; i < rounds; i++) {
            byte[] damaged = Mutation.damage(whole.get(i % whole.size()), random);
            bounds.hold(() -> refusals(new String(damaged, StandardCharsets.UTF_8)));
        }

        bounds.report();
        assertThat(bounds.refusals()).isBetween(rounds / 4, rounds - 1);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a million levels", "[".repeat(1_000_000)),
                Arguments.of("objects in objects", "{\"a\":".repeat(500_000)),
                Arguments.of("a string of ten million characters", "{\"kind\": \"" + "x".repeat(10_000_000) + "\"}"),
                Arguments.of("a name of ten million characters", "{\"" + "x".repeat(10_000_000) + "\": 1}"),
                Arguments.of("a number of a million digits", "{\"schema\": " + "9".repeat(1_000_000) + "}"),
                Arguments.of("an exponent beyond all", "{\"schema\": 1e2147483647}"),
                Arguments.of("a small exponent beyond all", "{\"schema\": 1e-999999999999}"),
                Arguments.of("more than a profile may be", " ".repeat(17 << 20)),
                Arguments.of("a field twice", "{\"kind\": \"machine\", \"kind\": \"machine\"}"),
                Arguments.of("half a surrogate", "{\"kind\": \"\\ud800\"}"),
                Arguments.of("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileTextsAreRefusedWithinBounds(String name, String text) {
        var bounds = new Bounds(name);

        bounds.hold(() -> refusals(text));

        assertThat(bounds.refusals()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{1} for a figure")
    @MethodSource("figures")
    void aFigureNobodyCanHaveIsRefusedAtItsPlace(String written, String number) throws IOException {
        String spark = Files.readString(SHIPPED.resolve("dgx-spark.json"));

        Reading<Machine> read = MachineProfile.read("spark.json", spark.replaceFirst("\"value\": [0-9.]+", written));

        assertThat(read)
                .as(number)
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().sentence())
                                .startsWith("spark.json: memory.pools[0].capacity")
                                .contains("expected"));
    }

    static Stream<Arguments> figures() {
        return Stream.of(
                Arguments.of("\"value\": -1", "a negative number"),
                Arguments.of("\"value\": 1e300", "more than a long"),
                Arguments.of("\"value\": 9223372036854775808", "a long too far"),
                Arguments.of("\"value\": \"128\"", "a text"),
                Arguments.of("\"value\": [128]", "a list"),
                Arguments.of("\"value\": 1e400", "infinity"));
    }

    private static int refusals(String text) {
        return switch (MachineProfile.read("damaged.json", text)) {
            case Reading.Read<Machine>(Machine machine) -> {
                assertThat(MachineProfile.text(machine)).contains("\"kind\"");
                yield 0;
            }
            case Reading.Refused<Machine>(ProfileProblem problem) -> {
                assertThat(problem.sentence()).startsWith("damaged.json");
                assertThat(problem.found().english()).isNotBlank();
                yield 1;
            }
        };
    }
}
