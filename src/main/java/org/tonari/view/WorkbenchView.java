package org.tonari.view;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tonari.chart.Mark;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.speed.AxisSpan;
import org.tonari.chart.speed.ContextAxis;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.view.charts.ChartTooltip;
import org.tonari.view.charts.ChartsColumn;
import org.tonari.view.charts.MarkSelection;
import org.tonari.view.charts.MemoryPanel;
import org.tonari.view.charts.SpeedPanel;
import org.tonari.view.fields.ContextRow;
import org.tonari.view.fields.FieldRow;
import org.tonari.view.own.OpenModelDialog;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.Surroundings;
import org.tonari.view.parts.Words;
import org.tonari.view.table.MachineTable;
import org.tonari.view.why.WhyPanel;
import org.tonari.view.window.FileDrop;
import org.tonari.view.window.Keys;
import org.tonari.view.window.MenuView;
import org.tonari.view.window.NoticeBar;
import org.tonari.view.window.PassingNotice;
import org.tonari.view.window.WindowClipboard;
import org.tonari.view.window.WorkMenu;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.Page;

/// The window's content: menu, fields, context, memory and speed beside their explanation, table.
public final class WorkbenchView {
    private static final double OVERLAY_BELOW = 1_100;
    private static final double LEAST_WIDTH = 960;
    /// Enlarged, the workbench itself gets along with less.
    private static final double LEAST_ENLARGED = 620;
    private static final double LEAST_HEIGHT = 680;
    private static final double FIELDS_HEIGHT = 88;
    private static final double WHY_WIDTH = 256;
    private static final double WHY_WIDEST = 320;
    private static final double DESIGNED_WIDTH = 1_280;

    private final Workbench workbench;
    private final Words words;
    private final Surroundings surroundings;
    private final MemoryStackChart memory = new MemoryStackChart();
    private final ThroughputChart speed = new ThroughputChart();
    private final StackPane root = new StackPane();
    private final BorderPane middle = new BorderPane();
    private final VBox fields = new VBox();
    private final HBox drawer = new HBox();
    private final BooleanProperty overlaid = new SimpleBooleanProperty(false);
    private final BooleanProperty opened = new SimpleBooleanProperty(false);
    private Region why = new Region();

    private WorkbenchView(Workbench workbench, Surroundings surroundings) {
        this.workbench = workbench;
        this.surroundings = surroundings;
        this.words = new Words(workbench.appearance());
    }

    /// @param workbench    the view-models
    /// @param surroundings what the window needs from outside
    /// @return the window's content, to be put into a scene with [Stylesheets]
    public static Region build(Workbench workbench, Surroundings surroundings) {
        var view = new WorkbenchView(workbench, surroundings);
        return view.underPassingNotices(view.scrolled(view.content()));
    }

    /// @return what stands in the window's title bar
    public static ObservableValue<String> title(Workbench workbench) {
        return WorkMenu.title(workbench.work(), new Words(workbench.appearance()));
    }

    /// Where everything is drawn larger than the window has room for, the window shows a part of it.
    private ScrollPane scrolled(Region content) {
        content.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> enlarged(leastWidth()),
                        workbench.appearance().zoomProperty(),
                        workbench.pages().shownProperty()));
        content.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> enlarged(LEAST_HEIGHT + Math.max(0, fields.getHeight() / zoom() - FIELDS_HEIGHT)),
                        workbench.appearance().zoomProperty(),
                        fields.heightProperty()));
        var scroll = Scrolls.of(content);
        scroll.setId("window-scroll");
        scroll.getStyleClass().add("window-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private Region underPassingNotices(Region content) {
        var layers = new StackPane(content, PassingNotice.build(workbench.notices(), words));
        // On the scene's root: dialogs take their size of type from there.
        layers.styleProperty()
                .bind(workbench.appearance().zoomProperty().map(zoom -> "-fx-font-size: " + 12 * zoom.doubleValue()));
        return layers;
    }

    private double zoom() {
        return workbench.appearance().zoomProperty().get();
    }

    private double enlarged(double length) {
        return zoom() > 1 ? length * zoom() : 0;
    }

    private double leastWidth() {
        return workbench.pages().shownProperty().get() == Page.WORKBENCH ? LEAST_ENLARGED : LEAST_WIDTH;
    }

    private Region content() {
        var acts = new WorkbenchActs(root, workbench, words, surroundings, () -> opened.set(false));
        var contextRow = new ContextRow(workbench, words);
        var charts = new ChartsColumn(
                MemoryPanel.build(workbench, words, memory), SpeedPanel.build(workbench, words, speed));
        charts.zoomProperty().bind(workbench.appearance().zoomProperty());
        why = WhyPanel.build(workbench, words, surroundings);
        middle.setCenter(charts);
        drawer.setAlignment(Pos.TOP_RIGHT);
        drawer.setPickOnBounds(false);
        drawer.visibleProperty().bind(overlaid.and(opened));
        fields.getChildren().setAll(FieldRow.build(workbench, words), contextRow);
        var window = new BorderPane();
        window.setTop(new VBox(
                MenuView.build(workbench, words, acts),
                NoticeBar.build(workbench.notices(), words, WindowClipboard::text),
                fields));
        Region table = MachineTable.build(
                workbench, words, memory.hoveredProperty(), root.heightProperty(), surroundings.later());
        var pages = new PageViews(workbench, words, surroundings, new StackPane(middle, drawer));
        workbench.pages().shownProperty().subscribe(page -> {
            fields.setVisible(page.followsFields());
            fields.setManaged(page.followsFields());
            window.setCenter(pages.of(page));
            window.setBottom(page == Page.WORKBENCH ? table : null);
        });
        link(contextRow);
        var overlay = new Pane();
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        root.getChildren().addAll(window, overlay);
        root.layoutBoundsProperty().subscribe(bounds -> overlay.resize(bounds.getWidth(), bounds.getHeight()));
        root.widthProperty().subscribe(width -> placeWhy(width.doubleValue()));
        workbench.appearance().zoomProperty().subscribe((_, _) -> placeWhy(root.getWidth()));
        root.getStyleClass().add("workbench");
        var tooltip = new ChartTooltip(workbench, words, overlay);
        tooltip.watch(memory);
        tooltip.watch(speed);
        Keys.install(root, acts);
        FileDrop.install(
                root,
                file -> new WorkMenu(workbench.work(), words, acts)
                        .afterSaving(() -> workbench.work().open(file)),
                file -> acts.own()
                        .drop(file, () -> OpenModelDialog.show(root, workbench.opening(), words, file.toString())));
        return root;
    }

    /// The slider stands on the chart's axis, or across the window where a page hides the chart; both charts point at
    /// and select the same things.
    private void link(ContextRow contextRow) {
        contextRow
                .slider()
                .axisProperty()
                .bind(Bindings.createObjectBinding(
                        () -> sliderAxis(contextRow),
                        speed.sceneProperty(),
                        speed.contextAxisProperty(),
                        workbench.context().scaleProperty(),
                        contextRow.widthProperty()));
        contextRow.slider().draggingProperty().subscribe(dragging -> speed.setScrubbing(dragging));
        speed.hoveredProperty().bindBidirectional(memory.hoveredProperty());
        workbench.root().selectionProperty().subscribe(selection -> {
            memory.setSelection(MarkSelection.of(selection));
            speed.setSelection(MarkSelection.of(selection));
        });
        memory.setOnMove(workbench.columns()::move);
        memory.setOnSelect(mark -> explain(mark));
        speed.setOnSelect(mark -> explain(mark));
    }

    /// Where the chart's axis counts users, the slider stands on one of contexts of the same width.
    private ContextAxis sliderAxis(ContextRow row) {
        boolean shown = speed.getScene() != null;
        boolean users = speed.getSpan().start() == AxisSpan.Start.FIRST_TICK;
        if (shown && !users) {
            return speed.getContextAxis();
        }
        long end = workbench.context().scaleProperty().getValue().end().count();
        return speed.axisAcross(
                shown ? speed.getWidth() : row.getWidth(), users ? AxisSpan.contexts(end) : speed.getShownSpan());
    }

    private void explain(Mark mark) {
        opened.set(true);
        mark.machine()
                .ifPresent(_ -> workbench
                        .root()
                        .selectionProperty()
                        .set(MarkSelection.of(
                                mark,
                                workbench.root().selectionProperty().get().machineId(),
                                workbench.root().measureProperty().get())));
    }

    /// Beside the charts where there is room, else over them.
    private void placeWhy(double width) {
        double zoom = zoom();
        boolean over = width < OVERLAY_BELOW * zoom;
        double preferred = Math.clamp(WHY_WIDTH + (width / zoom - DESIGNED_WIDTH) / 4, WHY_WIDTH, WHY_WIDEST) * zoom;
        why.setPrefWidth(preferred);
        why.setMinWidth(preferred);
        why.setMaxWidth(preferred);
        overlaid.set(over);
        if (!over && middle.getRight() != why) {
            drawer.getChildren().remove(why);
            middle.setRight(why);
        } else if (over && !drawer.getChildren().contains(why)) {
            middle.setRight(null);
            drawer.getChildren().add(why);
        }
    }
}
