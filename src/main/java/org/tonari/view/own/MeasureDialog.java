package org.tonari.view.own;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.scenario.Scenario;
import org.tonari.text.OwnText;
import org.tonari.view.parts.Followed;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.outside.Outside.Point;
import org.tonari.viewmodel.outside.Outside.Server;
import org.tonari.viewmodel.outside.TakenMemory;
import org.tonari.viewmodel.own.MeasureViewModel;
import org.tonari.viewmodel.own.MeasureViewModel.State;

/// Measures a running server: asks for its address, says what answered, shows the points as they come.
public final class MeasureDialog {
    private final Workbench workbench;
    private final MeasureViewModel measuring;
    private final Words words;
    private final VBox answer = new VBox();
    private final Button connect = new Button();

    private MeasureDialog(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.measuring = workbench.measuring();
        this.words = words;
    }

    /// Asks for the server's address.
    public static void show(Node owner, Workbench workbench, Words words) {
        var view = new MeasureDialog(workbench, words);
        view.measuring.restart();
        var following = new Subscription[1];
        Dialog<ButtonType> dialog =
                OwnDialog.open(owner, words, "measure-server", OwnText.MEASURE_TITLE, view.content(), () -> {
                    following[0].unsubscribe();
                    view.measuring.restart();
                });
        following[0] = view.measuring.stateProperty().subscribe(now -> {
            view.follow(now);
            dialog.getDialogPane().getScene().getWindow().sizeToScene();
        });
    }

    private Region content() {
        var address = new TextField();
        address.setId("measure-address");
        address.setPrefColumnCount(30);
        address.textProperty().bindBidirectional(measuring.addressProperty());
        address.setOnAction(_ -> measuring.connect());
        words.on(connect, OwnText.CONNECT);
        connect.setId("measure-connect");
        connect.setOnAction(_ -> measuring.connect());
        Label sentence = OwnDialog.sentence(words.now().text(OwnText.MEASURE_SENTENCE));
        sentence.getStyleClass().add("caption");
        answer.getStyleClass().add("rows");
        var key = new PasswordField();
        key.setId("measure-key");
        key.setPromptText(words.now().text(OwnText.KEY_PROMPT));
        key.textProperty().bindBidirectional(measuring.keyProperty());
        var log = words.on(new Button(), OwnText.READ_LOG);
        log.setId("measure-log");
        log.setMinWidth(Region.USE_PREF_SIZE);
        log.setOnAction(_ -> chooseLog(log));
        var content = new VBox(
                sentence,
                OwnDialog.row(words, OwnText.SERVER, address, connect),
                OwnDialog.row(words, OwnText.KEY, key),
                log,
                answer);
        content.getStyleClass().add("rows");
        return content;
    }

    private void chooseLog(Node owner) {
        var chooser = new FileChooser();
        chooser.setTitle(words.now().text(OwnText.READ_LOG));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(words.now().text(OwnText.LOG_FILES), "*.log", "*.txt"));
        File file = chooser.showOpenDialog(owner.getScene().getWindow());
        if (file != null) {
            measuring.readLog(file.toPath());
        }
    }

    private void follow(State state) {
        connect.setDisable(state instanceof State.Connecting || state instanceof State.Measuring);
        answer.getChildren()
                .setAll(
                        switch (state) {
                            case State.Waiting _ -> List.of();
                            case State.Connecting _ ->
                                List.of(OwnDialog.progress(words.now().text(OwnText.CONNECTING)), stop());
                            case State.Found(Server server) -> found(server);
                            case State.Measuring(Server _, List<Point> points) -> measuring(points);
                            case State.Measured(List<Point> points, var _, var ran, var log) ->
                                measured(points, ran, log);
                            case State.Failed(var trouble) -> List.of(OwnDialog.trouble(words, trouble));
                        });
    }

    private Button stop() {
        var stop = words.on(new Button(), OwnText.STOP);
        stop.setId("measure-stop");
        stop.setOnAction(_ -> measuring.cancel());
        return stop;
    }

    private List<Node> found(Server server) {
        var models = new ComboBox<String>();
        models.getItems().setAll(server.models());
        models.valueProperty().bindBidirectional(measuring.modelProperty());
        var machines = new ComboBox<Machine>();
        machines.getItems().setAll(measuring.machines());
        machines.setConverter(new MachineNames());
        machines.valueProperty().bindBidirectional(measuring.machineProperty());
        var depths = new TextField();
        depths.textProperty().bindBidirectional(measuring.depthsProperty());
        Label wrong = OwnDialog.sentence(words.now().text(OwnText.DEPTHS_WRONG));
        wrong.getStyleClass().add("own-trouble");
        var start = words.on(new Button(), OwnText.START);
        start.setId("measure-start");
        start.getStyleClass().add("accent");
        start.setOnAction(_ -> measuring.measure());
        Followed.by(start, measuring.depthsProperty()).subscribe(_ -> {
            boolean possible = measuring.writtenDepths().isPresent();
            start.setDisable(!possible);
            wrong.setVisible(!possible);
            wrong.setManaged(!possible);
        });
        String name = server.runtime().orElse("OpenAI") + " " + server.version();
        return List.of(
                OwnDialog.sentence(words.now().text(OwnText.FOUND, name.strip())),
                OwnDialog.row(words, OwnText.SERVER_MODEL, models),
                OwnDialog.row(words, OwnText.RUNS_ON, machines),
                OwnDialog.sentence(words.now().text(OwnText.SHOWN_AS, shown())),
                OwnDialog.row(words, OwnText.DEPTHS, depths),
                wrong,
                start);
    }

    private String shown() {
        var setup = workbench.root().getComparison().setup();
        return setup.model().name() + ", " + setup.weights().name();
    }

    private List<Node> measuring(List<Point> points) {
        int all = measuring.writtenDepths().map(List::size).orElse(0);
        var nodes = new ArrayList<Node>();
        nodes.add(OwnDialog.progress(words.now().text(OwnText.MEASURING, points.size(), all)));
        if (!points.isEmpty()) {
            nodes.add(table(points));
        }
        nodes.add(stop());
        return nodes;
    }

    private List<Node> measured(List<Point> points, Scenario ran, Optional<TakenMemory> log) {
        var nodes = new ArrayList<Node>();
        log.ifPresent(read -> nodes.add(LogMemory.build(read, words.now())));
        if (!points.isEmpty()) {
            nodes.addAll(measured(points, ran));
        }
        return nodes;
    }

    private List<Node> measured(List<Point> points, Scenario ran) {
        var keep = words.on(new Button(), OwnText.KEEP);
        keep.setId("measure-keep");
        keep.setOnAction(_ -> measuring.keep());
        var nodes = new ArrayList<Node>();
        nodes.add(table(points));
        nodes.add(OwnDialog.sentence(words.now().text(OwnText.LAID_OVER)));
        measuring.middle().ifPresent(middle -> nodes.add(calibrating(ran, middle)));
        nodes.add(keep);
        return nodes;
    }

    private VBox calibrating(Scenario ran, Point middle) {
        var formats = words.now().formats();
        String machine = ran.machine().shortName();
        String runtime = ran.runtime().name();
        var calibrate = new Button(words.now().text(OwnText.CALIBRATE_WITH, machine, runtime));
        calibrate.setId("measure-calibrate");
        var box = new VBox(calibrate);
        calibrate.setOnAction(_ -> {
            measuring.calibrate();
            Label done = OwnDialog.sentence(words.now()
                    .text(
                            OwnText.CALIBRATED,
                            machine,
                            runtime,
                            formats.decimals(middle.decode(), 1),
                            formats.whole(Math.round(middle.depth()))));
            done.setId("measure-calibrated");
            box.getChildren().setAll(done);
        });
        return box;
    }

    private GridPane table(List<Point> points) {
        var table = new GridPane();
        table.getStyleClass().add("own-points");
        table.setId("measure-points");
        table.addRow(0, cell(OwnText.DEPTH), cell(OwnText.PREFILL_RATE), cell(OwnText.DECODE_RATE));
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            table.addRow(i + 1, number(point.depth(), 0), number(point.prefill(), 1), number(point.decode(), 1));
        }
        return table;
    }

    private Label cell(OwnText name) {
        Label label = words.on(new Label(), name);
        label.getStyleClass().add("caption");
        return label;
    }

    private Label number(double value, int decimals) {
        var label = new Label(value > 0 ? words.now().formats().decimals(value, decimals) : "–");
        label.getStyleClass().add("number");
        return label;
    }

    private static final class MachineNames extends StringConverter<Machine> {
        @Override
        public String toString(@Nullable Machine machine) {
            return machine == null ? "" : machine.shortName();
        }

        @Override
        public Machine fromString(String text) {
            throw new UnsupportedOperationException("machines are picked, not written");
        }
    }
}
