package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonari.profiles.forms.MachineProfile;
import org.tonari.profiles.tree.Reading;

class LocalCommandTest {
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void thisComputerIsShownInWords() {
        Terminal.Outcome outcome = terminal.run("local");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("processor", "GiB", "bandwidth, measured here");
    }

    @Test
    void asJsonItIsAProfileThatOtherCommandsTake() throws Exception {
        Terminal.Outcome outcome = terminal.run("local", "--json");

        assertThat(MachineProfile.read("stdout", outcome.out())).isInstanceOf(Reading.Read.class);
        Path file = Files.writeString(folder.resolve("this-computer.json"), outcome.out());
        Terminal.Outcome compared = terminal.run("compare", "--machines", file + ",dgx-spark");
        assertThat(compared.status()).isZero();
        assertThat(compared.out()).contains("This computer", "DGX Spark");
    }

    @Test
    void itIsSavedWhereAsked() {
        Terminal.Outcome outcome = terminal.run("local", "--save", folder.toString());

        assertThat(outcome.status()).isZero();
        assertThat(folder.resolve("this-computer.json")).isRegularFile();
    }
}
