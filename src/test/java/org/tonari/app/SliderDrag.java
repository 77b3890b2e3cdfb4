package org.tonari.app;

import com.sun.javafx.tk.RenderJob;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.tonari.viewmodel.background.Pulse;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// Drags the context slider of the window with seven machines, once a pulse, and prints how long frames took: from the
/// start of the pulse in which the thumb is moved to the end of that frame's rendering. Beside it stands how long the
/// two threads that make a frame were at work, which other programs on the same processors hardly change.
///
/// ```sh
/// mvn -Pdrag
/// ```
public final class SliderDrag {
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;
    private static final long WARM_UP_NANOS = 5_000_000_000L;
    private static final int FRAMES = 600;
    private static final int LONGEST = 8;

    /// Pulses from one end of the slider to the other.
    private static final int SWEEP = 200;

    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final List<Runnable> due = new ArrayList<>();
    private final long[] frames = new long[FRAMES];
    private final long[] work = new long[FRAMES];
    private final long[][] parts = new long[Part.values().length][FRAMES];
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long painting;
    private long collections;
    private long collecting;
    private Optional<Node> slider = Optional.empty();
    private int pulses;
    private int measured;
    private volatile boolean rendering;

    /// What the processor does for a frame, one after the other.
    private enum Part {
        ANSWERS("asking the engine, telling the nodes"),
        LAYOUT("style and layout"),
        CHARTS("painting the charts"),
        HANDING_OVER("handing over"),
        RASTER("rasterising");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    private SliderDrag() {}

    /// @param arguments none
    public static void main(String[] arguments) throws Exception {
        var started = new CompletableFuture<Void>();
        Rendering.settle();
        Platform.startup(() -> started.complete(null));
        started.get();
        var drag = new SliderDrag();
        Platform.runLater(drag::begin);
        drag.finished.get();
        Platform.exit();
        drag.printLongest();
        System.out.printf("collections in that time: %d, %d ms%n", drag.collections, drag.collecting);
        print(FRAMES + " frames while dragging", drag.frames);
        print("processor time of their threads", drag.work);
        for (Part part : Part.values()) {
            print("  " + part.words, drag.parts[part.ordinal()]);
        }
    }

    /// Which part made the frames that took most processor time long, in the order of [Part].
    private void printLongest() {
        IntStream.range(0, FRAMES)
                .boxed()
                .sorted(Comparator.comparingLong((Integer frame) -> work[frame]).reversed())
                .limit(LONGEST)
                .forEach(frame -> System.out.printf(
                        "frame %d: %.1f ms of processor time = %s%n",
                        frame,
                        work[frame] / 1e6,
                        Arrays.stream(parts)
                                .map(part -> String.format("%.1f", part[frame] / 1e6))
                                .collect(Collectors.joining(" + "))));
    }

    private static long collected(ToLongFunction<GarbageCollectorMXBean> figure) {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(figure)
                .sum();
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms%n",
                what, millis(nanos, 0.5), millis(nanos, 0.95), millis(nanos, 1));
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    private void begin() {
        Pulse pulse = due::add;
        Scene scene = new TestWindow(Composition.shipped(), new AppearanceViewModel(), pulse).scene(WIDTH, HEIGHT);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        slider = Optional.ofNullable(scene.lookup("#context-slider"));
        long start = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (!rendering) {
                    frame(System.nanoTime(), System.nanoTime() - start > WARM_UP_NANOS);
                }
            }
        }.start();
    }

    /// What an event handler and the frame clock do in a pulse; the answers are asked for at its start.
    private void frame(long began, boolean warm) {
        Scene scene = slider.orElseThrow().getScene();
        var clock = new Clock(threads.getCurrentThreadCpuTime());
        afterLayout(scene, () -> clock.lap(Part.LAYOUT));
        fire(pulses == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED);
        pulses++;
        List<Runnable> now = List.copyOf(due);
        due.clear();
        now.forEach(Runnable::run);
        rendering = true;
        clock.lap(Part.ANSWERS);
        // The charts paint in listeners of the same kind, which were told to wait before this one.
        afterLayout(scene, () -> clock.lap(Part.CHARTS));
        // Runs once this pulse is laid out and handed over; the job then stands behind the painting of this frame.
        Platform.runLater(() -> {
            clock.lap(Part.HANDING_OVER);
            com.sun.javafx.tk.Toolkit.getToolkit().addRenderJob(new RenderJob(() -> rendered(began, clock, warm)));
        });
    }

    private static void afterLayout(Scene scene, Runnable act) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                act.run();
            }
        });
    }

    private void rendered(long began, Clock clock, boolean warm) {
        long painted = threads.getCurrentThreadCpuTime();
        if (warm && measured < FRAMES) {
            clock.spent[Part.RASTER.ordinal()] = painted - painting;
            frames[measured] = System.nanoTime() - began;
            work[measured] = Arrays.stream(clock.spent).sum();
            for (Part part : Part.values()) {
                parts[part.ordinal()][measured] = clock.spent[part.ordinal()];
            }
            if (measured == 0) {
                collections = -collected(GarbageCollectorMXBean::getCollectionCount);
                collecting = -collected(GarbageCollectorMXBean::getCollectionTime);
            }
            measured++;
            if (measured == FRAMES) {
                collections += collected(GarbageCollectorMXBean::getCollectionCount);
                collecting += collected(GarbageCollectorMXBean::getCollectionTime);
                finished.complete(null);
            }
        }
        painting = painted;
        rendering = false;
    }

    /// Tells what the thread of the window spends on each part of a frame.
    private final class Clock {
        private final long[] spent = new long[Part.values().length];
        private long last;

        Clock(long start) {
            this.last = start;
        }

        void lap(Part part) {
            long now = threads.getCurrentThreadCpuTime();
            spent[part.ordinal()] = now - last;
            last = now;
        }
    }

    private void fire(EventType<MouseEvent> type) {
        Node node = slider.orElseThrow();
        Bounds bounds = node.getLayoutBounds();
        int step = pulses % (2 * SWEEP);
        double place = (double) Math.min(step, 2 * SWEEP - step) / SWEEP;
        double x = bounds.getWidth() * (0.1 + 0.8 * place);
        double y = bounds.getHeight() / 2;
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
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }
}
