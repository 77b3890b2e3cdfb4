package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.cli.session.Session;
import org.tonari.profiles.ModelFiles;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class PlainArgumentsTest {
    private static final Session SESSION = new Session(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            InputStream.nullInputStream(),
            Terminal.wiring(ModelFiles.none()));

    static Stream<OptionSpec> options() {
        return new CommandLine(CommandSpec.forAnnotatedObject(new EstimateCommand(SESSION)))
                .getCommandSpec().options().stream();
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyOptionOfTheLibraryIsAlsoReadPlainly(OptionSpec option) {
        String name = option.longestName();
        String[] args = option.arity().max() == 0
                ? new String[] {name}
                : new String[] {name, name.equals("--set") ? "machine.power.load=100" : "x"};

        assertThat(EstimateCommand.plain(SESSION, args)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--machine=dgx-spark --json",
                "--scenarios - --json",
                "--set a.b=1 --set c.d=2 --kv-unified",
            })
    void plainFormsAreTaken(String line) {
        assertThat(EstimateCommand.plain(SESSION, line.split(" "))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-c 32k",
                "dgx-spark",
                "--machine",
                "--machine --json",
                "--machine a --machine b",
                "--concurrency -1",
                "--json=true",
                "--set nothing",
                "--nonsense x"
            })
    void anythingElseIsLeftToTheLibrary(String line) {
        assertThat(EstimateCommand.plain(SESSION, line.split(" "))).isEmpty();
    }

    @Test
    void bothReadingsGiveTheSameAnswer() {
        var terminal = new Terminal();

        String plain = terminal.run("estimate", "--machine", "m4-32", "--model", "qwen3-8b", "--context", "8k")
                .out();
        String parsed = terminal.run("estimate", "--machine", "m4-32", "--model", "qwen3-8b", "-c", "8k")
                .out();

        assertThat(plain).isEqualTo(parsed).contains("8,192");
    }
}
