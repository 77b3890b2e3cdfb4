package org.tonari.view.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.explain.Answer;
import org.tonari.explain.Source;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.PageText;
import org.tonari.viewmodel.why.Explained;
import org.tonari.viewmodel.why.Why;

/// Explains one number of a page: what it is, how it follows, from what, and who says so.
public final class TermPanel {
    private static final double WIDTH_EM = 24;

    private final ObjectProperty<Optional<Explained>> explained;
    private final Words words;
    /// Only addresses of the web are opened, whatever a profile cites.
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final Consumer<String> browser;
    private final Label whose = new Label();
    private final Label total = new Label();
    private final RowPool rows = new RowPool();
    private final RowPool inputs = new RowPool();
    private final Hyperlink source = new Hyperlink();
    private final VBox panel;

    TermPanel(ObjectProperty<Optional<Explained>> explained, Words words, Consumer<String> browser) {
        this.explained = explained;
        this.words = words;
        this.browser = browser;
        this.panel = panel();
        explained.subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
    }

    /// @return whether a number is explained
    ObservableValue<Boolean> openProperty() {
        return explained.map(Optional::isPresent);
    }

    Region node() {
        return panel;
    }

    private VBox panel() {
        Label title = words.on(new Label(), CommonText.WHY);
        title.getStyleClass().add("section-title");
        var close = new Button("✕");
        close.setId("close-explanation");
        close.getStyleClass().addAll("flat", "icon-button");
        close.accessibleTextProperty().bind(words.text(PageText.CLOSE_EXPLANATION));
        close.setOnAction(_ -> explained.set(Optional.empty()));
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var head = new HBox(title, spacer, close);
        head.getStyleClass().add("why-head");
        whose.getStyleClass().add("crumbs");
        whose.setWrapText(true);
        total.getStyleClass().add("term-total");
        total.setWrapText(true);
        var rule = new Region();
        rule.getStyleClass().add("rule");
        source.setWrapText(true);
        var body = new VBox(whose, total, rows.node(), rule, inputs.node(), source);
        body.getStyleClass().add("why-body");
        var scroll = Scrolls.of(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("why-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var box = new VBox(head, scroll);
        box.setId("term");
        box.getStyleClass().addAll("why", "term");
        box.styleProperty().set("-fx-pref-width: " + WIDTH_EM + "em; -fx-min-width: " + WIDTH_EM + "em");
        return box;
    }

    private void show() {
        explained.get().ifPresentOrElse(one -> show(one, words.now()), this::clear);
    }

    private void clear() {
        rows.show(List.of());
        inputs.show(List.of());
    }

    private void show(Explained one, Wording wording) {
        whose.setText(one.whose());
        total.setText(
                switch (one.answer()) {
                    case Answer.Known(var term) ->
                        wording.explanations().name(term) + "  "
                                + wording.explanations().value(term);
                    case Answer.Unknown(var fact) -> wording.names().missing(fact);
                });
        var tree = new ArrayList<RowPool.Row>();
        for (Why.Line line : one.lines()) {
            tree.add(
                    switch (line) {
                        case Why.Line.Heading(var term) ->
                            new RowPool.Row(
                                    0,
                                    wording.explanations().name(term),
                                    wording.explanations().value(term),
                                    "heading");
                        case Why.Line.Formula(int depth, var derived) ->
                            new RowPool.Row(depth, wording.explanations().formula(derived), "", "formula");
                    });
        }
        rows.show(tree);
        inputs.show(leaves(one, wording));
        one.source().ifPresent(telling -> show(telling, wording));
        source.setVisible(one.source().isPresent());
    }

    private static List<RowPool.Row> leaves(Explained one, Wording wording) {
        return one.inputs().stream()
                .map(leaf -> new RowPool.Row(
                        0,
                        wording.explanations().name(leaf) + " "
                                + wording.explanations().value(leaf),
                        wording.names().kind(leaf.source().kind()),
                        "input"))
                .toList();
    }

    private void show(Source telling, Wording wording) {
        String citation = telling.citation();
        source.setText(wording.names().source(telling));
        Hint.on(source, wording.names().reason(telling.note().isEmpty() ? citation : telling.note()));
        source.setOnAction(_ ->
                ADDRESS.matcher(citation).results().findFirst().ifPresent(address -> browser.accept(address.group())));
    }
}
