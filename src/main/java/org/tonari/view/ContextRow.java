package org.tonari.view;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.tonari.text.CommonText;
import org.tonari.text.TermText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.NumberBox;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;

/// The row with the context: its name, the slider on the chart's axis, the box right of it.
final class ContextRow extends Pane {
    private static final double TITLE_LEFT = 16;
    private static final double BOX_GAP = 26;
    private static final double BOX_WIDTH = 140;
    private static final double FIELD_HEIGHT = 26;
    private static final double HEIGHT = 42;
    private static final double TITLE_GAP = 4;
    /// How many times as large as when it is small the title is else; the style sheet has both sizes.
    private static final double SMALLER = 1.24;
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final Label title;
    private final ContextSlider slider;
    private final HBox box;

    ContextRow(Workbench workbench, Words words) {
        getStyleClass().add("context-row");
        title = Terms.explain(words.on(new Label(), CommonText.CONTEXT), words, TermText.CONTEXT);
        title.getStyleClass().add("row-title");
        slider = new ContextSlider(workbench.context(), words);
        box = box(workbench, words);
        slider.zoomProperty().bind(workbench.appearance().zoomProperty());
        title.setLabelFor(slider);
        getChildren().addAll(slider, title, box);
        slider.axisProperty().subscribe(_ -> requestLayout());
    }

    /// @return the slider, to be put on an axis
    ContextSlider slider() {
        return slider;
    }

    private static HBox box(Workbench workbench, Words words) {
        TextField field = NumberBox.build("context-box", workbench.context().entry(), words);
        field.accessibleTextProperty().bind(words.text(CommonText.CONTEXT));
        Label unit = words.on(new Label(), WindowText.TOKENS_UNIT);
        unit.getStyleClass().add("unit");
        var box = new HBox(field, unit);
        box.getStyleClass().add("boxed");
        box.setAlignment(Pos.CENTER_LEFT);
        unit.setOnMousePressed(_ -> field.requestFocus());
        return box;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT * slider.zoomProperty().get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT * slider.zoomProperty().get();
    }

    @Override
    protected void layoutChildren() {
        double zoom = slider.zoomProperty().get();
        double middle = ContextSlider.TRACK_Y * zoom;
        double end = slider.axisProperty().get().end();
        double titleHeight = title.prefHeight(-1);
        title.resizeRelocate(
                snapPositionX(TITLE_LEFT * zoom),
                snapPositionY(middle - titleHeight / 2),
                title.prefWidth(-1),
                titleHeight);
        fitTitle();
        slider.resizeRelocate(0, 0, end + BOX_GAP * zoom / 2, getHeight());
        double width = snapSpaceX(Math.min(BOX_WIDTH * zoom, getWidth() - end - BOX_GAP * zoom));
        double height = snapSizeY(FIELD_HEIGHT * zoom);
        box.resizeRelocate(snapPositionX(end + BOX_GAP * zoom), snapPositionY(middle - height / 2), width, height);
    }

    /// A zoomed axis begins farther left, where the track would run through a long title: that is written small then.
    private void fitTitle() {
        double zoom = slider.zoomProperty().get();
        boolean small = title.getPseudoClassStates().contains(SMALL);
        double width = title.prefWidth(-1) * (small ? SMALLER : 1);
        double room = slider.axisProperty().get().first() - (TITLE_LEFT + TITLE_GAP) * zoom;
        title.pseudoClassStateChanged(SMALL, width > room);
    }
}
