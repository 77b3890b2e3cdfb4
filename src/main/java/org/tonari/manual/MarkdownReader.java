package org.tonari.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.tonari.text.Language;

/// Reads Markdown (CommonMark, with the tables of GitHub) into blocks.
///
/// HTML is shown as it is written: nothing in a document is carried out.
final class MarkdownReader {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Volume volume;
    private final Language language;
    private final Anchors anchors = new Anchors();
    private int proses;

    private MarkdownReader(Volume volume, Language language) {
        this.volume = volume;
        this.language = language;
    }

    /// @param markdown the file's text
    /// @param volume   which document it is
    /// @param language of this edition
    static Document read(String markdown, Volume volume, Language language) {
        var reader = new MarkdownReader(volume, language);
        return new Document(volume, language, reader.blocks(PARSER.parse(markdown)));
    }

    private List<Block> blocks(Node parent) {
        var blocks = new ArrayList<Block>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            blocks.addAll(block(node));
        }
        return blocks;
    }

    private List<Block> block(Node node) {
        return switch (node) {
            case Heading heading -> {
                Prose prose = prose(heading);
                yield List.of(new Block.Heading(heading.getLevel(), prose, anchors.of(prose.text())));
            }
            case Paragraph paragraph ->
                List.of(picture(paragraph)
                        .<Block>map(block -> block)
                        .orElseGet(() -> new Block.Paragraph(prose(paragraph))));
            case FencedCodeBlock code -> List.of(code(code.getLiteral(), code.getInfo()));
            case IndentedCodeBlock code -> List.of(code(code.getLiteral(), ""));
            case HtmlBlock html -> List.of(code(html.getLiteral(), "html"));
            case BulletList list -> List.of(new Block.Listing(OptionalInt.empty(), items(list)));
            case OrderedList list -> List.of(new Block.Listing(OptionalInt.of(first(list)), items(list)));
            case BlockQuote quote -> List.of(new Block.Quote(blocks(quote)));
            case ThematicBreak _ -> List.of(new Block.Rule());
            case TableBlock table -> List.of(table(table));
            default -> blocks(node);
        };
    }

    private static int first(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        return start == null ? 1 : start;
    }

    private List<List<Block>> items(Node list) {
        var items = new ArrayList<List<Block>>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(blocks(item));
        }
        return items;
    }

    /// A paragraph that holds an image and nothing else.
    private Optional<Block.Picture> picture(Paragraph paragraph) {
        boolean alone = paragraph.getFirstChild() != null && paragraph.getFirstChild() == paragraph.getLastChild();
        if (!alone || !(paragraph.getFirstChild() instanceof Image image)) {
            return Optional.empty();
        }
        String path = image.getDestination();
        return Optional.of(new Block.Picture(prose(image), path.substring(path.lastIndexOf('/') + 1)));
    }

    private Block.Code code(String literal, String language) {
        var words = new Words(literal.stripTrailing(), Set.of(Words.Style.CODE), Optional.empty());
        return new Block.Code(new Prose(proses++, List.of(words)), language == null ? "" : language);
    }

    private Block.Table table(TableBlock table) {
        var rows = new ArrayList<List<Prose>>();
        var sides = new ArrayList<Block.Side>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                var cells = new ArrayList<Prose>();
                for (Node cell = row.getFirstChild(); cell instanceof TableCell one; cell = cell.getNext()) {
                    cells.add(prose(one));
                    if (rows.isEmpty()) {
                        sides.add(side(one.getAlignment()));
                    }
                }
                rows.add(cells);
            }
        }
        return new Block.Table(sides, rows.getFirst(), rows.subList(1, rows.size()));
    }

    private static Block.Side side(TableCell.Alignment alignment) {
        if (alignment == null) {
            return Block.Side.LEFT;
        }
        return switch (alignment) {
            case LEFT -> Block.Side.LEFT;
            case CENTER -> Block.Side.CENTRE;
            case RIGHT -> Block.Side.RIGHT;
        };
    }

    private Prose prose(Node node) {
        return new Prose(proses++, ProseReader.read(node, volume, language));
    }
}
