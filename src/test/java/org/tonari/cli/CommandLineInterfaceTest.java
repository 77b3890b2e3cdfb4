package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.cli.Terminal.Outcome;
import org.tonari.cli.session.Wiring;
import org.tonari.profiles.ModelFiles;

class CommandLineInterfaceTest {
    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @ValueSource(strings = {"list", "estimate", "compare", "matrix", "inspect", "check"})
    void everyCommandExplainsItself(String command) {
        Outcome outcome = terminal.run(command, "--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("Usage: tonari " + command);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void theRootListsTheCommandsAndTheVersion() {
        assertThat(terminal.run("--help").out()).contains("estimate", "compare", "inspect", "Exit status: 0 done");
        assertThat(terminal.run("--version").out()).isEqualTo("tonari 0.0" + System.lineSeparator());
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        Outcome outcome = terminal.run("estmate");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("estmate", "nearest: estimate").doesNotContain("\tat ");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anUnknownOptionIsBadInputInOneLine() {
        Outcome outcome = terminal.run("estimate", "--machine", "dgx-spark", "--nonsense");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().contains("--nonsense");
    }

    @Test
    void anUnknownMachineNamesTheNearestThree() {
        Outcome outcome = terminal.run("estimate", "--machine", "dgx-sprak");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("tonari: --machine: found \"dgx-sprak\"")
                .contains("nearest: dgx-spark, ");
    }

    @ParameterizedTest(name = "estimate {0} is refused")
    @ValueSource(
            strings = {
                "",
                "--machine dgx-spark --context 0",
                "--machine dgx-spark --context many",
                "--machine dgx-spark --concurrency -1",
                "--machine dgx-spark --flash-attention maybe",
                "--machine dgx-spark --kv q9",
                "--machine dgx-spark --fields memory",
                "--machine dgx-spark --json --fields memroy",
                "--machine dgx-spark --set machine.memory.os_reserve=lots",
                "--machine dgx-spark --set no.such.figure=1",
                "--machine dgx-spark --set machine",
                "--machine dgx-spark --language tlh",
                "--machine dgx-spark --unit pounds",
                "--machine dgx-spark --machines-linked 9",
                "--machine nowhere.json",
                "--machine dgx-spark --model nowhere.gguf",
                "--scenarios -",
                "--scenarios nowhere.jsonl --json",
                "--scenarios - --json --machine dgx-spark"
            })
    void badInputIsOneClearLineAndStatusTwo(String line) {
        Outcome outcome = terminal.run(("estimate " + line).strip().split(" "));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1).first().asString().startsWith("tonari: ");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void anInternalFaultNamesItsCodeAndItsLog() {
        Wiring usual = Terminal.wiring(ModelFiles.none());
        var faulty = new Wiring(
                usual.catalogue(),
                usual.check(),
                usual.modelFiles(),
                (_, _) -> {
                    throw new IllegalStateException("broken");
                },
                usual.picture(),
                usual.faults(),
                usual.version(),
                usual.today());

        Outcome outcome = terminal.with(faulty).run("estimate", "--machine", "dgx-spark");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "tonari: internal fault F-IllegalStateException; the details are in tonari.log");
    }
}
