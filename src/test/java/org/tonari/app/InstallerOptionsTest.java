package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StreamTokenizer;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The options of installers that cannot be built on every system are at least options that jpackage has, on files that
/// exist.
class InstallerOptionsTest {
    private static final Path PROJECT = Path.of(System.getProperty("project.directory", ""));
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    /// What jpackage offers on another system than the one that asks it for help, from its manual for JDK 25.
    private static final Set<String> OF_OTHER_SYSTEMS = Set.of(
            "--linux-package-name",
            "--linux-deb-maintainer",
            "--linux-menu-group",
            "--linux-package-deps",
            "--linux-app-category",
            "--linux-shortcut",
            "--win-menu",
            "--win-shortcut-prompt",
            "--win-dir-chooser",
            "--win-per-user-install",
            "--win-upgrade-uuid",
            "--mac-package-identifier",
            "--mac-package-name",
            "--mac-app-category",
            "--mac-sign",
            "--mac-signing-key-user-name");

    @ParameterizedTest
    @ValueSource(strings = {"common.jpackage", "linux/deb.jpackage", "windows/msi.jpackage", "macos/dmg.jpackage"})
    void everyOptionIsOneOfJpackage(String file) throws IOException {
        Set<String> known = options(help());
        known.addAll(OF_OTHER_SYSTEMS);

        List<String> written =
                words(file).stream().filter(word -> word.startsWith("--")).toList();

        assertThat(written.stream().filter(word -> OPTION.matcher(word).matches() && !word.equals("--")))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(known).contains(option));
    }

    @ParameterizedTest
    @ValueSource(strings = {"common.jpackage", "linux/deb.jpackage", "windows/msi.jpackage", "macos/dmg.jpackage"})
    void everyFileThatIsNamedIsThere(String file) throws IOException {
        List<String> named = words(file).stream()
                .map(word -> word.replaceFirst("^[a-z-]+=", ""))
                .filter(word -> word.startsWith("jlink/"))
                .toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(PROJECT.resolve(name)).exists());
    }

    /// Those launchers come from jpackage, and take no files of options.
    @ParameterizedTest
    @ValueSource(strings = {"windows/msi.jpackage", "macos/dmg.jpackage"})
    void theWindowStartsUnderTheSameOptionsAsOnLinux(String file) throws IOException {
        var expected = new ArrayList<String>();
        expected.addAll(words("launcher/common.args"));
        expected.addAll(words("launcher/window.args"));
        expected.removeIf(option -> option.startsWith("-Xlog"));

        assertThat(words(file)).containsAll(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = "windows/command.properties")
    void theCommandLineStartsUnderTheSameOptionsAsOnLinux(String file) throws IOException {
        var properties = new Properties();
        properties.load(
                new StringReader(Files.readString(PROJECT.resolve("jlink").resolve(file))));
        var expected = new ArrayList<String>();
        expected.addAll(words("launcher/common.args"));
        expected.addAll(words("launcher/command.args"));
        expected.removeIf(option -> option.startsWith("-Xlog"));

        assertThat(properties.getProperty("java-options").split(" ")).containsAll(expected);
    }

    private static Set<String> options(String text) {
        var found = new TreeSet<String>();
        OPTION.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static String help() {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        ToolProvider.findFirst("jpackage").orElseThrow().run(out, out, "--help");
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// @return the words of a file of options, as jpackage and java read them: quoted or not, without comments
    private static List<String> words(String file) throws IOException {
        var tokens = new StreamTokenizer(
                new StringReader(Files.readString(PROJECT.resolve("jlink").resolve(file))));
        tokens.resetSyntax();
        tokens.wordChars('!', 255);
        tokens.whitespaceChars(0, ' ');
        tokens.commentChar('#');
        tokens.quoteChar('"');
        var words = new ArrayList<String>();
        while (tokens.nextToken() != StreamTokenizer.TT_EOF) {
            words.add(tokens.sval);
        }
        return words;
    }
}
