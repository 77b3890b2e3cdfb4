package org.tonari.view.buyer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.chart.plane.PlaneAxis;
import org.tonari.chart.plane.PlaneAxis.Scale;
import org.tonari.chart.plane.PlaneChart;
import org.tonari.chart.plane.PlaneContent;
import org.tonari.chart.plane.PlanePoint;
import org.tonari.domain.answer.Cost.Figure;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.explain.Sourced;
import org.tonari.export.picture.Pictured;
import org.tonari.text.CostTable;
import org.tonari.text.CostText;
import org.tonari.text.MessageKey;
import org.tonari.text.PageText;
import org.tonari.units.Money;
import org.tonari.units.Quantity;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.BuyerViewModel;
import org.tonari.viewmodel.pages.Page;

/// What machines and their running cost: the assumptions, price against speed, and every figure.
public final class CostPage {
    private final Workbench workbench;
    private final BuyerViewModel model;
    private final Words words;
    private final PlaneChart chart = new PlaneChart();
    private final FigureGrid grid;

    private CostPage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().buyer();
        this.words = words;
        this.grid = new FigureGrid("costs", workbench.pages(), 0);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new CostPage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.costs().setActive(page == Page.COST));
        chart.setId("cost-chart");
        chart.zoomProperty().bind(workbench.appearance().zoomProperty());
        chart.summaryProperty().bind(words.text(PageText.COST_SUMMARY));
        model.costs().valueProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        workbench.appearance().zoomProperty().subscribe((_, _) -> show());
        VBox.setVgrow(chart, Priority.ALWAYS);
        var content = new VBox(fields(), chart, grid.node(), note());
        content.getStyleClass().add("buyer-content");
        return PageFrame.build(
                "cost-page",
                words,
                PageText.NAME_COST,
                words.wording()
                        .flatMap(now ->
                                model.assumptionsProperty().map(new CostTable(now.messages(), now.formats())::assumed)),
                content,
                explanation,
                PageExport.button(workbench.exports(), words, "cost", this::sheet, () -> content));
    }

    private Label note() {
        Label note = words.on(new Label(), CostText.NOTE);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("page-sentence");
        return note;
    }

    private void show() {
        List<Estimate> estimates = List.copyOf(model.costs().valueProperty().get());
        var table = new CostTable(words.now().messages(), words.now().formats());
        grid.show(table.of(estimates), workbench.appearance().zoomProperty().get());
        chart.setContent(plane(estimates, table));
    }

    private PageExport.Sheet sheet() {
        var table = new CostTable(words.now().messages(), words.now().formats());
        return new PageExport.Sheet(
                table.of(List.copyOf(model.costs().valueProperty().get())),
                words.now().text(PageText.NAME_COST),
                table.assumed(model.assumptionsProperty().getValue()));
    }

    private PlaneContent plane(List<Estimate> estimates, CostTable table) {
        var points = new ArrayList<PlanePoint>();
        for (Estimate estimate : estimates) {
            var price = estimate.cost().of(Figure.PURCHASE).optional();
            var speed = estimate.speed().known();
            if (price.isPresent() && speed.isPresent()) {
                var machine = estimate.scenario().machine();
                var mark = Pictured.mark(machine, workbench.root().choices().place(machine));
                String rate =
                        words.now().formats().chartRate(speed.get().decode().value());
                points.add(new PlanePoint(
                        mark,
                        0,
                        speed.get().decode().value(),
                        price.get().value().magnitude(),
                        mark.name(),
                        mark.name() + ": " + rate + " tok/s, "
                                + table.cell(estimate.cost(), Figure.PURCHASE).shown()));
            }
        }
        var formats = words.now().formats();
        return new PlaneContent(
                new PlaneAxis(words.now().text(PageText.COST_X), Scale.LINEAR, value -> formats.decimals(value, 0)),
                new PlaneAxis(
                        words.now().text(PageText.COST_Y),
                        Scale.LINEAR,
                        value -> formats.money(new Money(value, Money.Currency.JPY))),
                points,
                List.of(),
                List.of());
    }

    private FlowPane fields() {
        var fields = new FlowPane(
                field(
                        "cost-electricity",
                        CostText.ELECTRICITY,
                        now -> known(now.perKilowattHour()),
                        now -> now::withElectricity),
                field("cost-years", CostText.YEARS, CostAssumptions::years, now -> now::withYears),
                field("cost-hours", CostText.HOURS, CostAssumptions::hoursPerDay, now -> now::withHoursPerDay),
                field(
                        "cost-utilisation",
                        CostText.UTILISATION,
                        CostAssumptions::utilisation,
                        now -> now::withUtilisation),
                field(
                        "cost-cloud",
                        CostText.CLOUD_PRICE,
                        now -> known(now.cloudPerMillion()),
                        now -> now::withCloudPrice),
                field(
                        "cost-yen-per-dollar",
                        CostText.YEN_PER_DOLLAR,
                        now -> known(now.yenPerDollar()),
                        now -> now::withYenPerDollar));
        fields.getStyleClass().add("figure-fields");
        return fields;
    }

    private Node field(
            String id,
            MessageKey name,
            ToDoubleFunction<CostAssumptions> read,
            Function<CostAssumptions, DoubleFunction<CostAssumptions>> change) {
        return NumberField.build(
                id,
                name,
                model.assumptionsProperty().map(read::applyAsDouble),
                number -> {
                    change.apply(model.assumptionsProperty().getValue()).apply(number);
                    model.assume(now -> change.apply(now).apply(number));
                },
                words);
    }

    private static double known(Sourced<? extends Quantity> figure) {
        return figure.optional().map(Quantity::magnitude).orElse(0.0);
    }
}
