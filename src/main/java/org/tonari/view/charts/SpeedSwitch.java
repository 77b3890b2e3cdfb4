package org.tonari.view.charts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.tonari.text.ChartText;
import org.tonari.text.CommonText;
import org.tonari.text.MessageKey;
import org.tonari.text.TermText;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.desk.SpeedMeasure.Axis;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// Across what the curves of the speed chart run, and which speed they show there.
final class SpeedSwitch {
    private final HBox axes;
    private final HBox measures = new HBox();
    private final Map<Axis, HBox> each = new EnumMap<>(Axis.class);

    SpeedSwitch(WorkbenchViewModel root, Words words) {
        ObservableValue<Axis> axis = root.measureProperty().map(SpeedMeasure::axis);
        axes = Segments.of(List.of(Axis.values()), kind -> words.text(name(kind)), axis, root::across);
        axes.setId("axis-segments");
        axes.accessibleTextProperty().bind(words.text(ChartText.AXIS));
        Segments.explained(axes, Axis.class, words, _ -> ChartText.AXIS_TERM);
        for (Axis kind : Axis.values()) {
            HBox segments = Segments.of(
                    kind.measures(),
                    measure -> words.text(name(measure)),
                    root.measureProperty(),
                    root.measureProperty()::set);
            segments.setId(kind == Axis.CONTEXT ? "measure-segments" : "users-segments");
            Segments.explained(segments, SpeedMeasure.class, words, SpeedSwitch::term);
            each.put(kind, segments);
        }
        measures.setAlignment(Pos.CENTER_LEFT);
        axis.subscribe(kind -> measures.getChildren().setAll(each.getOrDefault(kind, new HBox())));
    }

    /// @return the switch between axes
    HBox axes() {
        return axes;
    }

    /// @return the switch between the measures of the axis that holds
    HBox node() {
        return measures;
    }

    private static MessageKey name(Axis axis) {
        return switch (axis) {
            case CONTEXT -> CommonText.CONTEXT;
            case USERS -> CommonText.USERS;
        };
    }

    private static MessageKey name(SpeedMeasure measure) {
        return switch (measure) {
            case DECODE -> CommonText.DECODE;
            case FIRST_TOKEN -> CommonText.FIRST_TOKEN;
            case PREFILL -> CommonText.PREFILL;
            case EACH_USER -> ChartText.EACH_USER;
            case ALL_USERS -> ChartText.ALL_USERS;
        };
    }

    private static MessageKey term(SpeedMeasure measure) {
        return switch (measure) {
            case DECODE -> TermText.DECODE;
            case FIRST_TOKEN -> TermText.FIRST_TOKEN;
            case PREFILL -> TermText.PREFILL;
            case EACH_USER -> ChartText.EACH_USER_TERM;
            case ALL_USERS -> ChartText.ALL_USERS_TERM;
        };
    }
}
