package org.tonari.view.own;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.tonari.domain.machine.Machine;
import org.tonari.export.picture.Wording;
import org.tonari.text.MachineText;
import org.tonari.text.OwnText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.own.OwnMachinesViewModel;
import org.tonari.viewmodel.own.ThisComputerViewModel;
import org.tonari.viewmodel.own.ThisComputerViewModel.State;

/// This computer: what the system says of it, and how fast its memory was measured to be.
final class ThisComputerDialog {
    private final OwnMachinesViewModel machines;
    private final ThisComputerViewModel computer;
    private final Words words;
    private final VBox answer = new VBox();

    private ThisComputerDialog(OwnMachinesViewModel machines, Words words) {
        this.machines = machines;
        this.computer = machines.thisComputer();
        this.words = words;
    }

    /// Looks at this computer, adds it as a column, and shows what was found.
    static void show(Node owner, OwnMachinesViewModel machines, Words words) {
        var view = new ThisComputerDialog(machines, words);
        Label sentence = OwnDialog.sentence(words.now().text(MachineText.THIS_SENTENCE));
        sentence.getStyleClass().add("caption");
        view.answer.getStyleClass().add("rows");
        var content = new VBox(sentence, view.answer);
        content.getStyleClass().addAll("rows", "this-computer");
        var following = new Subscription[1];
        OwnDialog.open(owner, words, "this-computer", MachineText.THIS_COMPUTER, content, () -> {
            following[0].unsubscribe();
            view.computer.cancel();
        });
        following[0] = view.computer.stateProperty().subscribe(view::follow);
        view.computer.look();
    }

    private void follow(State state) {
        Wording now = words.now();
        answer.getChildren()
                .setAll(
                        switch (state) {
                            case State.Looking _ -> List.of(OwnDialog.progress(now.text(MachineText.LOOKING)));
                            case State.Found(Machine machine) -> found(machine);
                            case State.Measuring(Machine machine, double share) -> measuring(machine, share);
                        });
    }

    private List<Node> found(Machine machine) {
        var measure = words.on(new Button(), MachineText.MEASURE_BANDWIDTH);
        measure.setId("measure-bandwidth");
        measure.setOnAction(_ -> computer.measure());
        return List.of(measure, details(machine));
    }

    private Node details(Machine machine) {
        return MachineDetails.build(machine, machines.edit(machine), words.now());
    }

    private List<Node> measuring(Machine machine, double share) {
        var bar = new ProgressBar(share);
        bar.setMaxWidth(Double.MAX_VALUE);
        String percent = words.now().formats().whole(Math.round(100 * share));
        var stop = words.on(new Button(), OwnText.STOP);
        stop.setId("measure-bandwidth-stop");
        stop.setOnAction(_ -> computer.cancel());
        return List.of(
                OwnDialog.sentence(words.now().text(MachineText.MEASURING_BANDWIDTH, percent)),
                bar,
                stop,
                details(machine));
    }
}
