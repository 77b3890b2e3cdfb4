package org.tonari.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.text.Language;
import org.tonari.text.TermText;

/// The documents as they come with the program: nothing in them leads nowhere.
class ShippedDocumentsTest {
    private static final Shelf SHELF = Shelf.shipped();

    @ParameterizedTest
    @EnumSource(Volume.class)
    void everyDocumentCanBeReadInEveryLanguage(Volume volume) throws IOException {
        for (Language language : Language.values()) {
            Document document = SHELF.read(volume, language);

            assertThat(document.volume()).isEqualTo(volume);
            assertThat(document.blocks().getFirst())
                    .as("%s in %s begins with its title", volume, language)
                    .isInstanceOfSatisfying(
                            Block.Heading.class,
                            title -> assertThat(title.level()).isEqualTo(1));
        }
    }

    @Test
    void theGlossaryHasTheTermsOfTheWindowInTheSameOrderInEveryLanguage() throws IOException {
        Document english = SHELF.read(Volume.GLOSSARY, Language.ENGLISH);
        int rows = english.entryStarts().size();

        for (TermText term : TermText.values()) {
            term.entry()
                    .ifPresent(
                            word -> assertThat(english.entryOf(word)).as(word).isLessThan(rows));
        }
        for (Language language : Language.values()) {
            assertThat(SHELF.read(Volume.GLOSSARY, language).entryStarts())
                    .as("%s", language)
                    .hasSize(rows);
        }
    }

    @Test
    void theGuideIsThereForReadersOfEveryLanguage() throws IOException {
        assertThat(SHELF.read(Volume.GUIDE, Language.ENGLISH).language()).isEqualTo(Language.ENGLISH);
        assertThat(SHELF.read(Volume.GUIDE, Language.JAPANESE).language()).isEqualTo(Language.JAPANESE);
        assertThat(SHELF.read(Volume.GUIDE, Language.SIMPLIFIED_CHINESE).language())
                .isEqualTo(Language.SIMPLIFIED_CHINESE);
        assertThat(SHELF.read(Volume.GUIDE, Language.TRADITIONAL_CHINESE).language())
                .isIn(Language.TRADITIONAL_CHINESE, Language.SIMPLIFIED_CHINESE);
    }

    @Test
    void everyLinkLeadsToAChapterThatIsThere() throws IOException {
        var astray = new ArrayList<String>();
        for (Document document : all()) {
            for (Destination link : links(document)) {
                if (!leads(link)) {
                    astray.add(document.volume().file(document.language()) + ": " + link);
                }
            }
        }

        assertThat(astray).isEmpty();
    }

    @Test
    void thePicturesThatAreShippedAreThoseThatAreShown() throws IOException {
        Set<String> shown = all().stream()
                .flatMap(document -> document.blocks().stream())
                .flatMap(block -> block instanceof Block.Picture picture ? Stream.of(picture.file()) : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String picture : shown) {
            assertThat(SHELF.picture(picture).readAllBytes()).as(picture).isNotEmpty();
        }
        Path folder = Path.of(System.getProperty("project.directory", ""), "target/classes/org/tonari/manual");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".png")))
                    .as("pictures in the module")
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    /// Who changes the language stays in the chapter that is read.
    @ParameterizedTest
    @EnumSource(Volume.class)
    void allEditionsHaveTheSameChapters(Volume volume) throws IOException {
        List<Integer> english = levels(SHELF.read(volume, Language.ENGLISH));
        for (Language language : Language.values()) {
            assertThat(levels(SHELF.read(volume, language)))
                    .as("%s in %s", volume, language)
                    .isEqualTo(english);
        }
    }

    @Test
    void aReaderOfTraditionalChineseIsGivenTheSimplifiedEditionBeforeTheEnglishOne() throws IOException {
        var shelf = new Shelf(name -> switch (name) {
            case "guide.md" -> Optional.of(new ByteArrayInputStream("# The guide".getBytes()));
            case "guide.zh.md" -> Optional.of(new ByteArrayInputStream("# Zh".getBytes()));
            default -> Optional.empty();
        });

        assertThat(shelf.read(Volume.GUIDE, Language.TRADITIONAL_CHINESE).language())
                .isEqualTo(Language.SIMPLIFIED_CHINESE);
        assertThat(shelf.read(Volume.GUIDE, Language.JAPANESE).language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aFileThatIsMissingOrNoTextIsNamed() {
        var shelf = new Shelf(name -> name.equals("guide.md")
                ? Optional.of(new ByteArrayInputStream(new byte[] {'#', (byte) 0xC3, 0x28}))
                : Optional.empty());

        assertThatThrownBy(() -> shelf.read(Volume.GUIDE, Language.ENGLISH))
                .isInstanceOf(IOException.class)
                .hasMessage("guide.md: it is not text in UTF-8");
        assertThatThrownBy(() -> shelf.read(Volume.MEMORY, Language.ENGLISH)).hasMessageStartingWith("memory.md: ");
        assertThatThrownBy(() -> shelf.picture("x.png")).hasMessageStartingWith("x.png: ");
    }

    private static List<Document> all() throws IOException {
        var all = new ArrayList<Document>();
        for (Volume volume : Volume.values()) {
            for (Language language : Language.values()) {
                Document document = SHELF.read(volume, language);
                if (document.language() == language) {
                    all.add(document);
                }
            }
        }
        return all;
    }

    private static List<Destination> links(Document document) {
        return document.prose().stream()
                .flatMap(prose -> prose.words().stream())
                .flatMap(words -> words.link().stream())
                .toList();
    }

    private static boolean leads(Destination link) throws IOException {
        return switch (link) {
            case Destination.Web _ -> true;
            case Destination.Nowhere _ -> false;
            case Destination.Place place -> {
                Document document = SHELF.read(place.volume(), place.language());
                yield document.language() == place.language()
                        && (place.anchor().isEmpty()
                                || document.proseAt(place.anchor()).isPresent());
            }
        };
    }

    private static List<Integer> levels(Document document) {
        return document.chapters().stream().map(Chapter::level).toList();
    }
}
