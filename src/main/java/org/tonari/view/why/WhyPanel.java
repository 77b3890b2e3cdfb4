package org.tonari.view.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Labels;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.RowPool;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.Surroundings;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.why.Why;
import org.tonari.viewmodel.why.WhyViewModel;

/// The panel that explains the selected number: total, tree, inputs with their sources, what a step waits for, remedy.
public final class WhyPanel {
    private static final int SHOWN_DEPTH = 2;
    private static final int SHOWN_INPUTS = 3;

    private static final String STALE = "stale";

    private final WorkbenchViewModel root;
    private final WhyViewModel model;
    private final Words words;
    private final BooleanProperty allSteps = new SimpleBooleanProperty(false);
    private final Label crumbs = Labels.styled("crumbs");
    private final WhyTotal total;
    private final RowPool rows = new RowPool();
    private final RowPool inputs = new RowPool();
    private final StepPanel step;
    private final Hyperlink steps = new Hyperlink();
    private final SourceLine source;
    private final RemedyBox remedies;
    private final OwnFigures own;
    private final MeasuredHere measured;
    private final Notes notes = new Notes();
    private final VBox body = new VBox();
    private final VBox below = new VBox();
    private final PauseTransition rest = new PauseTransition(Duration.millis(120));
    private final VBox top = new VBox();
    private final ScrollPane scroll = Scrolls.of(new VBox(top, body, below));
    private Optional<Object> explained = Optional.empty();

    private WhyPanel(Workbench workbench, Words words, Consumer<String> browser) {
        this.root = workbench.root();
        this.model = workbench.why();
        this.words = words;
        this.total = new WhyTotal();
        this.step = new StepPanel();
        this.source = new SourceLine(browser);
        this.remedies = new RemedyBox(workbench, words);
        this.own = new OwnFigures(workbench, words);
        this.measured = new MeasuredHere(workbench, words);
    }

    /// @param surroundings open addresses, and fill the panel when its content is due
    public static Region build(Workbench workbench, Words words, Surroundings surroundings) {
        var panel = new VBox();
        panel.setId("why");
        panel.getStyleClass().add("why");
        surroundings.later().accept(() -> new WhyPanel(workbench, words, surroundings.browser()).fill(panel));
        return panel;
    }

    private void fill(VBox panel) {
        Label title = words.on(new Label(), CommonText.WHY);
        title.getStyleClass().add("section-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(title, Pictures.spacer(), crumbs);
        head.getStyleClass().add("why-head");
        head.setAlignment(Pos.CENTER_LEFT);

        steps.setMinWidth(Region.USE_PREF_SIZE);
        steps.setOnAction(_ -> allSteps.set(!allSteps.get()));
        var links = new HBox(steps, Pictures.spacer(), source.node());
        links.getStyleClass().add("why-links");
        links.setAlignment(Pos.CENTER_LEFT);
        links.getStyleClass().add("why-links");
        var rule = new Region();
        rule.getStyleClass().add("rule");
        body.getChildren().addAll(rows.node(), rule, inputs.node(), links, own.node());
        body.getStyleClass().add("why-body");
        below.getChildren().addAll(step.node(), measured.node(), notes.node(), remedies.node());
        below.getStyleClass().add("why-speed");
        top.getChildren().add(total.node());
        top.getStyleClass().add("why-top");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("why-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);

        panel.getChildren().setAll(head, scroll);
        model.whyProperty().subscribe(_ -> follow());
        rest.setOnFinished(_ -> show());
        root.settledProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        allSteps.subscribe(_ -> show());
    }

    /// While something is dragged the total follows at once, the tree below it when the drag rests: nobody reads a tree
    /// that changes with every frame, and it takes longer to lay out than all else together.
    private void follow() {
        if (!root.isHeld()) {
            show();
            return;
        }
        total.show(model.whyProperty().getValue(), words.now());
        setStale(true);
        rest.playFromStart();
    }

    private void setStale(boolean stale) {
        if (stale != below.getStyleClass().contains(STALE)) {
            for (Node node : List.of(body, below)) {
                if (stale) {
                    node.getStyleClass().add(STALE);
                } else {
                    node.getStyleClass().remove(STALE);
                }
            }
        }
    }

    private void show() {
        rest.stop();
        setStale(false);
        Why why = model.whyProperty().getValue();
        Wording wording = words.now();
        crumbs.setText(why.machine().shortName() + " › " + SubjectNames.of(why.subject(), wording));
        total.show(why, wording);
        showTree(why, wording);
        showInputs(why, wording);
        source.show(why.source(), wording);
        step.show(why, wording);
        place(remedies.show(why) ? top : below);
        own.show(why);
        measured.show(why);
        notes.show(why.notes(), wording);
        beginAtTheTop(why);
    }

    /// What makes a machine hold the model is what its reader looks for first; a small saving is no more than a hint.
    private void place(VBox box) {
        if (!box.getChildren().contains(remedies.node())) {
            top.getChildren().remove(remedies.node());
            below.getChildren().remove(remedies.node());
            box.getChildren().add(remedies.node());
        }
    }

    /// Another number is read from its beginning, wherever the last one was left.
    private void beginAtTheTop(Why why) {
        var now = Optional.<Object>of(List.of(why.machine().id(), why.subject()));
        if (!now.equals(explained)) {
            explained = now;
            scroll.setVvalue(0);
        }
    }

    private void showTree(Why why, Wording wording) {
        int deepest = allSteps.get() ? Integer.MAX_VALUE : SHOWN_DEPTH;
        var texts = new ArrayList<RowPool.Row>();
        boolean hidden = false;
        for (Why.Line line : why.lines()) {
            switch (line) {
                case Why.Line.Heading(Term term) ->
                    texts.add(new RowPool.Row(
                            0, wording.explanations().name(term), SubjectNames.leaf(term, wording), "heading"));
                case Why.Line.Formula(int depth, Term.Derived derived) -> {
                    if (depth <= deepest) {
                        texts.add(new RowPool.Row(depth, wording.explanations().formula(derived), "", "formula"));
                    }
                    hidden |= depth > SHOWN_DEPTH;
                }
            }
        }
        if (why.answer() instanceof Answer.Unknown(MissingFact fact)) {
            texts.add(new RowPool.Row(0, wording.names().missing(fact), "", "missing"));
        }
        rows.show(texts);
        steps.setText(wording.text(allSteps.get() ? WindowText.FEWER_STEPS : WindowText.ALL_STEPS));
        steps.setVisible(hidden || allSteps.get());
    }

    private void showInputs(Why why, Wording wording) {
        List<RowPool.Row> texts = why.inputs().stream()
                .limit(allSteps.get() ? Integer.MAX_VALUE : SHOWN_INPUTS)
                .map(leaf -> new RowPool.Row(
                        0,
                        wording.explanations().name(leaf) + " "
                                + wording.explanations().value(leaf),
                        wording.names().kind(leaf.source().kind()),
                        "input"))
                .toList();
        inputs.show(texts);
    }
}
