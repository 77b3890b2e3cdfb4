package org.tonari.view.charts;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.memory.ScaleMode;
import org.tonari.export.picture.MemoryColumns;
import org.tonari.export.picture.Wording;
import org.tonari.text.ByteUnit;
import org.tonari.text.CommonText;
import org.tonari.text.TermText;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;
import org.tonari.view.columns.ColumnMenu;
import org.tonari.view.columns.OwnMarks;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.ColumnScale;

/// The memory stacks with their head: caption, unit, scale.
public final class MemoryPanel {
    private static final double CAPTION_LEAST = 190;
    /// Where there is less, the caption leaves its room to the key.
    private static final double BOTH_LEAST = 850;

    private MemoryPanel() {}

    /// @param chart drawn here; bound to the results
    public static Region build(Workbench workbench, Words words, MemoryStackChart chart) {
        AppearanceViewModel appearance = workbench.appearance();
        chart.setId("memory-chart");
        chart.summaryProperty().bind(words.text(CommonText.MEMORY));
        bind(chart, workbench, words);
        var panel = new BorderPane(chart);
        panel.setTop(head(chart, appearance, words));
        panel.getStyleClass().addAll("panel", "memory-panel");
        return panel;
    }

    private static void bind(MemoryStackChart chart, Workbench workbench, Words words) {
        ObservableValue<Results> results = workbench.root().resultsProperty();
        OwnMarks own = new OwnMarks(workbench.machines());
        chart.setOnContextMenuRequested(asked -> chart.getHovered()
                .machine()
                .flatMap(id -> column(results.getValue(), id))
                .ifPresent(column -> ColumnMenu.of(workbench, words, column, chart)
                        .show(chart, asked.getScreenX(), asked.getScreenY())));
        chart.stacksProperty()
                .bind(Bindings.createObjectBinding(
                        () -> own.on(
                                new MemoryColumns(
                                                words.now(),
                                                results.getValue().comparison().target())
                                        .of(Pictures.of(results.getValue())),
                                results.getValue(),
                                words.now()),
                        results,
                        workbench.machines().ownProperty(),
                        words.wording()));
        chart.pinsProperty().bind(results.map(Ghosts::stacks));
        chart.unitProperty().bind(words.map(Wording::memoryUnit));
        chart.scaleModeProperty()
                .bind(workbench.appearance().columnScaleProperty().map(MemoryPanel::mode));
        chart.zoomProperty().bind(workbench.appearance().zoomProperty());
    }

    private static Optional<Results.Column> column(Results results, String id) {
        return results.columns().stream()
                .filter(column -> column.machine().id().equals(id))
                .findFirst();
    }

    private static HBox head(MemoryStackChart chart, AppearanceViewModel appearance, Words words) {
        Label title = words.on(new Label(), CommonText.MEMORY);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var caption = new Label();
        caption.setWrapText(true);
        caption.getStyleClass().add("caption");
        caption.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> caption(
                                words.now(), appearance.columnScaleProperty().get(), chart.getFold()),
                        words.wording(),
                        appearance.columnScaleProperty(),
                        chart.foldProperty()));
        HBox units = Segments.of(
                List.of(ByteUnit.values()),
                unit -> words.map(_ -> unit.symbol()),
                appearance.byteUnitProperty(),
                appearance.byteUnitProperty()::set);
        units.setId("unit-segments");
        Segments.explained(units, ByteUnit.class, words, unit -> switch (unit) {
            case GIB -> TermText.GIB;
            case GB -> TermText.GB;
        });
        HBox scales = Segments.of(
                List.of(ColumnScale.values()),
                scale -> words.text(
                        switch (scale) {
                            case SAME -> WindowText.SAME_SCALE;
                            case FILL -> WindowText.FILL_EACH;
                        }),
                appearance.columnScaleProperty(),
                appearance.columnScaleProperty()::set);
        scales.setId("scale-segments");
        Segments.explained(scales, ColumnScale.class, words, scale -> switch (scale) {
            case SAME -> TermText.SAME_SCALE;
            case FILL -> TermText.FILL_EACH;
        });
        caption.minWidthProperty().bind(appearance.zoomProperty().map(zoom -> CAPTION_LEAST * zoom.doubleValue()));
        caption.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> chart.namedProperty().get()
                                || chart.getWidth()
                                        >= BOTH_LEAST
                                                * appearance.zoomProperty().get(),
                        chart.namedProperty(),
                        chart.widthProperty(),
                        appearance.zoomProperty()));
        caption.managedProperty().bind(caption.visibleProperty());
        var head = new HBox(title, caption, Pictures.spacer(), PartKey.build(chart), units, scales);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        return head;
    }

    private static String caption(Wording wording, ColumnScale scale, Bytes fold) {
        return switch (scale) {
            case SAME ->
                wording.text(
                        WindowText.SAME_SCALE_CAPTION,
                        wording.formats().decimals((double) fold.count() / Bytes.PER_GIB, 0) + " GiB");
            case FILL -> wording.text(WindowText.FILL_CAPTION);
        };
    }

    private static ScaleMode mode(ColumnScale scale) {
        return switch (scale) {
            case SAME -> ScaleMode.SAME_SCALE;
            case FILL -> ScaleMode.FILL_EACH;
        };
    }
}
