package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.profiles.importers.LocalModelFiles;

/// The commands in README and guides do what is written there: each is run.
class DocumentedCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```");
    private static final Pattern COMMAND = Pattern.compile("(?:\\S*/)?tonari (?<words>.*?)(?:\\s+#.*)?");
    private static final Pattern SPOKEN = Pattern.compile("`tonari\\s+(?<words>[^`]+)`");

    /// A file for the window, or help on any command.
    private static final Pattern OPENED = Pattern.compile("FILE\\.tonari|--help|COMMAND --help");

    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    /// A pattern rather than a command: words that stand for others, or for more.
    private static final Pattern PLACEHOLDER = Pattern.compile(".*(…|\\b[A-Z]{2,}\\b).*");

    /// Commands that are not run here, and why.
    private static final Map<String, String> NOT_RUN = Map.of(
            "inspect hf:", "asks a hub",
            "measure ", "asks a server",
            "accuracy", "fits the calibration anew for each source, model and machine that is kept back");

    /// Options of other programs that the guides speak of.
    private static final Set<String> OF_OTHERS = Set.of(
            "--cache-ram",
            "--fit-target",
            "--mem-fraction-static",
            "--kv-cache-memory-bytes",
            "--cask",
            "--help",
            "--type",
            "--version");

    private final Terminal terminal = new Terminal().with(Terminal.wiring(new LocalModelFiles()));

    @TempDir
    private Path folder = Path.of("");

    static Stream<String> commands() {
        Set<String> commands = new LinkedHashSet<>();
        for (Path page : pages()) {
            String text = text(page);
            BLOCK.matcher(text)
                    .results()
                    .flatMap(block ->
                            block.group(1).replaceAll("\\\\\\n\\s*", "").lines())
                    .forEach(line -> add(line.strip(), commands));
        }
        return commands.stream();
    }

    private static void add(String line, Set<String> commands) {
        var command = COMMAND.matcher(line);
        if (command.matches()
                && !PLACEHOLDER.matcher(command.group("words")).matches()
                && NOT_RUN.keySet().stream().noneMatch(command.group("words")::startsWith)) {
            commands.add(command.group("words"));
        }
    }

    @BeforeEach
    void layOutWhatTheCommandsRead() throws IOException {
        Files.writeString(folder.resolve("config.json"), """
            {"model_type": "llama", "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2,
             "num_attention_heads": 2, "num_key_value_heads": 2, "vocab_size": 100,
             "max_position_embeddings": 2048, "tie_word_embeddings": true}
            """);
        Files.createDirectories(folder.resolve("my-profiles"));
        Files.copy(
                Path.of("profiles", "machines", "dgx-spark.json"),
                folder.resolve("my-profiles").resolve("dgx-spark.json"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aDocumentedCommandIsDone(String words) {
        String[] command = Arrays.stream(words.split("\\s+")).map(this::placed).toArray(String[]::new);

        Terminal.Outcome outcome = terminal.run(command);

        assertThat(outcome.status()).as(outcome.err()).isZero();
    }

    /// Files that a command reads or writes lie in a folder of the test's.
    private String placed(String word) {
        boolean file = word.matches("[\\w-]+\\.(png|csv|md|html|json)") || word.equals("my-profiles");
        return file ? folder.resolve(word).toString() : word;
    }

    @Test
    void thereAreCommandsToRun() {
        assertThat(commands()).hasSizeGreaterThan(10).anyMatch(command -> command.startsWith("finetune"));
    }

    @Test
    void everyOptionThatIsSpokenOfExists() {
        Set<String> options = new TreeSet<>(OF_OTHERS);
        for (String command : CommandLineInterface.commands().keySet()) {
            options(terminal.run(command, "--help").out()).forEach(options::add);
        }

        for (Path page : List.of(
                Path.of("README.md"),
                site("command-line.md"),
                site("guide.md"),
                site("guide.ja.md"),
                site("guide.zh.md"),
                site("guide.zh-TW.md"))) {
            assertThat(options).as("%s", page).containsAll(options(text(page)).collect(Collectors.toSet()));
        }
    }

    /// Also of those that are only spoken of, which are not run: most leave something to the reader.
    @ParameterizedTest
    @MethodSource("spoken")
    void aCommandInASentenceIsOneThatExistsWithItsOptions(String words) {
        String command = words.split("\\s+")[0];

        assertThat(CommandLineInterface.commands()).as(words).containsKey(command);
        Set<String> known = options(terminal.run(command, "--help").out()).collect(Collectors.toSet());
        known.add("--help");
        assertThat(known).as(words).containsAll(options(words).toList());
    }

    static Stream<String> spoken() {
        return pages().stream()
                .map(DocumentedCommandsTest::text)
                .map(text -> BLOCK.matcher(text).replaceAll(""))
                .flatMap(text -> SPOKEN.matcher(text).results().map(found -> found.group("words")))
                .filter(words -> !OPENED.matcher(words).matches())
                .distinct();
    }

    private static Stream<String> options(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group);
    }

    private static List<Path> pages() {
        var pages = new ArrayList<Path>(List.of(Path.of("README.md")));
        try (Stream<Path> site = Files.list(site(""))) {
            site.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return pages;
    }

    private static Path site(String page) {
        return Path.of("src", "site", "markdown", page);
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
