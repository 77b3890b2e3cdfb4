package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.tonari.evidence.ShippedProof;
import org.tonari.view.Stylesheets;
import org.tonari.view.WorkbenchView;
import org.tonari.view.parts.Surroundings;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.Pulse;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.pages.Library;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.NoticesViewModel;
import org.tonari.viewmodel.work.Sharing;

/// The real window's content on the shipped profiles; remembers addresses it would have opened.
final class TestWindow {
    final List<String> opened = new ArrayList<>();
    final NoticesViewModel notices = new NoticesViewModel();
    final AppearanceViewModel appearance;
    final Workbench workbench;

    TestWindow(Composition composition, AppearanceViewModel appearance) {
        this(composition, appearance, nowhere());
    }

    /// @param pulse the frame clock
    TestWindow(Composition composition, AppearanceViewModel appearance, Pulse pulse) {
        this(composition, appearance, nowhere(), pulse, Outside.none());
    }

    /// @param folder for the session
    TestWindow(Composition composition, AppearanceViewModel appearance, Path folder) {
        this(composition, appearance, folder, new FramePulse(), Outside.none());
    }

    /// @param folder  for the session
    /// @param outside what lies outside of the window
    TestWindow(Composition composition, AppearanceViewModel appearance, Path folder, Outside outside) {
        this(composition, appearance, folder, new FramePulse(), outside);
    }

    private TestWindow(
            Composition composition, AppearanceViewModel appearance, Path folder, Pulse pulse, Outside outside) {
        this.appearance = appearance;
        Toolkit.isRunning();
        Sharing sharing = new WindowSharing(
                appearance,
                new SheetPictures(composition.catalogue(), composition.estimator(), "2026-11-21"),
                "2026-11-21");
        this.workbench = Workbench.of(
                new WorkbenchViewModel(composition.choices(), composition.estimator(), pulse, composition.first()),
                appearance,
                notices,
                sharing,
                new SessionFile(composition.catalogue(), SessionPlace.shared(folder)),
                composition.catalogue(),
                composition.estimator(),
                new Background(Runnable::run, Runnable::run),
                outside,
                new Background(Runnable::run, Runnable::run),
                sharing(composition.library()));
    }

    /// All windows show the shipped profiles, so one proof serves them all.
    private static Library sharing(Library library) {
        return new Library(
                library.uses(), library.runtime(), library.projector(), library.claims(), _ -> ShippedProof.get());
    }

    static Path nowhere() {
        try {
            Path folder = Files.createTempDirectory("tonari-test");
            folder.toFile().deleteOnExit();
            folder.resolve("session.json").toFile().deleteOnExit();
            return folder;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @return its content, now on the stage
    Scene show(Stage stage, double width, double height) {
        Scene scene = scene(width, height);
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    Scene scene(double width, double height) {
        var scene = new Scene(
                WorkbenchView.build(workbench, new Surroundings(opened::add, () -> {}, "test", "2026-11-21")),
                width,
                height);
        Stylesheets.install(scene);
        new WindowTheme(scene, appearance).follow();
        return scene;
    }
}
