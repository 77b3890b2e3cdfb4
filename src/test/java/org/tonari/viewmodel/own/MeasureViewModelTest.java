package org.tonari.viewmodel.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.Measurement.Use;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Phrase;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.Watch;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.outside.FullDisk;
import org.tonari.viewmodel.outside.Trouble;
import org.tonari.viewmodel.own.MeasureViewModel.State;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

class MeasureViewModelTest {
    private final Desk desk = new Desk();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final NoticesViewModel notices = new NoticesViewModel();
    private final Servers servers = new Servers();
    private final MeasureViewModel measuring =
            new MeasureViewModel(desk.root, notices, servers, new Background(work::add, Runnable::run));

    private static final class Servers implements FullDisk {
        Optional<Trouble> trouble = Optional.empty();
        Optional<Scenario> measured = Optional.empty();
        boolean full;

        @Override
        public Opened open(String place, Watch watch) {
            throw new IllegalStateException("nobody asked");
        }

        @Override
        public Server find(String address, Watch watch) throws Trouble {
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            return new Server(address, Optional.of("llama.cpp"), "b1", List.of("tiny", "large"));
        }

        @Override
        public List<Measurement> measure(
                Server server,
                String model,
                List<Long> depths,
                Scenario scenario,
                Watch watch,
                Consumer<Point> points) {
            measured = Optional.of(scenario);
            return depths.stream()
                    .map(depth -> {
                        points.accept(new Point(depth, 100, 10));
                        return run(scenario, depth);
                    })
                    .toList();
        }

        private static Measurement run(Scenario scenario, long depth) {
            return new Measurement(
                    "own-" + depth,
                    scenario.machine().id(),
                    scenario.runtime().id(),
                    "cpu",
                    "b1",
                    "2026",
                    scenario.model().id(),
                    scenario.weights().id(),
                    scenario.keys().id(),
                    1,
                    depth,
                    depth,
                    0,
                    512,
                    10,
                    100,
                    0,
                    0,
                    "",
                    "own",
                    "own",
                    false,
                    Use.CALIBRATE,
                    Use.CALIBRATE,
                    "");
        }

        @Override
        public String keep(List<Measurement> runs) throws IOException {
            if (full) {
                throw new IOException("no room");
            }
            return "measurements/own.json";
        }
    }

    private void finish() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void connect() {
        measuring.connect();
        finish();
    }

    @Test
    void aServerIsAskedOnlyWhenThePersonConnects() {
        assertThat(work).isEmpty();

        connect();

        assertThat(measuring.stateProperty().get()).isInstanceOf(State.Found.class);
        assertThat(measuring.modelProperty().get()).isEqualTo("tiny");
    }

    @Test
    void pointsComeOneByOneAndAreLaidOverTheCurve() {
        connect();
        measuring.depthsProperty().set("512, 4096");
        var states = new ArrayList<State>();
        measuring.stateProperty().subscribe(state -> states.add(state));

        measuring.measure();
        finish();
        desk.pulse.tick();

        assertThat(states)
                .anySatisfy(state -> assertThat(state)
                        .isInstanceOfSatisfying(
                                State.Measuring.class,
                                now -> assertThat(now.points()).hasSize(1)));
        assertThat(measuring.stateProperty().get()).isInstanceOf(State.Measured.class);
        String machine = measuring.machineProperty().get().id();
        assertThat(desk.root.getResults().column(machine).orElseThrow().measured())
                .extracting(Measurement::id)
                .contains("own-512", "own-4096");
    }

    @Test
    void thePersonSaysWhichMachineItIs() {
        connect();
        measuring.machineProperty().set(measuring.machines().getLast());

        measuring.measure();
        finish();

        assertThat(servers.measured.orElseThrow().machine().id()).isEqualTo("mac-mini-m4-pro-64");
        assertThat(servers.measured.orElseThrow().runtime().id()).isEqualTo("llama.cpp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "0", "1.5", "99999999", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17"})
    void impossibleDepthsAreNotMeasured(String depths) {
        connect();
        measuring.depthsProperty().set(depths);

        measuring.measure();

        assertThat(measuring.writtenDepths()).isEmpty();
        assertThat(work).isEmpty();
    }

    @Test
    void troubleIsShown() {
        servers.trouble = Optional.of(new Trouble(Trouble.Kind.UNREACHABLE, Phrase.verbatim("nobody")));

        connect();

        assertThat(measuring.stateProperty().get()).isInstanceOf(State.Failed.class);
    }

    @Test
    void whatWasMeasuredIsKeptOnRequest() {
        connect();
        measuring.measure();
        finish();

        measuring.keep();
        finish();
        assertThat(notices.passingProperty().get()).contains(new Notice.Saved("measurements/own.json"));

        servers.full = true;
        measuring.keep();
        finish();
        assertThat(notices.noticeProperty().get())
                .hasValueSatisfying(notice -> assertThat(notice).isInstanceOf(Notice.NotSaved.class));
    }

    @Test
    void cancellingForgetsWhatIsUnderWay() {
        measuring.connect();
        measuring.cancel();

        finish();

        assertThat(measuring.stateProperty().get()).isInstanceOf(State.Waiting.class);
    }

    @Test
    void whatWasMeasuredCalibratesTheMachineAndRuntimeAndIsUndone() {
        measuring.connect();
        finish();
        measuring.depthsProperty().set("512, 4096, 16384");
        measuring.measure();
        finish();

        measuring.calibrate();

        var setup = desk.root.getComparison().setup();
        assertThat(setup.ownMeasurements("dgx-spark")).singleElement().satisfies(own -> {
            // Three points at 10 tokens a second: the one in the middle, 4,096 deep.
            assertThat(own.decode().magnitude()).isEqualTo(10);
            assertThat(own.ran().workload().context().count()).isEqualTo(4096);
            assertThat(own.ran().runtime().runtime().id()).isEqualTo("llama.cpp");
        });
        assertThat(desk.root.history().undoableProperty().get()).contains(Act.MEASURED);

        desk.root.undo();

        assertThat(desk.root.getComparison().setup().ownMeasurements("dgx-spark"))
                .isEmpty();
    }
}
