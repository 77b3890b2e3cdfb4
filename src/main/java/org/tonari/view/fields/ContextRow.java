package org.tonari.view.fields;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.TermText;
import org.tonari.text.WindowText;
import org.tonari.units.Tokens;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.NumberBox;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.ContextViewModel.Shortened;

/// The row with the context: its name, the slider on the chart's axis, the box right of it.
public final class ContextRow extends Pane {
    private static final double TITLE_LEFT = 16;
    private static final double BOX_GAP = 26;
    private static final double BESIDE = 10;
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
    /// What was asked for, by the box, while the model allows less.
    private final Label shortened = new Label();

    /// @param workbench whose context it sets
    public ContextRow(Workbench workbench, Words words) {
        getStyleClass().add("context-row");
        title = Terms.explain(words.on(new Label(), CommonText.CONTEXT), words, TermText.CONTEXT);
        title.getStyleClass().add("row-title");
        slider = new ContextSlider(workbench.context(), words);
        box = box(workbench, words);
        Terms.bear(slider, TermText.CONTEXT);
        Terms.bear(box, TermText.CONTEXT);
        slider.zoomProperty().bind(workbench.appearance().zoomProperty());
        title.setLabelFor(slider);
        shortened.getStyleClass().add("shortened");
        shortened.setId("context-shortened");
        shortened.setTextOverrun(OverrunStyle.CLIP);
        workbench.context().shortenedProperty().subscribe(now -> show(now, words.now()));
        words.wording()
                .subscribe(now -> show(workbench.context().shortenedProperty().getValue(), now));
        getChildren().addAll(slider, title, box, shortened);
        slider.axisProperty().subscribe(_ -> requestLayout());
    }

    /// @return the slider, to be put on an axis
    public ContextSlider slider() {
        return slider;
    }

    private void show(Optional<Shortened> now, Wording wording) {
        shortened.setVisible(now.isPresent());
        shortened.setText(now.map(less -> wording.text(
                        WindowText.CONTEXT_SHORTENED, label(less.asked(), wording), label(less.longest(), wording)))
                .orElse(""));
        Hint.on(
                shortened,
                now.map(less -> wording.text(
                                WindowText.CONTEXT_RETURNS,
                                less.model(),
                                wording.formats().context(less.longest()),
                                wording.formats().context(less.asked())))
                        .orElse(""));
        shortened.setAccessibleText(shortened.getAccessibleHelp());
        slider.setAccessibleHelp(shortened.getAccessibleHelp());
        requestLayout();
    }

    private static String label(Tokens tokens, Wording wording) {
        return wording.formats().contextLabel(tokens);
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
        double left = snapPositionX(end + BOX_GAP * zoom);
        box.resizeRelocate(left, snapPositionY(middle - height / 2), width, height);
        placeShortened(left + width + BESIDE * zoom, middle, left);
    }

    /// Beside the box where there is room, else under it.
    private void placeShortened(double beside, double middle, double left) {
        double width = snapSizeX(shortened.prefWidth(-1));
        double height = shortened.prefHeight(-1);
        if (beside + width <= getWidth() - TITLE_LEFT) {
            shortened.resizeRelocate(snapPositionX(beside), snapPositionY(middle - height / 2), width, height);
        } else {
            shortened.resizeRelocate(left, getHeight() - height, getWidth() - left, height);
        }
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
