package org.tonari.view.buyer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.chart.Mark;
import org.tonari.chart.plane.PlaneAxis;
import org.tonari.chart.plane.PlaneAxis.Scale;
import org.tonari.chart.plane.PlaneChart;
import org.tonari.chart.plane.PlaneContent;
import org.tonari.chart.plane.PlaneGuide;
import org.tonari.chart.plane.PlanePoint;
import org.tonari.chart.plane.PlaneRoof;
import org.tonari.domain.answer.Roofline;
import org.tonari.explain.Answer;
import org.tonari.export.picture.Pictured;
import org.tonari.text.PageText;
import org.tonari.text.ReachTable;
import org.tonari.text.ReachText;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.BuyerViewModel;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.why.Explained;

/// The sticker and what is reached: a roofline that follows the fields above, and the share of each number.
public final class ReachPage {
    private static final double TERA = 1e12;

    private final Workbench workbench;
    private final BuyerViewModel model;
    private final Words words;
    private final PlaneChart chart = new PlaneChart();
    private final FigureGrid grid;

    private ReachPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().buyer();
        this.words = words;
        this.grid = new FigureGrid("reach", workbench.pages(), 0);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new ReachPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.reaches().setActive(page == Page.REACH));
        chart.setId("reach-chart");
        chart.zoomProperty().bind(workbench.appearance().zoomProperty());
        chart.summaryProperty().bind(words.text(PageText.REACH_SUMMARY));
        chart.setOnSelect(this::explain);
        model.reaches().valueProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        workbench.appearance().zoomProperty().subscribe((_, _) -> show());
        VBox.setVgrow(chart, Priority.ALWAYS);
        var content = new VBox(chart, grid.node(), note());
        content.getStyleClass().add("buyer-content");
        return PageFrame.build(
                "reach-page",
                words,
                PageText.NAME_REACH,
                words.text(PageText.REACH_SENTENCE),
                content,
                explanation,
                PageExport.button(workbench.exports(), words, "reach", this::sheet, () -> content));
    }

    private Label note() {
        Label note = words.on(new Label(), ReachText.SENTENCE);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("page-sentence");
        return note;
    }

    private List<Roofline> reaches() {
        return List.copyOf(model.reaches().valueProperty().get());
    }

    private ReachTable tables() {
        return new ReachTable(words.now().messages(), words.now().formats());
    }

    private void show() {
        grid.show(
                tables().points(reaches()),
                workbench.appearance().zoomProperty().get());
        chart.setContent(plane(reaches()));
    }

    private PageExport.Sheet sheet() {
        return new PageExport.Sheet(
                tables().points(reaches()),
                words.now().text(PageText.NAME_REACH),
                words.now().text(ReachText.SENTENCE));
    }

    private void explain(Mark mark) {
        if (mark instanceof Mark.Point(String machine, double series)) {
            reaches().stream()
                    .filter(reach -> reach.machine().id().equals(machine))
                    .findFirst()
                    .ifPresent(reach -> workbench
                            .pages()
                            .explainedProperty()
                            .set(Optional.of(new Explained(
                                    reach.machine().name(),
                                    reach.points().get((int) series).share()))));
        }
    }

    private PlaneContent plane(List<Roofline> reaches) {
        var points = new ArrayList<PlanePoint>();
        var roofs = new ArrayList<PlaneRoof>();
        var guides = new TreeMap<Double, String>();
        for (Roofline reach : reaches) {
            var mark = Pictured.mark(reach.machine(), workbench.root().choices().place(reach.machine()));
            bandwidth(reach)
                    .ifPresent(slope -> reach.roof()
                            .optional()
                            .ifPresent(roof -> roofs.add(new PlaneRoof(
                                    mark, slope / TERA, roof.value().magnitude() / TERA))));
            for (int i = 0; i < reach.points().size(); i++) {
                Roofline.Point point = reach.points().get(i);
                int series = i;
                number(point.intensity()).ifPresent(x -> {
                    guides.put(x, tables().activity(point));
                    number(point.reached())
                            .ifPresent(y -> points.add(new PlanePoint(
                                    mark,
                                    series,
                                    x,
                                    y / TERA,
                                    "",
                                    mark.name() + ", " + tables().activity(point) + ": "
                                            + words.now().formats().plainNumber(y / TERA) + " TFLOPS")));
                });
            }
        }
        return new PlaneContent(
                axis(PageText.REACH_X),
                axis(PageText.REACH_Y),
                points,
                roofs,
                guides.entrySet().stream().map(ReachPage::guide).toList());
    }

    private static PlaneGuide guide(Map.Entry<Double, String> entry) {
        return new PlaneGuide(entry.getKey(), entry.getValue());
    }

    private PlaneAxis axis(PageText name) {
        return new PlaneAxis(
                words.now().text(name),
                Scale.LOGARITHMIC,
                value -> words.now().formats().plainNumber(value));
    }

    private static Optional<Double> bandwidth(Roofline reach) {
        return number(reach.bandwidth()).or(() -> number(reach.bandwidthMeasured()));
    }

    private static Optional<Double> number(Answer answer) {
        return answer.optional().map(term -> term.value().magnitude()).filter(value -> value > 0);
    }
}
