package org.tonari.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.manual.Words.Style;
import org.tonari.text.Language;

class MarkdownReaderTest {
    @Test
    void headingsBecomeChaptersThatLinksCanName() {
        Document document = read("""
            # The guide

            ## What fits where?

            ### Notes

            ## What fits where?
            """);

        assertThat(document.chapters())
                .containsExactly(
                        new Chapter(2, "What fits where?", "what-fits-where", 1),
                        new Chapter(3, "Notes", "notes", 2),
                        new Chapter(2, "What fits where?", "what-fits-where-1", 3));
        assertThat(document.proseAt("notes")).contains(2);
        assertThat(document.proseAt("nowhere")).isEmpty();
    }

    @Test
    void stylesOfWordsAddUp() {
        assertThat(words("Plain, **strong, *both*** and `code`."))
                .containsExactly(
                        plain("Plain, "),
                        new Words("strong, ", Set.of(Style.STRONG), Optional.empty()),
                        new Words("both", Set.of(Style.STRONG, Style.EMPHASIS), Optional.empty()),
                        plain(" and "),
                        new Words("code", Set.of(Style.CODE), Optional.empty()),
                        plain("."));
    }

    @Test
    void linksLeadToDocumentsChaptersOrTheWeb() {
        assertThat(links("[a](guide.ja.md) [b](command-line.md#a-scenario) [c](#keys)"
                        + " [d](https://example.org/x) [e](x.md)"))
                .containsExactly(
                        new Destination.Place(Volume.GUIDE, Language.JAPANESE, ""),
                        new Destination.Place(Volume.COMMAND_LINE, Language.ENGLISH, "a-scenario"),
                        new Destination.Place(Volume.GUIDE, Language.ENGLISH, "keys"),
                        new Destination.Web("https://example.org/x"),
                        new Destination.Nowhere("x.md"));
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "file:///etc/hosts", "data:text/html,x", "../secret.md"})
    void aLinkToAnythingElseLeadsNowhere(String link) {
        assertThat(links("[a](" + link + ")")).containsExactly(new Destination.Nowhere(link));
    }

    @Test
    void bulletsAndNumbersAreKeptApart() {
        Document document = read("""
            - one
            - two

              more of two

            3. three
            4. four
            """);

        assertThat(document.blocks()).hasSize(2);
        assertThat(document.blocks().getFirst()).isInstanceOfSatisfying(Block.Listing.class, list -> {
            assertThat(list.first()).isEqualTo(OptionalInt.empty());
            assertThat(list.items()).hasSize(2);
            assertThat(list.items().getLast()).hasSize(2);
        });
        assertThat(document.blocks().getLast())
                .isInstanceOfSatisfying(
                        Block.Listing.class, list -> assertThat(list.first()).hasValue(3));
    }

    @Test
    void aTableHasItsHeadItsRowsAndItsSides() {
        Document document = read("""
            | a | b | c |
            |---|--:|:-:|
            | 1 | **2** | `3` |
            | 4 | 5 | |
            """);

        assertThat(document.blocks()).singleElement().isInstanceOfSatisfying(Block.Table.class, table -> {
            assertThat(table.sides()).containsExactly(Block.Side.LEFT, Block.Side.RIGHT, Block.Side.CENTRE);
            assertThat(table.head()).extracting(Prose::text).containsExactly("a", "b", "c");
            assertThat(table.rows().getFirst()).extracting(Prose::text).containsExactly("1", "2", "3");
            assertThat(table.rows().getLast()).extracting(Prose::text).containsExactly("4", "5", "");
        });
    }

    @Test
    void codeKeepsItsLinesAndItsLanguage() {
        Document document = read("""
            ```sh
            tonari list
              tonari  check
            ```
            """);

        assertThat(document.blocks()).singleElement().isInstanceOfSatisfying(Block.Code.class, code -> {
            assertThat(code.isCommand()).isTrue();
            assertThat(code.prose().text()).isEqualTo("tonari list\n  tonari  check");
        });
    }

    @Test
    void anImageOnALineOfItsOwnIsAPicture() {
        assertThat(read("![The workbench](../resources/images/workbench-light.png)")
                        .blocks())
                .singleElement()
                .isInstanceOfSatisfying(Block.Picture.class, picture -> {
                    assertThat(picture.file()).isEqualTo("workbench-light.png");
                    assertThat(picture.caption().text()).isEqualTo("The workbench");
                });
        assertThat(read("See ![it](x.png) here").prose())
                .singleElement()
                .extracting(Prose::text)
                .isEqualTo("See it here");
    }

    @Test
    void quotesRulesAndHtmlAreShownAsWhatTheyAre() {
        List<Block> blocks = read("""
            > said

            ---

            <script>alert(1)</script>

            text <b>bold</b>
            """).blocks();

        assertThat(blocks.get(0)).isInstanceOf(Block.Quote.class);
        assertThat(blocks.get(1)).isInstanceOf(Block.Rule.class);
        assertThat(blocks.get(2))
                .isInstanceOfSatisfying(
                        Block.Code.class,
                        code -> assertThat(code.prose().text()).isEqualTo("<script>alert(1)</script>"));
        assertThat(blocks.get(3))
                .isInstanceOfSatisfying(
                        Block.Paragraph.class,
                        paragraph -> assertThat(paragraph.prose().text()).isEqualTo("text <b>bold</b>"));
    }

    @ParameterizedTest(name = "{0}: {1} / {2}")
    @CsvSource(delimiter = ';', textBlock = """
        ENGLISH;             two;       words;    two words
        JAPANESE;            重みを;    選ぶ;     重みを選ぶ
        JAPANESE;            出典は;    GiBで;    出典はGiBで
        SIMPLIFIED_CHINESE;  权重;      格式;     权重格式
        SIMPLIFIED_CHINESE;  按住;      Alt 键;   按住 Alt 键
        SIMPLIFIED_CHINESE;  左右移动，; Alt 键;   左右移动，Alt 键
        """)
    void anEndOfLineIsASpaceOnlyWhereWordsHaveOne(Language language, String first, String second, String joined) {
        assertThat(MarkdownReader.read(first + "\n" + second, Volume.GUIDE, language)
                        .prose())
                .singleElement()
                .extracting(Prose::text)
                .isEqualTo(joined);
    }

    @Test
    void aHardBreakStays() {
        assertThat(read("one\\\ntwo").prose().getFirst().text()).isEqualTo("one\ntwo");
    }

    @Test
    void textsAreNumberedInReadingOrder() {
        Document document = read("""
            # t

            p

            - i
              - j

            | a | b |
            |---|---|
            | c | d |

            > q

            ![x](x.png)

            ```
            code
            ```
            """);

        assertThat(document.prose())
                .extracting(Prose::text)
                .containsExactly("t", "p", "i", "j", "a", "b", "c", "d", "q", "x", "code");
        assertThat(document.prose())
                .extracting(Prose::number)
                .containsExactlyElementsOf(
                        IntStream.range(0, document.prose().size()).boxed().toList());
    }

    @Test
    void anEmptyFileIsAnEmptyDocument() {
        assertThat(read("").blocks()).isEmpty();
    }

    private static Words plain(String text) {
        return new Words(text, Set.of(), Optional.empty());
    }

    private static List<Words> words(String markdown) {
        return read(markdown).prose().getFirst().words();
    }

    private static List<Destination> links(String markdown) {
        return words(markdown).stream().flatMap(word -> word.link().stream()).toList();
    }

    private static Document read(String markdown) {
        return MarkdownReader.read(markdown, Volume.GUIDE, Language.ENGLISH);
    }
}
