package org.tonari.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.tonari.domain.MemoryStack.Part;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;
import org.tonari.viewmodel.AppearanceViewModel;
import org.tonari.viewmodel.AppearanceViewModel.Theme;
import org.tonari.viewmodel.Page;
import org.tonari.viewmodel.Selection;
import org.tonari.viewmodel.SpeedMeasure;
import org.tonari.viewmodel.Subject;
import org.tonari.viewmodel.TableColumn;
import org.tonari.viewmodel.Workbench;

/// Uses the window at random, some acts a frame, and fails where anything throws, where the heap has grown by more than
/// a tenth, or where nodes or listeners have.
///
/// ```sh
/// mvn -Pmonkey                       # half an hour
/// mvn -Pmonkey -Dmonkey.minutes=10
/// ```
public final class Monkey {
    private static final long SEED = 20_261_121;
    private static final List<String> CHARTS = List.of(".memory-stack-chart", ".throughput-chart");
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;
    private static final int SETTLING_PULSES = 20;
    private static final double LARGEST_GROWTH = 1.1;
    private static final double LISTENER_SLACK = 1.02;

    /// The first part of the time, in which caches fill and code is compiled.
    private static final double WARM_UP = 0.2;

    private final Random random = new Random(SEED);
    private final FramePulse pulse = new FramePulse();
    private final List<Runnable> acts = new ArrayList<>();
    private final TestWindow window = new TestWindow(Composition.shipped(), new AppearanceViewModel());
    private final Workbench workbench = window.workbench;
    private final Scene scene = window.scene(WIDTH, HEIGHT);
    private long started;
    private long done;

    /// What the window comes to in its first state.
    private record State(int nodes, LiveObjects alive) {}

    private Monkey() {
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        addFields();
        addLooks();
        addMouse();
        addKeys();
    }

    /// @param arguments how many minutes
    public static void main(String[] arguments) throws Exception {
        double minutes = Double.parseDouble(arguments[0]);
        var started = new CompletableFuture<Void>();
        Platform.startup(() -> started.complete(null));
        started.get();
        Platform.setImplicitExit(false);
        var failed = new CompletableFuture<Throwable>();
        Monkey monkey = onToolkit(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> failed.complete(failure));
            return new Monkey();
        });
        var seen = new CompletableFuture<Void>();
        Platform.runLater(() -> monkey.visit(List.of(Page.values()), () -> seen.complete(null)));
        CompletableFuture.anyOf(seen, failed).get();
        State before = monkey.playedFor(minutes * WARM_UP, failed);
        State after = monkey.playedFor(minutes, failed);
        System.out.printf(
                "%d acts in %.0f minutes, no exception%n"
                        + "heap after collection: %.1f MB, then %.1f MB%n"
                        + "nodes: %d, then %d%n"
                        + "listeners: %d, then %d%n",
                monkey.done,
                minutes,
                before.alive().bytes() / 1e6,
                after.alive().bytes() / 1e6,
                before.nodes(),
                after.nodes(),
                before.alive().listeners(),
                after.alive().listeners());
        System.exit(isAsBefore(before, after) ? 0 : 1);
    }

    private static boolean isAsBefore(State before, State after) {
        return after.alive().bytes() <= LARGEST_GROWTH * before.alive().bytes()
                && after.nodes() == before.nodes()
                && after.alive().listeners() <= LISTENER_SLACK * before.alive().listeners();
    }

    private static <T> T onToolkit(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    /// Shows each page once: it is built when it is first shown, and then stays.
    private void visit(List<Page> pages, Runnable then) {
        if (pages.isEmpty()) {
            started = System.nanoTime();
            then.run();
        } else {
            workbench.pages().shownProperty().set(pages.getFirst());
            pulses(SETTLING_PULSES, () -> visit(pages.subList(1, pages.size()), then));
        }
    }

    /// Plays until so many minutes have passed since the start, and goes back to the first state.
    private State playedFor(double minutes, CompletableFuture<Throwable> failed) throws Exception {
        var settled = new CompletableFuture<Integer>();
        Platform.runLater(() -> play((long) (minutes * 60e9), settled));
        Object ended = CompletableFuture.anyOf(settled, failed).get();
        if (ended instanceof Throwable failure) {
            throw new IllegalStateException("after " + done + " acts, seed " + SEED, failure);
        }
        System.gc();
        return new State(settled.get(), LiveObjects.count());
    }

    private void play(long nanos, CompletableFuture<Integer> settled) {
        if (System.nanoTime() - started > nanos) {
            reset();
            pulses(SETTLING_PULSES, () -> settled.complete(nodes(scene.getRoot())));
            return;
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            acts.get(random.nextInt(acts.size())).run();
            done++;
        }
        pulse.next(() -> play(nanos, settled));
    }

    private void pulses(int count, Runnable then) {
        pulse.next(() -> {
            if (count == 0) {
                then.run();
            } else {
                pulses(count - 1, then);
            }
        });
    }

    private void reset() {
        mouse(MouseEvent.MOUSE_RELEASED, scene.lookup("#context-slider"));
        CHARTS.forEach(chart -> mouse(MouseEvent.MOUSE_EXITED, scene.lookup(chart)));
        workbench.pages().shownProperty().set(Page.WORKBENCH);
        workbench.root().load(workbench.root().first());
        workbench.root().measureProperty().set(SpeedMeasure.DECODE);
        String first = workbench.root().first().machines().getFirst().id();
        workbench.root().selectionProperty().set(new Selection(first, new Subject.Part(0, Part.KV_CACHE)));
        window.appearance.languageProperty().set(Language.ENGLISH);
        window.appearance.themeProperty().set(Theme.LIGHT);
        window.appearance.byteUnitProperty().set(ByteUnit.GIB);
        window.appearance.zoomProperty().set(1);
    }

    private void addFields() {
        var fields = workbench.fields();
        var choices = workbench.root().choices();
        acts.add(() -> fields.pickModel(one(choices.models())));
        acts.add(() -> fields.pickWeights(one(fields.weightOptions()).format()));
        acts.add(() -> fields.pickCache(one(fields.caches())));
        acts.add(() -> fields.pickRuntime(one(fields.runtimes())));
        acts.add(() -> workbench.context().step(random.nextInt(9) - 4));
        acts.add(() -> workbench.context().jump(random.nextInt(5) - 2));
        acts.add(() -> workbench.root().undo());
        acts.add(() -> workbench.root().redo());
        acts.add(() -> workbench.why().applyRemedy());
        acts.add(() -> workbench.table().sortBy(one(List.of(TableColumn.values()))));
        acts.add(() -> workbench.root().measureProperty().set(one(List.of(SpeedMeasure.values()))));
        acts.add(() -> select(new Subject.Part(random.nextInt(2), one(List.of(Part.values())))));
        acts.add(() -> select(new Subject.Decode()));
        acts.add(() -> select(new Subject.LongestContext()));
    }

    private void addLooks() {
        acts.add(() -> rarely(() -> window.appearance.languageProperty().set(one(List.of(Language.values())))));
        acts.add(() -> rarely(() -> window.appearance.themeProperty().set(one(List.of(Theme.values())))));
        acts.add(() -> rarely(() -> window.appearance.zoomProperty().set(0.8 + 0.1 * random.nextInt(8))));
        acts.add(() -> rarely(() -> workbench.pages().shownProperty().set(one(List.of(Page.values())))));
        acts.add(() -> window.appearance.byteUnitProperty().set(one(List.of(ByteUnit.values()))));
    }

    private void addMouse() {
        for (int i = 0; i < 10; i++) {
            acts.add(() -> mouse(MouseEvent.MOUSE_DRAGGED, scene.lookup("#context-slider")));
        }
        acts.add(() -> mouse(MouseEvent.MOUSE_PRESSED, scene.lookup("#context-slider")));
        acts.add(() -> mouse(MouseEvent.MOUSE_RELEASED, scene.lookup("#context-slider")));
        for (String chart : CHARTS) {
            acts.add(() -> mouse(MouseEvent.MOUSE_MOVED, scene.lookup(chart)));
            acts.add(() -> mouse(MouseEvent.MOUSE_EXITED, scene.lookup(chart)));
            acts.add(() -> mouse(MouseEvent.MOUSE_CLICKED, scene.lookup(chart)));
        }
    }

    private void addKeys() {
        List<KeyCode> codes =
                List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.TAB, KeyCode.ESCAPE);
        acts.add(() -> key(scene.lookup("#context-slider"), one(codes)));
        acts.add(() -> key(scene.getFocusOwner(), one(codes)));
    }

    private void select(Subject subject) {
        var machines = workbench.root().getComparison().machines();
        workbench.root().selectionProperty().set(new Selection(one(machines).id(), subject));
    }

    private void rarely(Runnable act) {
        if (random.nextInt(20) == 0) {
            act.run();
        }
    }

    private void mouse(EventType<MouseEvent> type, @org.jspecify.annotations.Nullable Node node) {
        if (node != null) {
            double x = random.nextDouble() * node.getLayoutBounds().getWidth();
            double y = random.nextDouble() * node.getLayoutBounds().getHeight();
            boolean held = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            held,
                            false,
                            false,
                            true,
                            false,
                            true,
                            null));
        }
    }

    private static void key(@org.jspecify.annotations.Nullable Node node, KeyCode code) {
        if (node != null) {
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(node, new KeyEvent(type, "", "", code, false, false, false, false));
            }
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static int nodes(Node node) {
        int count = 1;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                count += nodes(child);
            }
        }
        return count;
    }
}
