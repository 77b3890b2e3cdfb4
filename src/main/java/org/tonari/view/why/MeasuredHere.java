package org.tonari.view.why;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.text.DeskText;
import org.tonari.view.parts.Labels;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.own.MeasuredSpeedViewModel;
import org.tonari.viewmodel.own.MeasuredSpeedViewModel.Field;
import org.tonari.viewmodel.own.MeasuredSpeedViewModel.Holding;
import org.tonari.viewmodel.why.Why;

/// Under the speed: a number the person measured on this machine, and how far estimates shift to it.
final class MeasuredHere {
    private final MeasuredSpeedViewModel model;
    private final Words words;
    private final ToggleButton open;
    private final TextField rate = new TextField();
    private final TextField context = new TextField();
    private final FlowPane entry = new FlowPane();
    private final Label shifted = Labels.styled("measured-shift");
    private final VBox holds = new VBox();
    private final Label problem = Labels.styled("problem");
    private final VBox box;
    private String machineId = "";

    MeasuredHere(Workbench workbench, Words words) {
        this.model = workbench.measured();
        this.words = words;
        this.open = words.on(new ToggleButton(), DeskText.MEASURED_ENTER);
        open.setId("measured-enter");
        fillEntry();
        fillHolds();
        problem.setId("measured-problem");
        problem.setWrapText(true);
        box = new VBox(holds, open, entry, problem);
        box.getStyleClass().addAll("own-figures", "measured-here");
        open.selectedProperty().subscribe(opened -> {
            show(entry, opened);
            model.forgive();
            context.setText(Long.toString(model.context().count()));
        });
        model.problemProperty().subscribe(_ -> sayProblem());
    }

    Node node() {
        return box;
    }

    private void fillEntry() {
        rate.setId("measured-rate");
        context.setId("measured-context");
        for (TextField field : new TextField[] {rate, context}) {
            field.getStyleClass().add("number-box");
            field.setOnAction(_ -> take());
        }
        rate.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> words.now().text(DeskText.MEASURED_RATE), words.wording()));
        context.accessibleTextProperty()
                .bind(Bindings.createStringBinding(() -> words.now().text(DeskText.MEASURED_CONTEXT), words.wording()));
        Label between = words.on(Labels.styled("unit"), DeskText.MEASURED_AT_CONTEXT);
        Button take = words.on(new Button(), DeskText.MEASURED_TAKE);
        take.setId("measured-take");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(_ -> take());
        entry.getStyleClass().add("own-line");
        entry.getChildren().addAll(rate, between, context, take);
    }

    private void fillHolds() {
        Label yours = words.on(Labels.styled("chip", "yours"), DeskText.OWN_YOURS);
        Hyperlink reset = words.on(new Hyperlink(), DeskText.OWN_RESET);
        reset.setId("measured-reset");
        reset.setOnAction(_ -> model.forget(machineId));
        shifted.setId("measured-shift");
        shifted.setWrapText(true);
        var line = new HBox(yours, Pictures.spacer(), reset);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("own-line");
        holds.getChildren().addAll(line, shifted);
    }

    private void take() {
        if (model.take(machineId, rate.getText(), context.getText())) {
            rate.clear();
            open.setSelected(false);
        }
    }

    void show(Why why) {
        if (!machineId.equals(why.machine().id())) {
            machineId = why.machine().id();
            rate.clear();
            open.setSelected(false);
        }
        var holding = model.holding(machineId);
        show(holds, holding.isPresent());
        holding.ifPresent(now -> shifted.setText(sentence(now)));
        show(entry, open.isSelected());
        sayProblem();
    }

    private String sentence(Holding now) {
        var formats = words.now().formats();
        return words.now()
                .text(
                        DeskText.MEASURED_SHIFTED,
                        formats.tableRate(now.decode()),
                        formats.contextLabel(now.context()),
                        now.factor().isPresent() ? formats.decimals(now.factor().getAsDouble(), 2) : "?");
    }

    private void sayProblem() {
        var wrong = model.problemProperty().get();
        show(problem, wrong.isPresent());
        wrong.ifPresent(one -> problem.setText(words.now()
                .text(
                        one.field() == Field.RATE ? DeskText.MEASURED_NO_RATE : DeskText.MEASURED_NO_CONTEXT,
                        one.text())));
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
