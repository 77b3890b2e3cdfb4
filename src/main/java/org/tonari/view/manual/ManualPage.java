package org.tonari.view.manual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tonari.manual.Document;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;
import org.tonari.view.manual.ProseView.Range;
import org.tonari.view.parts.Scrolls;
import org.tonari.viewmodel.manual.ManualSearch;
import org.tonari.viewmodel.manual.ManualViewModel;
import org.tonari.viewmodel.manual.ShownDocument;

/// The document that is read: laid out below each other, scrolled to where the view-model says, and telling it how far
/// one has read.
final class ManualPage {
    private static final double UPPER_PART = 20;

    private final ManualViewModel manual;
    private final Links links;
    private final VBox column = new VBox();
    private final StackPane sheet = new StackPane(column);
    private final ScrollPane scroll = Scrolls.of(sheet);
    private SortedMap<Integer, ProseView> texts = new TreeMap<>();
    private boolean arriving;
    private boolean moved;
    private Anchor anchor = new Anchor(0, 0);

    /// What one looks at.
    ///
    /// @param prose  number of a text
    /// @param offset of its top from the top of what is in sight, in pixels
    private record Anchor(int prose, double offset) {}

    ManualPage(Links links) {
        this.manual = links.manual();
        this.links = links;
        column.getStyleClass().add("manual-page");
        sheet.getStyleClass().add("manual-sheet");
        scroll.setId("manual-text");
        scroll.getStyleClass().add("manual-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(true);
        manual.shownProperty().subscribe(this::show);
        manual.goalProperty().subscribe(goal -> seek(goal.prose()));
        manual.search().hitsProperty().subscribe(_ -> mark());
        manual.search().currentProperty().subscribe(_ -> mark());
        scroll.vvalueProperty().subscribe(_ -> read());
        sheet.heightProperty().subscribe(_ -> moved = true);
        scroll.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addPostLayoutPulseListener(this::stay);
            }
        });
    }

    ScrollPane node() {
        return scroll;
    }

    private void show(ShownDocument shown) {
        arriving = true;
        var blocks = new Blocks(links);
        List<? extends Node> nodes =
                switch (shown) {
                    case ShownDocument.Nothing _ -> List.of();
                    case ShownDocument.Text text -> blocks.nodes(text.document().blocks());
                    case ShownDocument.Broken trouble -> List.of(broken(trouble.reason()));
                };
        texts = blocks.texts();
        column.getChildren().setAll(nodes);
        if (shown instanceof ShownDocument.Text text) {
            scroll.setAccessibleText(title(text.document()));
            if (text.isStandIn()) {
                column.getChildren().addFirst(standIn(text.document()));
            }
        }
        mark();
    }

    private static String title(Document document) {
        return document.prose().isEmpty() ? "" : document.prose().getFirst().text();
    }

    private VBox standIn(Document document) {
        var space = new VBox(
                said("manual-stand-in", ManualText.STAND_IN, document.language().endonym()));
        space.getStyleClass().add("manual-stand-in-space");
        return space;
    }

    private VBox broken(String reason) {
        var why = new Label(reason);
        why.setWrapText(true);
        var box = new VBox(said("manual-broken", ManualText.BROKEN), why, said("", ManualText.BROKEN_STILL));
        box.setId("manual-broken");
        box.getStyleClass().add("manual-trouble");
        return box;
    }

    private Label said(String look, MessageKey text, Object... arguments) {
        var label = new Label();
        label.textProperty().bind(links.words().text(text, arguments));
        label.setWrapText(true);
        label.getStyleClass().add(look);
        return label;
    }

    private void mark() {
        ManualSearch search = manual.search();
        var places = new TreeMap<Integer, List<Range>>();
        search.hitsProperty()
                .get()
                .forEach(
                        hit -> places.merge(hit.prose(), List.of(new Range(hit.start(), hit.end())), ManualPage::both));
        texts.forEach((number, text) -> text.mark(
                places.getOrDefault(number, List.of()),
                search.hit().filter(hit -> hit.prose() == number).map(hit -> new Range(hit.start(), hit.end()))));
    }

    private static List<Range> both(List<Range> some, List<Range> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /// Scrolls so that a text stands at the top, unless a hit of the search in it is in sight anyway.
    private void seek(int prose) {
        boolean hit = manual.search().hit().filter(one -> one.prose() == prose).isPresent();
        if (!isOnScreen()) {
            anchor = new Anchor(prose, 0);
            moved = true;
            arriving = false;
            return;
        }
        arriving = true;
        scroll.getScene().getRoot().applyCss();
        scroll.layout();
        if (!hit || !isInSight(prose)) {
            anchor = new Anchor(prose, hit ? viewport() / 4 : 0);
            arrive();
        }
        arriving = false;
        read();
    }

    /// Before the window is shown nothing has its style yet; one gets to what is sought once it is laid out.
    private boolean isOnScreen() {
        return scroll.getScene() != null
                && scroll.getScene().getWindow() != null
                && scroll.getScene().getWindow().isShowing();
    }

    /// Where the text was laid out anew, by another width, size of type or a picture that came, one stays at what one
    /// looked at.
    private void stay() {
        if (moved) {
            moved = false;
            arriving = true;
            arrive();
            arriving = false;
            read();
        }
    }

    private void arrive() {
        double spare = sheet.getHeight() - viewport();
        double wanted = first(anchor.prose()) && anchor.offset() == 0 ? 0 : top(anchor.prose()) - anchor.offset();
        scroll.setVvalue(spare <= 0 ? 0 : Math.clamp(wanted / spare, 0, 1));
    }

    private boolean first(int prose) {
        return texts.isEmpty() || prose <= texts.firstKey();
    }

    private boolean isInSight(int prose) {
        double at = top(prose);
        double from = scroll.getVvalue() * Math.max(0, sheet.getHeight() - viewport());
        return at >= from && at + height(prose) <= from + viewport();
    }

    private double viewport() {
        return scroll.getViewportBounds().getHeight();
    }

    private double top(int prose) {
        return Optional.ofNullable(texts.get(prose)).map(this::top).orElse(0.0);
    }

    private double top(Node text) {
        Bounds within = sheet.sceneToLocal(text.localToScene(text.getLayoutBounds()));
        return within.getMinY();
    }

    private double height(int prose) {
        return Optional.ofNullable(texts.get(prose)).map(ProseView::getHeight).orElse(0.0);
    }

    /// Tells which text is read: the last that begins in the uppermost part of what is in sight.
    private void read() {
        if (arriving || moved || texts.isEmpty() || viewport() <= 0) {
            return;
        }
        double from = scroll.getVvalue() * Math.max(0, sheet.getHeight() - viewport());
        int reached = texts.firstKey();
        for (Map.Entry<Integer, ProseView> text : texts.entrySet()) {
            if (top(text.getValue()) <= from + viewport() / UPPER_PART) {
                reached = text.getKey();
            }
        }
        anchor = new Anchor(reached, top(reached) - from);
        manual.readAt(from > 0 && scroll.getVvalue() >= 1 ? atTheEnd(reached) : reached);
    }

    /// The last chapters cannot come to the top: the one that was asked for counts as read, else the last.
    private int atTheEnd(int reached) {
        int asked = manual.goalProperty().get().prose();
        return asked > reached && isInSight(asked) ? asked : texts.lastKey();
    }
}
