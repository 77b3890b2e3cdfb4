package org.tonari.app;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.tonari.profiles.ProfileProblem;
import org.tonari.view.Stylesheets;
import org.tonari.view.WorkbenchView;
import org.tonari.viewmodel.AppearanceViewModel;
import org.tonari.viewmodel.LatestTask;
import org.tonari.viewmodel.Notice;
import org.tonari.viewmodel.NoticesViewModel;
import org.tonari.viewmodel.UiThread;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.WorkbenchViewModel;

/// The window's life: made, shown, and its preferences kept when it goes.
public final class TonariApplication extends Application {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("tonari-background").factory());
    private final UiThread uiThread = Platform::runLater;
    private final PreferencesFile file =
            new PreferencesFile(UserFolders.current().settings());

    /// Called by the toolkit.
    public TonariApplication() {}

    @Override
    public void start(Stage stage) {
        Toolkit.isRunning();
        Preferences preferences = file.read();
        Composition composition = Composition.shipped();
        AppearanceViewModel appearance = appearance(preferences);
        var notices = new NoticesViewModel();
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> notices.fault(failure));
        Workbench workbench = workbench(composition, appearance, notices);
        Region content = WorkbenchView.build(
                workbench,
                new WorkbenchView.Surroundings(getHostServices()::showDocument, stage::close, TonariVersion.current()));
        var scene = new Scene(content, preferences.width(), preferences.height());
        Stylesheets.install(scene);
        new WindowTheme(scene, appearance).follow();
        new WindowLanguage(scene, appearance, preferences.font(), background, uiThread).follow();
        stage.setTitle("Tonari");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnHidden(_ -> keep(preferences, appearance, scene));
        stage.show();
        reportProblems(composition, notices);
    }

    private static AppearanceViewModel appearance(Preferences preferences) {
        var appearance = new AppearanceViewModel();
        appearance.languageProperty().set(preferences.language());
        appearance.themeProperty().set(preferences.theme());
        appearance.byteUnitProperty().set(preferences.byteUnit());
        appearance.zoomProperty().set(preferences.zoom());
        return appearance;
    }

    private Workbench workbench(Composition composition, AppearanceViewModel appearance, NoticesViewModel notices) {
        var root = new WorkbenchViewModel(
                composition.choices(), composition.estimator(), new FramePulse(), composition.first());
        return Workbench.of(
                root, appearance, notices, sharing(composition, appearance), new LatestTask<>(background, uiThread));
    }

    private static WindowSharing sharing(Composition composition, AppearanceViewModel appearance) {
        String today = LocalDate.now().toString();
        return new WindowSharing(
                appearance, new SheetPictures(composition.catalogue(), composition.estimator(), today), today);
    }

    private static void reportProblems(Composition composition, NoticesViewModel notices) {
        List<String> problems = composition.catalogue().problems().stream()
                .map(ProfileProblem::sentence)
                .toList();
        if (!problems.isEmpty()) {
            notices.say(new Notice.BrokenProfiles(problems));
        }
    }

    private void keep(Preferences before, AppearanceViewModel appearance, Scene scene) {
        try {
            file.write(new Preferences(
                    appearance.languageProperty().get(),
                    appearance.themeProperty().get(),
                    appearance.byteUnitProperty().get(),
                    appearance.zoomProperty().get(),
                    before.font(),
                    scene.getWidth(),
                    scene.getHeight()));
        } catch (java.io.IOException unwritable) {
            System.getLogger("org.tonari")
                    .log(System.Logger.Level.WARNING, "preferences were not kept: " + unwritable.getMessage());
        }
    }
}
