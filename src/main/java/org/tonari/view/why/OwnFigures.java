package org.tonari.view.why;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.explain.Term;
import org.tonari.text.DeskText;
import org.tonari.view.parts.Labels;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.own.OwnFiguresViewModel;
import org.tonari.viewmodel.why.Why;

/// Under an explanation: its inputs as boxes, where a person may put in figures of their own and take them back.
final class OwnFigures {
    private final OwnFiguresViewModel model;
    private final Words words;
    private final Workbench workbench;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final VBox rows = new VBox();
    private final Label problem = Labels.styled("problem");
    private final VBox box;
    private List<Term.Given> shown = List.of();

    OwnFigures(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.model = workbench.figures();
        this.words = words;
        ToggleButton button = words.on(new ToggleButton(), DeskText.USE_MY_OWN);
        button.setId("use-my-own");
        button.selectedProperty().bindBidirectional(open);
        problem.setId("own-problem");
        problem.setWrapText(true);
        rows.getStyleClass().add("own-rows");
        box = new VBox(button, rows, problem);
        box.getStyleClass().add("own-figures");
        open.subscribe(_ -> {
            shown = List.of();
            model.forgive();
            show(workbench.why().whyProperty().getValue());
        });
        model.problemProperty().subscribe(_ -> sayProblem());
    }

    Node node() {
        return box;
    }

    void show(Why why) {
        List<Term.Given> leaves = model.replaceable(why);
        box.setVisible(!leaves.isEmpty());
        box.setManaged(!leaves.isEmpty());
        rows.setVisible(open.get());
        rows.setManaged(open.get());
        if (open.get() && !leaves.equals(shown)) {
            shown = leaves;
            String focused = focused();
            rows.getChildren()
                    .setAll(leaves.stream().map(leaf -> row(why, leaf)).toList());
            if (!focused.isEmpty() && rows.lookup("#" + focused) instanceof TextField field) {
                field.requestFocus();
            }
        }
        sayProblem();
    }

    /// @return which box has the focus, or nothing
    private String focused() {
        Node owner = rows.getScene() == null ? null : rows.getScene().getFocusOwner();
        return owner instanceof TextField
                        && owner.getId() != null
                        && owner.getId().startsWith("own-")
                ? owner.getId()
                : "";
    }

    private Node row(Why why, Term.Given leaf) {
        var name = new Label(words.now().explanations().name(leaf));
        name.setWrapText(true);
        var field = new TextField(model.typed(leaf.value()));
        field.setId("own-" + leaf.path().replace('.', '-'));
        field.getStyleClass().add("number-box");
        field.setAccessibleText(name.getText());
        Runnable take = () -> {
            if (!field.getText().equals(model.typed(leaf.value()))) {
                model.replace(why.machine().id(), leaf, field.getText());
            }
        };
        field.setOnAction(_ -> take.run());
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                take.run();
            }
        });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                field.setText(model.typed(leaf.value()));
                model.forgive();
                key.consume();
            }
        });
        var unit = new Label(model.unit(leaf.value()));
        unit.getStyleClass().add("unit");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(field, unit, Pictures.spacer());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("own-line");
        if (OwnFiguresViewModel.isOwn(leaf)) {
            Label yours = Labels.styled("chip", "yours");
            words.on(yours, DeskText.OWN_YOURS);
            Hyperlink reset = words.on(new Hyperlink(), DeskText.OWN_RESET);
            reset.setId("reset-" + leaf.path().replace('.', '-'));
            reset.setOnAction(_ -> model.reset(why.machine().id(), leaf.path()));
            reset.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().addAll(yours, reset);
        }
        return new VBox(name, line);
    }

    private void sayProblem() {
        var wrong = model.problemProperty().get();
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
        wrong.ifPresent(one -> problem.setText(one.reason()
                .map(why -> words.now()
                        .text(
                                DeskText.OWN_REFUSED,
                                one.text(),
                                words.now().names().said(why)))
                .orElseGet(() -> words.now().text(DeskText.OWN_NOT_A_NUMBER, one.text()))));
    }
}
