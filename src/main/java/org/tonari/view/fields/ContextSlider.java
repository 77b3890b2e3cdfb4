package org.tonari.view.fields;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.tonari.chart.speed.AxisSpan;
import org.tonari.chart.speed.ContextAxis;
import org.tonari.text.WindowText;
import org.tonari.units.Tokens;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.choosing.ContextViewModel;
import org.tonari.viewmodel.choosing.ContextViewModel.Snap;

/// The context slider. It stands on the speed chart's own axis, so its thumb is exactly above the scrub line.
///
/// Powers of two attract the thumb unless Alt is held. Arrows step, Page Up and Page Down double and halve.
public final class ContextSlider extends Region {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    /// The track's middle, from the top.
    static final double TRACK_Y = 16;

    private static final double TRACK = 4;
    private static final double THUMB = 16;
    private static final double TICK_TOP = 24;
    private static final double LABEL_TOP = 27;
    private static final double HEIGHT = 42;

    private final ContextViewModel context;
    private final Words words;
    private final ObjectProperty<ContextAxis> axis =
            new SimpleObjectProperty<>(this, "axis", ContextAxis.between(AxisSpan.contexts(131_072), 76, 848));
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final BooleanProperty dragging = new SimpleBooleanProperty(this, "dragging");
    private final Region track = styled("track");
    private final Region filled = styled("filled");
    private final Region thumb = styled("thumb");
    private final List<Region> ticks = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private List<Double> drawnTicks = List.of();

    ContextSlider(ContextViewModel context, Words words) {
        this.context = context;
        this.words = words;
        getStyleClass().add("context-slider");
        thumb.setId("context-thumb");
        setId("context-slider");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getChildren().addAll(track, filled, thumb);
        axis.subscribe(_ -> requestLayout());
        zoom.subscribe(_ -> requestLayout());
        context.contextProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> {
            drawnTicks = List.of();
            show();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> letGo());
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_RELEASED, this::keyReleased);
    }

    /// The axis it stands on, in this region's coordinates.
    public ObjectProperty<ContextAxis> axisProperty() {
        return axis;
    }

    /// How large everything is drawn.
    DoubleProperty zoomProperty() {
        return zoom;
    }

    /// Whether it is being dragged.
    public BooleanProperty draggingProperty() {
        return dragging;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) tokens();
            case MIN_VALUE -> axis.get().span().min();
            case MAX_VALUE -> axis.get().span().max();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT * zoom.get();
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT * zoom.get();
    }

    @Override
    protected void layoutChildren() {
        ContextAxis now = axis.get();
        double first = snapPositionX(now.first());
        double end = snapPositionX(now.end());
        double at = snapPositionX(now.x(tokens()));
        double size = zoom.get();
        double trackTop = snapPositionY((TRACK_Y - TRACK / 2) * size);
        double trackHeight = snapSizeY(TRACK * size);
        track.resizeRelocate(first, trackTop, end - first, trackHeight);
        filled.resizeRelocate(Math.min(first, at), trackTop, Math.max(0, at - first), trackHeight);
        double thumbSize = THUMB * size;
        thumb.resizeRelocate(at - thumbSize / 2, TRACK_Y * size - thumbSize / 2, thumbSize, thumbSize);
        layoutTicks(now);
    }

    private void layoutTicks(ContextAxis now) {
        if (!now.ticks().equals(drawnTicks)) {
            makeTicks(now.ticks());
        }
        for (int i = 0; i < drawnTicks.size(); i++) {
            double tick = drawnTicks.get(i);
            double x = now.x(tick);
            Label label = labels.get(i);
            label.pseudoClassStateChanged(CURRENT, tick == tokens());
            double width = label.prefWidth(-1);
            label.resizeRelocate(
                    snapPositionX(x - width / 2), snapPositionY(LABEL_TOP * zoom.get()), width, label.prefHeight(-1));
            ticks.get(i)
                    .resizeRelocate(
                            snapPositionX(x),
                            snapPositionY(TICK_TOP * zoom.get()),
                            snapSpaceX(1),
                            snapSizeY(3 * zoom.get()));
        }
    }

    private void makeTicks(List<Double> places) {
        getChildren().removeAll(labels);
        getChildren().removeAll(ticks);
        labels.clear();
        ticks.clear();
        drawnTicks = List.copyOf(places);
        for (double place : places) {
            var label = new Label(words.now().formats().contextLabel(new Tokens(Math.round(place))));
            label.getStyleClass().add("tick-label");
            label.setMouseTransparent(true);
            labels.add(label);
            ticks.add(styled("tick"));
        }
        getChildren().addAll(0, ticks);
        getChildren().addAll(labels);
    }

    private void show() {
        setAccessibleText(
                words.now().text(WindowText.SPOKEN_SLIDER, words.now().formats().whole(tokens())));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    private long tokens() {
        return context.contextProperty().getValue().count();
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.isShiftDown()) {
            context.imagine();
        } else {
            context.hold();
        }
        dragging.set(true);
        move(event);
    }

    private void drag(MouseEvent event) {
        if (dragging.get()) {
            move(event);
        }
    }

    private void move(MouseEvent event) {
        ContextAxis now = axis.get();
        double pixelsPerOctave = (now.end() - now.first()) / now.span().octaves();
        context.moveTo(now.at(event.getX()), pixelsPerOctave, event.isAltDown() ? Snap.OFF : Snap.ON);
        event.consume();
    }

    private void letGo() {
        dragging.set(false);
        context.dropImagined();
        context.release();
    }

    /// A what-if by keys lasts as long as Shift is held.
    private void keyReleased(KeyEvent event) {
        if (event.getCode() == KeyCode.SHIFT) {
            context.dropImagined();
        }
        if (!context.isImagining()) {
            context.release();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShiftDown() && isStep(event.getCode())) {
            context.imagine();
        } else if (!context.isImagining()) {
            context.hold();
        }
        switch (event.getCode()) {
            case RIGHT, UP -> context.step(1);
            case LEFT, DOWN -> context.step(-1);
            case PAGE_UP -> context.jump(1);
            case PAGE_DOWN -> context.jump(-1);
            default -> {
                context.release();
                return;
            }
        }
        event.consume();
    }

    private static boolean isStep(KeyCode code) {
        return code.isArrowKey() || code == KeyCode.PAGE_UP || code == KeyCode.PAGE_DOWN;
    }

    private static Region styled(String styleClass) {
        var region = new Region();
        region.getStyleClass().add(styleClass);
        region.setMouseTransparent(true);
        return region;
    }
}
