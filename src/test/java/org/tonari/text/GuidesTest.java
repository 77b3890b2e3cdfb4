package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guide in each language is the whole guide and calls things what the window calls them.
class GuidesTest {
    private static final Pattern EMPHASISED = Pattern.compile("\\*{1,2}([^*\\n]+?)\\*{1,2}");
    private static final Pattern MENU = Pattern.compile(" [›→] ");

    @ParameterizedTest
    @CsvSource({"guide.ja.md", "guide.zh.md", "guide.zh-TW.md"})
    void everyChapterOfTheEnglishGuideIsThere(String page) throws IOException {
        assertThat(chapters(page)).hasSameSizeAs(chapters("guide.md"));
        assertThat(points(page)).as("points of lists").isEqualTo(points("guide.md"));
    }

    @ParameterizedTest
    @CsvSource({
        "guide.md, ENGLISH",
        "guide.ja.md, JAPANESE",
        "guide.zh.md, SIMPLIFIED_CHINESE",
        "guide.zh-TW.md, TRADITIONAL_CHINESE"
    })
    void menusAreCalledWhatTheWindowCallsThem(String page, Language language) throws IOException {
        Messages messages = Messages.in(language);
        Set<String> words = messages.keys().stream()
                .map(key -> bare(messages.required(key)))
                .collect(Collectors.toSet());

        List<String> named = EMPHASISED
                .matcher(text(page))
                .results()
                .map(found -> found.group(1))
                .filter(path -> MENU.matcher(path).find())
                .flatMap(path -> Arrays.stream(MENU.split(path)))
                .map(GuidesTest::bare)
                .distinct()
                .toList();

        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(words).as(name).contains(name));
    }

    /// In a line a button may go without the dots that say it will ask something.
    private static String bare(String label) {
        return label.replaceAll("…$", "").strip();
    }

    private static List<String> chapters(String page) throws IOException {
        return lines(page).filter(line -> line.startsWith("## ")).toList();
    }

    private static long points(String page) throws IOException {
        return lines(page).filter(line -> line.startsWith("- ")).count();
    }

    private static Stream<String> lines(String page) throws IOException {
        return text(page).lines();
    }

    private static String text(String page) throws IOException {
        return Files.readString(Path.of("src", "site", "markdown", page));
    }
}
