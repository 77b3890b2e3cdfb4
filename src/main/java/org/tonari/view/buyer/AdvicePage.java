package org.tonari.view.buyer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.question.Wish;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.domain.scenario.Scenario;
import org.tonari.text.AdviceTable;
import org.tonari.text.AdviceText;
import org.tonari.text.DeskText;
import org.tonari.text.PageText;
import org.tonari.text.QuestionText;
import org.tonari.text.ScenarioSummary;
import org.tonari.view.parts.ItemText;
import org.tonari.view.parts.PageFrame;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.BuyerViewModel;
import org.tonari.viewmodel.pages.Library;
import org.tonari.viewmodel.pages.Page;

/// Which machine for a wish: what for and within which limits, the machines in their order, and the reasons of one.
public final class AdvicePage {
    private final Workbench workbench;
    private final BuyerViewModel model;
    private final Words words;
    private final FigureGrid grid;
    private final VBox reasons = new VBox();
    private final Label runs = new Label();

    private AdvicePage(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.pages().buyer();
        this.words = words;
        this.grid = new FigureGrid("advice", workbench.pages(), 1);
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return new AdvicePage(workbench, words).page(explanation);
    }

    private Region page(TermPanel explanation) {
        workbench.pages().shownProperty().subscribe(page -> model.advice().setActive(page == Page.ADVICE));
        model.advice().valueProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        workbench.appearance().zoomProperty().subscribe((_, _) -> show());
        grid.onChosen(this::reasons);
        reasons.setId("advice-reasons");
        reasons.getStyleClass().add("reasons");
        VBox.setVgrow(reasons, Priority.ALWAYS);
        runs.setId("advice-runs");
        runs.setWrapText(true);
        runs.setMinHeight(Region.USE_PREF_SIZE);
        runs.getStyleClass().add("page-sentence");
        runs.managedProperty().bind(runs.textProperty().isNotEmpty());
        var content = new VBox(fields(), runs, grid.node(), note(), reasons);
        content.getStyleClass().add("buyer-content");
        return PageFrame.build(
                "advice-page",
                words,
                PageText.NAME_ADVICE,
                words.text(PageText.ADVICE_SENTENCE),
                content,
                explanation,
                PageExport.button(workbench.exports(), words, "advice", this::sheet, () -> content));
    }

    private Label note() {
        Label note = words.on(new Label(), AdviceText.RULES);
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("page-sentence");
        return note;
    }

    private List<Recommendation> ranked() {
        return List.copyOf(model.advice().valueProperty().get());
    }

    private AdviceTable table() {
        return new AdviceTable(words.now().messages(), words.now().formats());
    }

    private void show() {
        runs.setText(runs());
        if (!ranked().isEmpty()) {
            grid.show(
                    table().of(model.use().useCase(), ranked()),
                    workbench.appearance().zoomProperty().get());
            reasons(Math.max(0, grid.chosen()));
        }
    }

    private void reasons(int row) {
        List<Recommendation> ranked = ranked();
        int shown = Math.clamp(row, 0, Math.max(0, ranked.size() - 1));
        reasons.getChildren().clear();
        if (ranked.isEmpty()) {
            return;
        }
        Recommendation each = ranked.get(shown);
        var head = new Label(
                words.now().text(QuestionText.ON_MACHINE, each.machine().name(), table().standing(each)));
        head.getStyleClass().add("section-title");
        reasons.getChildren().add(head);
        each.tests().forEach(test -> reasons.getChildren().add(FigureGrid.signed(table().reason(test))));
    }

    private PageExport.Sheet sheet() {
        return new PageExport.Sheet(
                table().of(model.use().useCase(), ranked()),
                table().use(model.use().useCase()) + (runs().isEmpty() ? "" : System.lineSeparator() + runs()),
                words.now().text(AdviceText.RULES));
    }

    private FlowPane fields() {
        var fields = new FlowPane(
                use(),
                limit("wish-budget", AdviceText.BUDGET, Limit.BUDGET_YEN),
                limit("wish-watts", AdviceText.LOAD_WATTS, Limit.LOAD_WATTS),
                limit("wish-litres", AdviceText.VOLUME, Limit.VOLUME_LITRES),
                limit("wish-kilograms", AdviceText.WEIGHT, Limit.WEIGHT_KILOGRAMS),
                limit("wish-decibels", AdviceText.NOISE, Limit.NOISE_DECIBELS),
                limit("wish-decode", AdviceText.DECODE_RATE, Limit.DECODE_RATE));
        fields.getStyleClass().add("figure-fields");
        return fields;
    }

    private Node limit(String id, AdviceText name, Limit limit) {
        return NumberField.build(
                id,
                name,
                model.wishProperty().map(wish -> wish.limit(limit).orElse(0.0)),
                number -> {
                    Wish.DEFAULT.withLimit(limit, number);
                    model.wish(now -> now.withLimit(limit, number));
                },
                words);
    }

    private ComboBox<String> use() {
        var box = new ComboBox<String>();
        box.setId("wish-use");
        box.accessibleTextProperty().bind(words.text(AdviceText.USE));
        box.getItems()
                .setAll(model.uses().stream().map(use -> use.useCase().id()).toList());
        words.wording().subscribe(_ -> {
            box.setCellFactory(_ -> new UseCell());
            box.setButtonCell(new UseCell());
        });
        box.setConverter(new ItemText<>(this::name));
        model.wishProperty().subscribe(_ -> box.setValue(model.use().useCase().id()));
        box.valueProperty().subscribe(id -> {
            if (id != null && !id.equals(model.use().useCase().id())) {
                model.wish(now -> now.withUse(id));
            }
        });
        return box;
    }

    private String name(String id) {
        return model.uses().stream()
                .map(Library.Use::useCase)
                .filter(use -> use.id().equals(id))
                .map(table()::use)
                .findFirst()
                .orElse(id);
    }

    /// What the use runs, so that nobody takes its numbers for those of another model; then the columns that run
    /// something of their own.
    private String runs() {
        Library.Use use = model.use();
        Stream<String> shared = use.runs().stream().map(run -> told(run, ""));
        Stream<Scenario> columns = workbench.root().getComparison().machines().stream()
                .flatMap(machine -> use.columns().getOrDefault(machine.id(), List.of()).stream());
        return Stream.concat(shared, columns.map(own -> column(own, use.runs())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String column(Scenario own, List<Scenario> shared) {
        String usual = shared.stream().map(summary()::line).findFirst().orElse("");
        return words.now().text(QuestionText.ON_MACHINE, own.machine().shortName(), told(own, usual));
    }

    /// @param known a line that need not be said again
    private String told(Scenario run, String known) {
        int own = run.overrides().size() + run.anchors().size();
        String line = summary().line(run);
        String yours = own == 0
                ? ""
                : words.now().text(DeskText.OWN_COUNT, words.now().formats().whole(own));
        return Stream.of(line.equals(known) ? "" : line, yours)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private ScenarioSummary summary() {
        return new ScenarioSummary(words.now().messages(), words.now().formats());
    }

    private final class UseCell extends ListCell<String> {
        @Override
        protected void updateItem(String id, boolean empty) {
            super.updateItem(id, empty);
            setText(empty || id == null ? "" : name(id));
        }
    }
}
