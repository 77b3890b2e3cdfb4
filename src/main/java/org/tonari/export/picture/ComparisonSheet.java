package org.tonari.export.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.chart.ChartStylesheet;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.speed.AxisSpan;
import org.tonari.chart.speed.SpeedTarget;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.text.CommonText;
import org.tonari.text.FiguresByHand;
import org.tonari.text.Formats.Detail;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;
import org.tonari.units.TokensPerSecond;

/// A comparison on one page: memory, speed, table, and what it rests on. UI thread only.
///
/// Drawn with the window's own charts. Larger scales lay everything out anew, so lines and letters stay sharp.
public final class ComparisonSheet {
    private static final double WIDTH = 1_280;
    private static final double MEMORY_HEIGHT = 276;
    private static final double SPEED_HEIGHT = 262;
    private static final double BASE_FONT = 12;

    private final Content content;
    private final Look look;
    private final Wording wording;

    /// What is on the sheet.
    ///
    /// @param machines from the left, at least one
    /// @param target   the decoding speed that is wished for, if any
    /// @param version  of Tonari
    /// @param date     of the estimate, as it shall stand
    public record Content(List<Pictured> machines, Optional<TokensPerSecond> target, String version, String date) {
        public Content {
            machines = List.copyOf(machines);
            if (machines.isEmpty()) {
                throw new IllegalArgumentException("a sheet compares at least one machine");
            }
        }

        Scenario scenario() {
            return machines.getFirst().estimate().scenario();
        }
    }

    /// How it looks.
    ///
    /// @param wording in which language and unit
    /// @param shade   light or dark
    /// @param scale   pixels for one logical pixel, 1 to 4
    /// @param font    family of all texts, or empty for the toolkit's
    /// @param extent  the whole sheet or one chart of it
    public record Look(Wording wording, Shade shade, double scale, String font, Extent extent) {}

    /// How much is drawn; title, scenario and origin stand on each.
    public enum Extent {
        SHEET,
        MEMORY,
        SPEED
    }

    /// Dark on light, or light on dark.
    public enum Shade {
        LIGHT,
        DARK
    }

    private ComparisonSheet(Content content, Look look) {
        this.content = content;
        this.look = look;
        this.wording = look.wording();
    }

    /// @return the sheet as pixels
    public static WritableImage draw(Content content, Look look) {
        return new ComparisonSheet(content, look).image();
    }

    private WritableImage image() {
        VBox sheet = sheet();
        var scene = new Scene(sheet, WIDTH * look.scale(), 100);
        scene.getStylesheets().setAll(ChartStylesheet.location(), stylesheet());
        sheet.applyCss();
        double height = Math.ceil(sheet.prefHeight(WIDTH * look.scale()));
        sheet.resize(WIDTH * look.scale(), height);
        sheet.layout();
        sheet.applyCss();
        sheet.layout();
        return sheet.snapshot(null, new WritableImage((int) Math.round(WIDTH * look.scale()), (int) height));
    }

    private static String stylesheet() {
        return Objects.requireNonNull(ComparisonSheet.class.getResource("sheet.css"), "sheet.css is part of the module")
                .toExternalForm();
    }

    private VBox sheet() {
        var sheet = new VBox(label(title(), "title"), label(subtitle(), "subtitle"));
        String byHand = new FiguresByHand(wording.messages(), wording.formats())
                .line(content.machines().stream().map(Pictured::estimate).toList());
        if (!byHand.isEmpty()) {
            Label line = label(byHand, "subtitle");
            line.setWrapText(true);
            sheet.getChildren().add(line);
        }
        sheet.getChildren().add(rule());
        sheet.getChildren()
                .addAll(
                        switch (look.extent()) {
                            case SHEET ->
                                Stream.of(memory(), List.of(rule()), speed(), List.of(table()))
                                        .flatMap(List::stream)
                                        .toList();
                            case MEMORY -> memory();
                            case SPEED -> speed();
                        });
        sheet.getChildren().addAll(rule(), footer());
        sheet.getStyleClass().add("sheet");
        if (look.shade() == Shade.DARK) {
            sheet.getStyleClass().add("dark");
        }
        String family =
                look.font().isEmpty() ? "" : "-fx-font-family: \"" + look.font().replace("\"", "") + "\"; ";
        sheet.setStyle(family + "-fx-font-size: " + BASE_FONT * look.scale() + "px;");
        return sheet;
    }

    private List<Pictured> bySpeed() {
        return content.machines().stream()
                .sorted(Comparator.comparingDouble(machine -> -SpeedKind.DECODE
                        .of(machine.estimate().speed())
                        .map(speed -> speed.value())
                        .orElse(-1.0)))
                .toList();
    }

    private String title() {
        String model = content.scenario().model().name();
        return content.machines().size() == 1
                ? wording.text(
                        WindowText.SHEET_TITLE_ONE,
                        model,
                        content.machines().getFirst().machine().shortName())
                : wording.text(
                        WindowText.SHEET_TITLE,
                        model,
                        wording.formats().whole(content.machines().size()));
    }

    private String subtitle() {
        Scenario scenario = content.scenario();
        Workload workload = scenario.workload();
        String users = workload.concurrency() == 1
                ? wording.text(WindowText.ONE_USER)
                : wording.text(WindowText.USERS_AT_ONCE, wording.formats().whole(workload.concurrency()));
        String unit = wording.formats().unit().symbol()
                + (wording.formats().unit().bytes() == Bytes.PER_GIB ? " = 2³⁰ B." : " = 10⁹ B.");
        return wording.text(
                WindowText.SHEET_SUBTITLE,
                scenario.weights().name(),
                wording.formats().memoryWithUnit(weights(), Detail.CHART),
                wording.formats().context(workload.context()),
                scenario.keys().id(),
                users,
                scenario.runtime().name(),
                wording.formats().context(workload.ubatch()),
                unit);
    }

    private Bytes weights() {
        return content.machines().getFirst().estimate().memory().size(Part.WEIGHTS);
    }

    private Node table() {
        return new SheetTable(bySpeed(), wording, look.scale()).node();
    }

    private List<Node> memory() {
        var chart = new MemoryStackChart();
        chart.setZoom(look.scale());
        chart.setUnit(wording.memoryUnit());
        var columns = new MemoryColumns(wording);
        chart.setStacks(columns.of(content.machines()));
        Label caption = label("", "caption");
        caption.textProperty().bind(chart.foldProperty().map(this::caption));
        HBox head = head(CommonText.MEMORY, caption);
        head.getChildren().addAll(room(), label(columns.key(content.machines()), "caption"));
        return List.of(head, sized(chart, MEMORY_HEIGHT));
    }

    private String caption(Bytes fold) {
        String height = wording.formats().decimals((double) fold.count() / Bytes.PER_GIB, 0) + " GiB";
        return wording.text(WindowText.SAME_SCALE_CAPTION, height);
    }

    private List<Node> speed() {
        var chart = new ThroughputChart();
        chart.setZoom(look.scale());
        chart.setText(new SpeedWords(wording, SpeedKind.DECODE));
        chart.setSpan(AxisSpan.contexts(axisEnd()));
        var curves = new SpeedCurves(SpeedKind.DECODE, wording);
        chart.setCurves(curves.of(content.machines()));
        chart.setReadings(curves.readings(content.machines()));
        chart.setScrub(content.scenario().workload().context().count());
        chart.setFocusedMachine(content.machines().getFirst().machine().id());
        content.target()
                .ifPresent(wish -> chart.setTarget(new SpeedTarget.AtLeast(
                        wish.magnitude(),
                        wording.text(WindowText.TARGET_LINE, wording.formats().decimals(wish.magnitude(), 0)))));
        return List.of(speedHead(), sized(chart, SPEED_HEIGHT));
    }

    private double axisEnd() {
        return Math.max(content.scenario().model().maxContext().count(), 2_048);
    }

    private Region sized(Region chart, double height) {
        chart.setMinHeight(height * look.scale());
        chart.setPrefHeight(height * look.scale());
        chart.setMaxWidth(Double.MAX_VALUE);
        return chart;
    }

    private HBox head(CommonText title, Label caption) {
        var head = new HBox(label(wording.text(title), "section"), caption);
        head.getStyleClass().add("head");
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private HBox speedHead() {
        HBox head = head(CommonText.SPEED, label(wording.text(WindowText.DECODE_CAPTION), "caption"));
        String first = content.machines().getFirst().machine().shortName();
        head.getChildren()
                .addAll(
                        room(),
                        key(wording.text(WindowText.MEASURED), "key-ring"),
                        key(wording.text(WindowText.ESTIMATE), "key-line"),
                        key(wording.text(WindowText.INTERVAL_OF, first), "key-band"));
        return head;
    }

    private static Label key(String text, String swatch) {
        var sign = new Region();
        sign.getStyleClass().add(swatch);
        Label label = label(text, "caption");
        label.setGraphic(sign);
        return label;
    }

    private HBox footer() {
        var footer = new HBox(
                label(wording.text(WindowText.SHEET_FOOTER, content.version(), content.date()), "made"),
                room(),
                label(wording.text(WindowText.SHEET_NOTE), "note"));
        footer.getStyleClass().add("footer");
        return footer;
    }

    private static Region room() {
        var room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        return room;
    }

    private static Region rule() {
        var rule = new Region();
        rule.getStyleClass().add("rule");
        return rule;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
