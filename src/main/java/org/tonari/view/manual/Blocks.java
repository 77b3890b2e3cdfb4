package org.tonari.view.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.tonari.manual.Block;
import org.tonari.manual.Prose;

/// Makes nodes of blocks, and remembers which text stands in which node.
final class Blocks {
    private static final String BULLET = "•";

    private final Links links;
    private final SortedMap<Integer, ProseView> texts = new TreeMap<>();

    Blocks(Links links) {
        this.links = links;
    }

    /// @return the nodes of the texts made so far, by their numbers
    SortedMap<Integer, ProseView> texts() {
        return texts;
    }

    List<Node> nodes(List<Block> blocks) {
        return blocks.stream().map(this::node).toList();
    }

    private Node node(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                text(heading.prose(), "manual-heading", "manual-heading-" + Math.min(heading.level(), 4));
            case Block.Paragraph paragraph -> text(paragraph.prose(), "manual-paragraph");
            case Block.Code code -> CodeBox.of(code, text(code.prose(), "manual-code-lines"), links);
            case Block.Picture picture -> new PictureBox(picture, text(picture.caption(), "manual-caption"), links);
            case Block.Listing listing -> list(listing);
            case Block.Table table -> table(table);
            case Block.Quote quote -> column("manual-quote", nodes(quote.blocks()));
            case Block.Rule _ -> rule();
        };
    }

    private ProseView text(Prose prose, String... looks) {
        var view = new ProseView(prose, links, looks);
        texts.put(prose.number(), view);
        return view;
    }

    private VBox list(Block.Listing listing) {
        var items = new ArrayList<Node>();
        for (List<Block> item : listing.items()) {
            items.add(item(mark(listing.first(), items.size()), item));
        }
        return column("manual-list", items);
    }

    private static String mark(OptionalInt first, int index) {
        return first.isPresent() ? first.getAsInt() + index + "." : BULLET;
    }

    private HBox item(String mark, List<Block> blocks) {
        var label = new Label(mark);
        label.getStyleClass().add("manual-bullet");
        label.setMinWidth(Region.USE_PREF_SIZE);
        VBox body = column("manual-item", nodes(blocks));
        HBox.setHgrow(body, Priority.ALWAYS);
        var row = new HBox(label, body);
        row.getStyleClass().add("manual-item-row");
        return row;
    }

    private TableGrid table(Block.Table table) {
        var rows = new ArrayList<List<ProseView>>();
        rows.add(row(table.head(), table.sides(), "manual-head"));
        table.rows().forEach(row -> rows.add(row(row, table.sides(), "manual-cell")));
        return new TableGrid(rows);
    }

    private List<ProseView> row(List<Prose> cells, List<Block.Side> sides, String look) {
        var row = new ArrayList<ProseView>();
        for (int i = 0; i < cells.size(); i++) {
            row.add(text(cells.get(i), look).aligned(alignment(sides.get(i))));
        }
        return row;
    }

    private static TextAlignment alignment(Block.Side side) {
        return switch (side) {
            case LEFT -> TextAlignment.LEFT;
            case CENTRE -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        };
    }

    private static VBox column(String look, List<? extends Node> nodes) {
        var column = new VBox();
        column.getStyleClass().add(look);
        column.getChildren().addAll(nodes);
        return column;
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("manual-rule");
        return rule;
    }
}
