package org.tonari.viewmodel.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.Cancelling;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.outside.Outside.Point;
import org.tonari.viewmodel.outside.Outside.Server;
import org.tonari.viewmodel.outside.TakenMemory;
import org.tonari.viewmodel.outside.Trouble;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// Measures a running server and lays the points over the curves. UI thread only.
///
/// The person says on which machine it runs; model, weights and cache are those of the window.
public final class MeasureViewModel {
    private final WorkbenchViewModel root;
    private final NoticesViewModel notices;
    private final Outside outside;
    private final Background background;
    private final LatestTask<Runnable> task;
    private final StringProperty key = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("http://127.0.0.1:8080");
    private final StringProperty depths = new SimpleStringProperty("512, 4096, 16384");
    private final ObjectProperty<Machine> machine;
    private final StringProperty model = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Waiting());
    private Optional<Cancelling> running = Optional.empty();

    /// How far it is.
    public sealed interface State {
        /// For an address.
        record Waiting() implements State {}

        /// The server is asked what it is.
        record Connecting() implements State {}

        /// @param server that answered; nothing is measured yet
        record Found(Server server) implements State {}

        /// @param server that is measured
        /// @param points measured so far
        record Measuring(Server server, List<Point> points) implements State {
            public Measuring {
                points = List.copyOf(points);
            }
        }

        /// @param points all of them
        /// @param runs   the same as measurements, laid over the curves
        /// @param ran    what ran where, as the person says
        /// @param log    the memory that the log they stand in tells of, if it is one
        record Measured(List<Point> points, List<Measurement> runs, Scenario ran, Optional<TakenMemory> log)
                implements State {
            public Measured {
                points = List.copyOf(points);
                runs = List.copyOf(runs);
                Objects.requireNonNull(log);
            }
        }

        /// @param trouble why nothing is measured
        record Failed(Trouble trouble) implements State {}
    }

    /// @param root       whose machines are measured
    /// @param notices    where it is said what was saved or could not be
    /// @param outside    asks servers
    /// @param background runs what waits for them
    public MeasureViewModel(WorkbenchViewModel root, NoticesViewModel notices, Outside outside, Background background) {
        this.root = root;
        this.notices = notices;
        this.outside = outside;
        this.background = background;
        this.task = background.newest();
        this.machine =
                new SimpleObjectProperty<>(root.getComparison().machines().getFirst());
    }

    /// @return of the server
    public StringProperty addressProperty() {
        return address;
    }

    /// @return what the server is told of who asks; kept nowhere, and forgotten with [#restart]
    public StringProperty keyProperty() {
        return key;
    }

    /// @return tokens of the prompts, apart by commas
    public StringProperty depthsProperty() {
        return depths;
    }

    /// @return on which machine the server runs
    public ObjectProperty<Machine> machineProperty() {
        return machine;
    }

    /// @return the model by the server's name
    public StringProperty modelProperty() {
        return model;
    }

    /// @return how far it is
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// @return the machines of the comparison
    public List<Machine> machines() {
        return root.getComparison().machines();
    }

    /// @return the depths that are written, if they can be measured
    public Optional<List<Long>> writtenDepths() {
        return WrittenDepths.of(depths.get());
    }

    /// Asks the server what it is; this and measuring are when the network is used.
    public void connect() {
        Cancelling watch = begin();
        String asked = address.get().strip();
        String secret = key.get();
        state.set(new State.Connecting());
        request(() -> {
            Server server = outside.asking(secret).find(asked, watch);
            return () -> {
                model.set(server.models().getFirst());
                state.set(new State.Found(server));
            };
        });
    }

    /// Measures the server that was found.
    public void measure() {
        Optional<List<Long>> wanted = writtenDepths();
        if (!(state.get() instanceof State.Found(Server server)) || wanted.isEmpty()) {
            return;
        }
        Cancelling watch = begin();
        state.set(new State.Measuring(server, List.of()));
        Scenario scenario = scenario(server.runtime());
        String name = model.get();
        String secret = key.get();
        request(() -> {
            var points = new ArrayList<Point>();
            List<Measurement> runs = outside.asking(secret)
                    .measure(server, name, wanted.get(), scenario, watch, point -> {
                        points.add(point);
                        List<Point> soFar = List.copyOf(points);
                        background.uiThread().later(() -> show(server, soFar));
                    });
            return () -> {
                root.widen(choices -> choices.withMeasurements(runs));
                state.set(new State.Measured(points, runs, scenario, Optional.empty()));
            };
        });
    }

    /// Reads what a log of llama.cpp says of memory and speed, and lays its speeds over the curves.
    public void readLog(Path file) {
        begin();
        state.set(new State.Connecting());
        Scenario scenario = scenario(Optional.of("llama.cpp"));
        request(() -> {
            Outside.ReadLog read = outside.log(file, scenario);
            return () -> {
                root.widen(choices -> choices.withMeasurements(read.runs()));
                state.set(new State.Measured(read.points(), read.runs(), scenario, Optional.of(read.memory())));
            };
        });
    }

    private void show(Server server, List<Point> points) {
        if (state.get() instanceof State.Measuring) {
            state.set(new State.Measuring(server, points));
        }
    }

    /// Ends asking or measuring.
    public void cancel() {
        running.ifPresent(Cancelling::cancel);
        running = Optional.empty();
        task.cancel();
        if (state.get() instanceof State.Connecting || state.get() instanceof State.Measuring) {
            state.set(new State.Waiting());
        }
    }

    /// Begins anew; nothing of a key stays.
    public void restart() {
        cancel();
        key.set("");
        state.set(new State.Waiting());
    }

    /// Keeps what was measured among the person's own profiles; a notice says where.
    public void keep() {
        if (state.get() instanceof State.Measured(List<Point> _, List<Measurement> runs, var _, var _)
                && !runs.isEmpty()) {
            request(() -> {
                String kept = outside.keep(runs);
                return () -> notices.say(new Notice.Saved(kept));
            });
        }
    }

    /// @return the point that estimates would shift to: of those with a speed the one in the middle
    public Optional<Point> middle() {
        return state.get() instanceof State.Measured(List<Point> points, var _, var _, var _)
                ? MeasuredShift.middle(points)
                : Optional.empty();
    }

    /// Shifts estimates of the machine under the server's runtime to what was measured; undoable.
    public void calibrate() {
        if (state.get() instanceof State.Measured(var _, var _, Scenario ran, var _)) {
            middle().ifPresent(point ->
                    root.apply(Act.MEASURED, now -> now.with(setup -> MeasuredShift.of(setup, ran, point))));
        }
    }

    /// The server's runtime where it says what it is, else that of the window.
    private Scenario scenario(Optional<String> asked) {
        Scenario shown = root.getComparison().on(machine.get());
        Optional<InferenceRuntime> runtime = root.choices().runtimes().stream()
                .filter(known -> asked.filter(known.id()::equals).isPresent())
                .findFirst();
        return runtime.isEmpty()
                ? shown
                : new Scenario(
                        shown.machine(),
                        shown.model(),
                        shown.weights(),
                        shown.keys(),
                        shown.values(),
                        runtime.get(),
                        shown.workload(),
                        shown.overrides());
    }

    private Cancelling begin() {
        running.ifPresent(Cancelling::cancel);
        var watch = new Cancelling(background.uiThread(), (_, _) -> {});
        running = Optional.of(watch);
        return watch;
    }

    private void request(Callable<Runnable> work) {
        task.request(
                work,
                done -> {
                    running = Optional.empty();
                    done.run();
                },
                this::failed);
    }

    private void failed(Exception failure) {
        running = Optional.empty();
        switch (failure) {
            case Trouble trouble -> state.set(new State.Failed(trouble));
            case IOException unwritable ->
                notices.say(new Notice.NotSaved("", String.valueOf(unwritable.getMessage())));
            default -> throw new IllegalStateException(failure);
        }
    }
}
