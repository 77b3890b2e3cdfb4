package org.tonari.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.text.Language;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.background.Pulse;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// Uses the window at random, some acts a frame, and fails where anything throws, where the heap has grown by more than
/// a tenth, or where nodes or listeners have.
///
/// What is bounded is full before the first count: each page was shown at every size of type in every language, and the
/// engine was asked about every model with every format of the cache and of the weights. The first fifth of the time is
/// not counted either.
///
/// ```sh
/// mvn -Pmonkey                       # half an hour
/// mvn -Pmonkey -Dmonkey.minutes=10
/// ```
public final class Monkey {
    private static final long SEED = 20_261_121;
    private static final List<String> CONTEXTS = List.of("4k", "24k", "96k");
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;
    private static final int PULSES_A_PAGE = 4;
    private static final int SETTLING_PULSES = 60;
    private static final int ROUNDS = 10;
    private static final double LARGEST_GROWTH = 1.1;
    private static final double LISTENER_SLACK = 1.02;
    private static final int NAMED = 12;
    private static final double SMALL_TYPE = 0.8;
    private static final double LARGE_TYPE = 1.5;

    /// The part of the time in which caches fill and code is compiled.
    private static final double WARM_UP = 0.2;

    private final FramePulse pulse = new FramePulse();
    private final Composition composition = Composition.shipped();
    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private final Workbench workbench;
    private final Scene scene;
    private final MonkeyHands hands;
    private final CompletableFuture<Throwable> failed;
    private long done;

    /// What the window comes to in its first state.
    ///
    /// @param shown nodes in the window
    private record State(int shown, LiveObjects alive) {
        @Override
        public String toString() {
            return String.format(
                    "heap after collection %.1f MB, nodes %,d shown of %,d, listeners %,d",
                    alive.bytes() / 1e6, shown, alive.nodes(), alive.listeners());
        }

        boolean isNoMoreThan(State before) {
            return alive.bytes() <= LARGEST_GROWTH * before.alive.bytes()
                    && shown == before.shown
                    && alive.nodes() <= LISTENER_SLACK * before.alive.nodes()
                    && alive.listeners() <= LISTENER_SLACK * before.alive.listeners();
        }
    }

    /// How a page is shown.
    private record View(double zoom, Language language, Theme theme, Page page) {}

    private Monkey(CompletableFuture<Throwable> failed) {
        this.failed = failed;
        var window = new TestWindow(composition, appearance);
        this.workbench = window.workbench;
        this.scene = window.scene(WIDTH, HEIGHT);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        this.hands = new MonkeyHands(SEED, workbench, appearance, scene);
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
            return new Monkey(failed);
        });
        System.exit(monkey.use(minutes) ? 0 : 1);
    }

    private static <T> T onToolkit(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

    /// @return whether nothing has grown
    private boolean use(double minutes) throws Exception {
        await(seen -> visit(views(), seen));
        System.out.printf("asked about %d comparisons%n", onToolkit(this::askMuch));
        State before = playedFor(WARM_UP * minutes);
        System.out.printf("after %d acts: %s%n", done, before);
        State after = before;
        for (int round = 0; round < ROUNDS; round++) {
            after = playedFor((1 - WARM_UP) * minutes / ROUNDS);
            System.out.printf("after %d acts: %s%n", done, after);
        }
        after.alive.grownSince(before.alive, NAMED).forEach(grown -> System.out.println("  " + grown));
        after.alive
                .watched()
                .grownSince(before.alive.watched(), NAMED)
                .forEach(grown -> System.out.println("  " + grown));
        System.out.printf("%d acts in %.0f minutes, no exception%n", done, minutes);
        return after.isNoMoreThan(before);
    }

    /// Runs something on the toolkit's thread and waits until it says that it is done, or something is thrown.
    private void await(Consumer<Runnable> work) throws Exception {
        var finished = new CompletableFuture<Void>();
        Platform.runLater(() -> work.accept(() -> finished.complete(null)));
        Object ended = CompletableFuture.anyOf(finished, failed).get();
        if (ended instanceof Throwable failure) {
            throw new IllegalStateException("after " + done + " acts, seed " + SEED, failure);
        }
    }

    /// Each page is built when it is first shown, and then stays with as many rows as were ever seen at once.
    private static List<View> views() {
        var views = new ArrayList<View>();
        for (double zoom : List.of(SMALL_TYPE, LARGE_TYPE)) {
            for (Language language : Language.values()) {
                for (Page page : Page.values()) {
                    views.add(new View(zoom, language, zoom < 1 ? Theme.LIGHT : Theme.DARK, page));
                }
            }
        }
        return views;
    }

    /// Goes back to the first state by way of the fullest ones: lists keep as many rows as were ever seen at once, and
    /// pages that are not shown what they showed last.
    private void settle(Runnable settled) {
        hands.crowd();
        visit(shrinking(Language.JAPANESE, Theme.DARK), () -> {
            workbench.pins().unpinAll();
            visit(
                    views(SMALL_TYPE, Language.ENGLISH, Theme.LIGHT),
                    () -> open(hands.dialogs(), () -> {
                        hands.reset();
                        System.gc();
                        letGoOfTextures();
                        visit(views(1, Language.ENGLISH, Theme.LIGHT), () -> pulses(SETTLING_PULSES, settled));
                    }));
        });
    }

    /// Opens one after the other; the next closes what the one before has opened.
    private void open(List<Runnable> dialogs, Runnable then) {
        if (dialogs.isEmpty()) {
            then.run();
            return;
        }
        dialogs.getFirst().run();
        pulses(PULSES_A_PAGE, () -> open(dialogs.subList(1, dialogs.size()), then));
    }

    /// Draws a picture: the renderer looks for pictures that nobody has any more, and lets go of its copies of them,
    /// only
    /// when it needs one.
    private void letGoOfTextures() {
        var stage = new Stage();
        stage.setScene(new Scene(new StackPane(new ImageView(new WritableImage(1, 1)))));
        stage.show();
        pulses(PULSES_A_PAGE, stage::hide);
    }

    /// @return each page with its type growing small, for a moment in the room of the large one: the most rows of all
    private static List<View> shrinking(Language language, Theme theme) {
        return views(SMALL_TYPE, language, theme).stream()
                .flatMap(small -> Stream.of(new View(LARGE_TYPE, language, theme, small.page()), small))
                .toList();
    }

    /// @return the pages, the workbench last
    private static List<View> views(double zoom, Language language, Theme theme) {
        return Stream.concat(Stream.of(Page.values()).skip(1), Stream.of(Page.WORKBENCH))
                .map(page -> new View(zoom, language, theme, page))
                .toList();
    }

    private void visit(List<View> views, Runnable then) {
        if (views.isEmpty()) {
            then.run();
            return;
        }
        View view = views.getFirst();
        appearance.zoomProperty().set(view.zoom());
        appearance.languageProperty().set(view.language());
        appearance.themeProperty().set(view.theme());
        workbench.pages().shownProperty().set(view.page());
        pulses(PULSES_A_PAGE, () -> visit(views.subList(1, views.size()), then));
    }

    /// Asks the same engine from a window that nobody sees: every model, in every format of the cache at some
    /// contexts, and in every format of the weights.
    private int askMuch() {
        Pulse atOnce = Runnable::run;
        Workbench unseen = new TestWindow(composition, new AppearanceViewModel(), atOnce).workbench;
        var fields = unseen.fields();
        int asked = 0;
        for (LanguageModel model : unseen.root().choices().models()) {
            fields.pickModel(model);
            for (CacheFormat cache : fields.caches()) {
                fields.pickCache(cache);
                for (String context : CONTEXTS) {
                    unseen.context().enter(context);
                    asked++;
                }
            }
            for (var option : fields.weightOptions()) {
                fields.pickWeights(option.format());
                asked++;
            }
        }
        return asked;
    }

    /// Plays for so many minutes and goes back to the first state.
    private State playedFor(double minutes) throws Exception {
        await(settled -> play(System.nanoTime() + (long) (minutes * 60e9), settled));
        return new State(onToolkit(() -> nodes(scene.getRoot())), LiveObjects.count());
    }

    private void play(long until, Runnable settled) {
        if (System.nanoTime() > until) {
            settle(settled);
            return;
        }
        done += hands.act();
        pulse.next(() -> play(until, settled));
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
