package org.tonari.view.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.tonari.manual.Destination;
import org.tonari.manual.Prose;
import org.tonari.manual.Words;

/// Text that flows in its width, with marks behind it: what is typed exactly so, what was searched, the link that has
/// the keyboard.
final class ProseView extends Region {
    /// Elements of a rectangle in a shape: a move and four lines.
    private static final int BOX = 5;

    private final Prose prose;
    private final TextFlow flow = new TextFlow();
    private final Path typed = mark("typed");
    private final Path found = mark("found");
    private final Path current = mark("current");
    private final Path focus = mark("focus");
    private final List<Range> code = new ArrayList<>();
    private List<Range> hits = List.of();
    private Optional<Range> hit = Optional.empty();
    private Optional<Range> focused = Optional.empty();

    /// @param start first character
    /// @param end   behind the last
    record Range(int start, int end) {}

    /// @param looks style classes
    ProseView(Prose prose, Links links, String... looks) {
        this.prose = prose;
        getStyleClass().add("manual-prose");
        getStyleClass().addAll(looks);
        flow.getStyleClass().add("manual-flow");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(prose.text());
        int at = 0;
        for (Words words : prose.words()) {
            var range = new Range(at, at + words.text().length());
            flow.getChildren().add(text(words, links, range));
            if (words.styles().contains(Words.Style.CODE)) {
                code.add(range);
            }
            at = range.end();
        }
        getChildren().addAll(typed, found, current, flow, focus);
    }

    private Text text(Words words, Links links, Range range) {
        Text text = words.link()
                .filter(link -> !(link instanceof Destination.Nowhere))
                .<Text>map(link -> link(words.text(), link, links, range))
                .orElseGet(() -> new Text(words.text()));
        text.getStyleClass().add("manual-text");
        for (Words.Style style : words.styles()) {
            text.getStyleClass()
                    .add(
                            switch (style) {
                                case STRONG -> "manual-strong";
                                case EMPHASIS -> "manual-emphasis";
                                case CODE -> "manual-code";
                            });
        }
        return text;
    }

    private LinkText link(String text, Destination destination, Links links, Range range) {
        var link = new LinkText(text, () -> links.follow(destination));
        link.setAccessibleText(links.spoken(text, destination));
        links.offer(link, destination);
        link.focusedProperty().subscribe(has -> {
            focused = has ? Optional.of(range) : Optional.empty();
            requestLayout();
        });
        return link;
    }

    private static Path mark(String look) {
        var path = new Path();
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.getStyleClass().addAll("manual-mark", look);
        return path;
    }

    /// @param wanted where the cells of its column stand
    ProseView aligned(TextAlignment wanted) {
        flow.setTextAlignment(wanted);
        return this;
    }

    Prose prose() {
        return prose;
    }

    /// @return the size of its type, in pixels
    double typeSize() {
        return flow.getChildren().isEmpty() || !(flow.getChildren().getFirst() instanceof Text text)
                ? 0
                : text.getFont().getSize();
    }

    /// Marks what was searched.
    ///
    /// @param places where it stands
    /// @param one    the place one is at
    void mark(List<Range> places, Optional<Range> one) {
        if (!places.equals(hits) || !one.equals(hit)) {
            hits = places;
            hit = one;
            requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return across() + Math.ceil(flow.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? -1 : Math.max(1, width - across());
        return snappedTopInset() + Math.ceil(flow.prefHeight(inner)) + snappedBottomInset();
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + flow.getBaselineOffset();
    }

    private double across() {
        Insets insets = getInsets();
        return snapSizeX(insets.getLeft()) + snapSizeX(insets.getRight());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - across();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
        flow.layout();
        // Whoever asked the flow for its size last left it wrapped at another width.
        flow.prefHeight(width);
        draw(typed, code);
        draw(found, hits);
        draw(current, hit.stream().toList());
        draw(focus, focused.stream().toList());
    }

    /// A range that begins on a new line has a box for the space at the end of the line before, which nobody means.
    private List<PathElement> boxes(PathElement... shape) {
        List<PathElement> all = List.of(shape);
        boolean space = all.size() > BOX
                && all.get(0) instanceof MoveTo from
                && all.get(1) instanceof LineTo to
                && Math.abs(to.getX() - from.getX()) < typeSize() / 2;
        return space ? all.subList(BOX, all.size()) : all;
    }

    private void draw(Path path, List<Range> ranges) {
        if (ranges.isEmpty() && path.getElements().isEmpty()) {
            return;
        }
        path.getElements().clear();
        for (Range range : ranges) {
            path.getElements().addAll(boxes(flow.getRangeShape(range.start(), range.end(), false)));
        }
        path.relocate(0, 0);
        path.setLayoutX(flow.getLayoutX());
        path.setLayoutY(flow.getLayoutY());
    }
}
