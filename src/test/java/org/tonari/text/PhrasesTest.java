package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.engine.ShippedScenarios;
import org.tonari.evidence.Mapping;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.profiles.forms.MachineProfile;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Bytes;

/// What is said of bad input and of missing facts has words in every language, wherever in the sources it is made.
class PhrasesTest {
    private static final Path SOURCES = Path.of("src/main/java/org/tonari");
    private static final String LITERAL = "(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)";
    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String PATH = "(?:\"[^\"]*\"|[\\w.()]+)(?:\\s*\\+\\s*(?:\"[^\"]*\"|[\\w.()]+))*,\\s*";
    private static final Pattern SAID = Pattern.compile("(?:Phrase\\.of\\(\\s*|new Refused\\(\\s*|\\brefused\\(\\s*"
            + "|new RemoteException\\(\\s*Reason\\.\\w+,\\s*"
            + "|(?:new MissingFact|Sourced\\.unknown)\\(\\s*" + PATH + ")" + LITERAL);
    private static final Pattern REFUSED =
            Pattern.compile("new IllegalArgumentException\\(\\s*" + LITERAL + "(\\s*\\+)?");
    private static final Pattern LATIN_WORDS = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");

    private static final Map<String, TreeSet<String>> PATTERNS = new TreeMap<>();

    @BeforeAll
    static void collectFromTheSources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                collect(SOURCES.relativize(file).toString(), Files.readString(file));
            }
        }
    }

    private static void collect(String file, String text) {
        Matcher said = SAID.matcher(text);
        while (said.find()) {
            remember(literal(said.group(1)));
        }
        Matcher refused = REFUSED.matcher(text);
        while (file.matches("(units|domain|explain|profiles)/.*") && refused.find()) {
            boolean value = refused.group(2) != null;
            assertThat(!value || refused.group(1).endsWith(": \""))
                    .as("a refusal with a value in its midst is a Refused: %s %s", file, refused.group(1))
                    .isTrue();
            remember(literal(refused.group(1)) + (value ? "{0}" : ""));
        }
    }

    private static String literal(String code) {
        var text = new StringBuilder();
        Matcher part = PART.matcher(code);
        while (part.find()) {
            text.append(part.group(1).replace("\\\"", "\""));
        }
        return text.toString();
    }

    private static void remember(String pattern) {
        PATTERNS.computeIfAbsent(Reasons.key(pattern), _ -> new TreeSet<>()).add(pattern);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyPhraseHasWordsInEveryLanguage(Language language) {
        Messages messages = Messages.in(language);

        assertThat(PATTERNS).hasSizeGreaterThan(250);
        assertThat(PATTERNS.keySet())
                .allSatisfy(key -> assertThat(messages.found(key))
                        .as("%s = %s in %s", key, PATTERNS.get(key), language)
                        .isPresent());
    }

    @Test
    void noTwoPhrasesShareAKey() {
        assertThat(PATTERNS.values())
                .allSatisfy(patterns -> assertThat(patterns).hasSize(1));
    }

    /// So that parts stand where they belong, and nobody looks for the English in two places.
    @Test
    void theEnglishMessageIsThePattern() {
        Messages english = Messages.in(Language.ENGLISH);

        assertThat(PATTERNS)
                .allSatisfy((key, patterns) -> assertThat(english.required(key)).isEqualTo(patterns.getFirst()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        JAPANESE, mine.json：schema：必要なのは1から1までの整数、実際は2
        SIMPLIFIED_CHINESE, mine.json：schema：应为1 到 1 的整数，实际为2
        TRADITIONAL_CHINESE, mine.json：schema：應為1 到 1 的整數，實際為2
        ENGLISH, "mine.json: schema: found 2, expected a whole number from 1 to 1"
        """, quoteCharacter = '"')
    void aBadProfileIsToldInTheReadersLanguage(Language language, String sentence) {
        assertThat(told("{\"kind\": \"machine\", \"schema\": 2}", language)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": ",
                "{\"kind\": \"machine\", \"kind\": 1}",
                "{kind: 1}",
                "nothing at all",
                "{\"kind\": \"machine\"} x",
                "[]",
                "",
                "{\"kind\": \"machina\"}"
            })
    void whatIsNoProfileIsToldWithoutEnglish(String text) {
        assertThat(told(text, Language.JAPANESE)).contains("必要なのは").doesNotContainPattern(LATIN_WORDS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH"},
            mode = EnumSource.Mode.EXCLUDE)
    void whyPublishedRowsAreLeftOutIsSaidInTheReadersLanguage(Language language) {
        Mapping mapping = Mapping.of(ShippedScenarios.CATALOGUE);

        assertThat(mapping.leftOut()).isNotEmpty().allSatisfy(reason -> {
            assertThat(Messages.in(language).found(Reasons.key(reason.says().pattern())))
                    .as(reason.says().pattern())
                    .isPresent();
            assertThat(said(reason.says(), language)).doesNotContainPattern(LATIN_WORDS);
        });
    }

    @Test
    void aRefusedValueIsAPart() {
        var refusal = new IllegalArgumentException("bytes must not be negative: -4");

        assertThat(said(Refused.why(refusal), Language.JAPANESE)).isEqualTo("0以上のバイト数（-4 は不可）");
        assertThat(Refused.why(refusal).english()).isEqualTo("bytes must not be negative: -4");
    }

    @Test
    void anotherProgramsWordsStayInEnglishOnly() {
        Phrase phrase = Phrase.of("a text that ends too early").insteadOf("Unexpected end-of-input");

        assertThat(said(phrase, Language.ENGLISH)).isEqualTo("Unexpected end-of-input");
        assertThat(said(phrase, Language.JAPANESE)).isEqualTo("途中で終わる内容");
    }

    @Test
    void partsAreSaidInTheSameLanguage() {
        Phrase phrase = Phrase.of("the figures make no number: {0}", Refused.why(catchRefusal(() -> new Bytes(-1))));

        assertThat(said(phrase, Language.TRADITIONAL_CHINESE)).isEqualTo("由這些數值得不出結果（不為負的位元組數（不能是 -1））");
    }

    private static RuntimeException catchRefusal(Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException refused) {
            return refused;
        }
        throw new AssertionError("nothing was refused");
    }

    private static String told(String profile, Language language) {
        return switch (MachineProfile.read("mine.json", profile)) {
            case Reading.Read<?> read -> throw new AssertionError("read: " + read);
            case Reading.Refused<?>(var problem) -> said(problem.phrase(), language);
        };
    }

    private static String said(Phrase phrase, Language language) {
        return new Names(Messages.in(language), new Formats(language.locale(), ByteUnit.GIB)).said(phrase);
    }
}
