package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.tonari.export.picture.PngImage;
import org.tonari.text.Language;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.ContextViewModel.Snap;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.work.Sharing;

/// A scripted use of the real window: it is shown, its slider dragged, its exports made, and it closes by itself.
///
/// Asked for by the environment: `TONARI_REHEARSAL` names a folder, which takes everything the rehearsal writes, the
/// preferences too. The build rehearses to learn which classes a start needs, a measurement to know when the first
/// frame stood, a trial installation to see that it works. `TONARI_REHEARSAL_SECONDS` keeps the window open that long,
/// its slider moving.
///
/// UI thread only.
final class Rehearsal {
    /// What the command line is asked once the window has closed.
    static final List<String> COMMANDS = List.of(
            "estimate --machine dgx-spark --model gpt-oss-120b --json",
            "estimate --machine mac-mini-m4-pro-64 --model qwen3-32b --weights q4_k_m --why",
            "compare --model gpt-oss-120b --context 32k",
            "list models",
            "--version",
            "--help");

    private static final int DRAG_FRAMES = 60;
    private static final int PAUSE_FRAMES = 3;
    private static final int PATIENCE_FRAMES = 3_600;

    private final Path folder;
    private final long seconds;
    private final List<BooleanSupplier> acts = new ArrayList<>();

    private Rehearsal(Path folder, long seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    /// @return the rehearsal the environment asks for
    static Optional<Rehearsal> asked(Map<String, String> environment) {
        return folder(environment)
                .map(folder -> new Rehearsal(
                        folder, Long.parseLong(environment.getOrDefault("TONARI_REHEARSAL_SECONDS", "0"))));
    }

    /// @return where a rehearsal keeps what a person's own window would keep in that person's folders
    static Optional<Path> folder(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault("TONARI_REHEARSAL", ""))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    /// Plays from the next frame on.
    void play(Workbench workbench, Scene scene, Stage stage) {
        use(workbench);
        drag(workbench);
        dress(workbench, scene);
        export(workbench);
        act(() -> picture(scene, "window.png"));
        new Script(stage).start();
    }

    /// Plays one act a frame, and notes when the first frame stood: when the toolkit asks for the one after it.
    private final class Script extends AnimationTimer {
        private final Stage stage;
        private int frames;
        private int next;

        Script(Stage stage) {
            this.stage = stage;
        }

        @Override
        public void handle(long now) {
            if (frames < 2) {
                frames++;
                if (frames == 2) {
                    note("first_frame_epoch_ms=" + Instant.now().toEpochMilli());
                }
            } else if (next == acts.size()) {
                stop();
                stage.close();
            } else if (acts.get(next).getAsBoolean()) {
                next++;
            }
        }
    }

    private void act(Runnable act) {
        acts.add(() -> {
            act.run();
            return true;
        });
    }

    private void pause() {
        for (int frame = 0; frame < PAUSE_FRAMES; frame++) {
            act(() -> {});
        }
    }

    private void use(Workbench workbench) {
        if (seconds == 0) {
            return;
        }
        Instant until = Instant.now().plusSeconds(seconds);
        acts.add(() -> {
            Duration left = Duration.between(Instant.now(), until);
            moveTo(workbench, (1 + Math.cos(left.toMillis() / 1_000.0)) / 2);
            return left.isNegative();
        });
    }

    private void drag(Workbench workbench) {
        act(workbench.context()::hold);
        for (int frame = 0; frame <= DRAG_FRAMES; frame++) {
            double place = frame / (double) DRAG_FRAMES;
            act(() -> moveTo(workbench, place));
        }
        act(workbench.context()::release);
        act(workbench.root()::undo);
    }

    private static void moveTo(Workbench workbench, double place) {
        long longest = workbench.context().scaleProperty().getValue().longest().count();
        workbench.context().moveTo(Math.pow(longest, 0.6 + 0.4 * place), 80, Snap.ON);
    }

    private void dress(Workbench workbench, Scene scene) {
        act(() ->
                workbench.fields().pickModel(workbench.root().choices().models().getFirst()));
        act(() -> workbench.root().choices().cache("q8_0").ifPresent(workbench.fields()::pickCache));
        act(workbench.root()::undo);
        act(workbench.root()::undo);
        act(() -> wear(workbench, Language.JAPANESE, Theme.DARK));
        pause();
        act(() -> picture(scene, "window-dark-ja.png"));
        act(() -> wear(workbench, Language.ENGLISH, Theme.LIGHT));
        act(() -> searchModel(scene));
        pause();
        act(() -> searchModel(scene));
        pause();
    }

    private static void wear(Workbench workbench, Language language, Theme theme) {
        workbench.appearance().languageProperty().set(language);
        workbench.appearance().themeProperty().set(theme);
    }

    /// Opens the search for a model, or closes it.
    private static void searchModel(Scene scene) {
        if (scene.lookup("#model") instanceof Button button) {
            button.fire();
        }
    }

    private void export(Workbench workbench) {
        for (Sharing.Kind kind : Sharing.Kind.values()) {
            Path file = folder.resolve("comparison" + kind.extension());
            act(() -> {
                workbench.exports().formatProperty().set(new Sharing.Format(kind, 1, Theme.LIGHT));
                workbench.exports().save(file);
            });
            var patience = new int[] {PATIENCE_FRAMES};
            acts.add(() -> Files.exists(file) || --patience[0] == 0);
        }
    }

    private void picture(Scene scene, String name) {
        try (var stream = Files.newOutputStream(folder.resolve(name))) {
            PngImage.write(scene.snapshot(null), Map.of(), stream);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void note(String figure) {
        try {
            Files.writeString(folder.resolve("rehearsal.properties"), figure + System.lineSeparator());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
