package org.tonari.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.tonari.app.Preferences.WindowState;
import org.tonari.domain.comparison.Comparison;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.view.Stylesheets;
import org.tonari.view.WorkbenchView;
import org.tonari.view.parts.Surroundings;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.UiThread;
import org.tonari.viewmodel.desk.Choices;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.own.OwnMachinesViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// The window's life: made, shown, and its preferences kept when it goes.
public final class TonariApplication extends Application {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private static final AtomicReference<FutureTask<Prepared>> PREPARED = new AtomicReference<>();

    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tonari-background").factory());
    private final UiThread uiThread = Platform::runLater;
    private final PreferencesFile file =
            new PreferencesFile(UserFolders.current().settings());

    /// What can be made before there is a toolkit.
    ///
    /// @param composition the profiles and the engine
    /// @param files       saved comparisons
    /// @param left        what the last run left, if it can be answered
    /// @param root        what is on screen at the start, answered
    private record Prepared(
            Composition composition, SessionFile files, Optional<SessionFile.Left> left, WorkbenchViewModel root) {
        static Prepared make() {
            Composition composition = Composition.shipped();
            var files = new SessionFile(
                    composition.catalogue(),
                    SessionPlace.take(UserFolders.current().settings(), SessionFile::isOfStopped));
            Optional<SessionFile.Left> left = files.left();
            try {
                return make(composition, files, left);
            } catch (IllegalArgumentException | ArithmeticException _) {
                return make(composition, files, Optional.empty());
            }
        }

        private static Prepared make(Composition composition, SessionFile files, Optional<SessionFile.Left> left) {
            Comparison first = composition.first();
            Comparison now =
                    left.map(found -> found.opened().work().comparison()).orElse(first);
            return new Prepared(
                    composition,
                    files,
                    left,
                    new WorkbenchViewModel(
                            composition.choicesAtFirst(), composition.estimator(), new FramePulse(), first, now));
        }
    }

    /// Called by the toolkit.
    public TonariApplication() {}

    /// Begins to read profiles and to answer the first comparison while the toolkit still starts.
    static void prepare() {
        Rendering.settle();
        var task = new FutureTask<>(Prepared::make);
        PREPARED.set(task);
        Thread.ofPlatform().name("tonari-preparation").daemon().start(task);
    }

    private static Prepared prepared() throws InterruptedException, ExecutionException {
        FutureTask<Prepared> task = PREPARED.get();
        return task == null ? Prepared.make() : task.get();
    }

    @Override
    public void start(Stage stage) throws InterruptedException, ExecutionException {
        Toolkit.isRunning();
        Preferences preferences = file.read();
        var kept = new KeptPreferences(file, preferences);
        AppearanceViewModel appearance = kept.appearance();
        WindowTheme.wear(appearance);
        Prepared prepared = prepared();
        var notices = new NoticesViewModel();
        Workbench workbench = workbench(prepared, appearance, notices);
        var end = new PoliteEnd(() -> {
            kept.write();
            keepSession(workbench);
        });
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> {
            if (!end.isBegun()) {
                report(failure, notices);
            }
        });
        if (!file.exists()) {
            notices.say(new Notice.FirstSteps());
        }
        var firstFrame = new FirstFrame();
        Region content = WorkbenchView.build(
                workbench,
                new Surroundings(
                        getHostServices()::showDocument,
                        stage::close,
                        TonariVersion.current(),
                        LocalDate.now().toString(),
                        firstFrame));
        WindowState window = WindowPlace.fitting(preferences.window());
        var scene = new Scene(content, window.width(), window.height());
        var place = new WindowPlace(stage, window);
        Stylesheets.install(scene);
        new WindowTheme(scene, appearance).follow();
        new WindowLanguage(scene, appearance, preferences.font(), background, uiThread).follow();
        stage.titleProperty().bind(WorkbenchView.title(workbench));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnHidden(_ -> end.now());
        place.restore();
        kept.follow(stage, place);
        stage.show();
        firstFrame.start();
        prepared.left()
                .ifPresentOrElse(
                        left -> workbench.work().resume(left.opened(), left.session(), left.original()),
                        () -> workbench.work().begin(prepared.files().recentElsewhere()));
        end.watch();
        getParameters().getRaw().stream()
                .findFirst()
                .map(Path::of)
                .ifPresent(new FileOpening(workbench, new Background(background, uiThread))::open);
        Platform.runLater(() -> stage.getIcons().setAll(WindowIcons.all()));
        firstFrame.accept(() -> followFolder(workbench.machines()));
        firstFrame.accept(() -> readOn(prepared.composition(), workbench.root(), notices));
        Rehearsal.asked(System.getenv()).ifPresent(rehearsal -> rehearsal.play(workbench, scene, stage));
    }

    /// Said in the window and kept in the log; the window goes on.
    private static void report(Throwable failure, NoticesViewModel notices) {
        new FaultFile(UserFolders.current().logs()).keep(failure);
        notices.fault(failure);
    }

    private Workbench workbench(Prepared prepared, AppearanceViewModel appearance, NoticesViewModel notices) {
        return Workbench.of(
                prepared.root(),
                appearance,
                notices,
                sharing(prepared.composition(), appearance),
                prepared.files(),
                prepared.composition().catalogue(),
                prepared.composition().estimator(),
                new Background(background, uiThread),
                outside(),
                new Background(Thread::startVirtualThread, uiThread),
                prepared.composition().library());
    }

    private static Outside outside() {
        return new WindowOutside(
                Remotes.models(),
                Remotes.settings(),
                UserFolders.current().profiles(),
                () -> LocalDate.now().toString());
    }

    private static WindowSharing sharing(Composition composition, AppearanceViewModel appearance) {
        String today = LocalDate.now().toString();
        return new WindowSharing(
                appearance, new SheetPictures(composition.catalogue(), composition.estimator(), today), today);
    }

    /// Files that are edited outside are shown as they are now; the thread ends with the process.
    private void followFolder(OwnMachinesViewModel machines) {
        Path folder = UserFolders.current().profiles().resolve("machines");
        new FolderWatch(folder, () -> uiThread.later(machines::reread)).start();
        if (Files.isDirectory(folder)) {
            machines.reread();
        }
    }

    /// Reads what the first frame did not need.
    private void readOn(Composition composition, WorkbenchViewModel root, NoticesViewModel notices) {
        new Background(background, uiThread)
                .<Choices>newest()
                .request(
                        composition::choices,
                        all -> {
                            root.widen(choices -> choices.withMeasurements(all.measurements()));
                            reportProblems(composition, notices);
                        },
                        failure -> report(failure, notices));
    }

    private static void reportProblems(Composition composition, NoticesViewModel notices) {
        List<Phrase> problems = composition.catalogue().problems().stream()
                .map(ProfileProblem::phrase)
                .toList();
        if (!problems.isEmpty()) {
            notices.say(new Notice.BrokenProfiles(problems));
        }
    }

    private static void keepSession(Workbench workbench) {
        try {
            workbench.work().close();
        } catch (IOException unwritable) {
            System.getLogger("org.tonari")
                    .log(System.Logger.Level.WARNING, "the session was not kept: " + unwritable.getMessage());
        }
    }
}
