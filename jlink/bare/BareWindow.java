package bare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window of Tonari's size with one label; notes when its first frame stood, and closes.
public final class BareWindow extends Application {
    /// Called by the toolkit.
    public BareWindow() {}

    public static void main(String[] arguments) {
        launch(arguments);
    }

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("bare")), 1_280, 800));
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == 2) {
                    note(System.currentTimeMillis());
                    stop();
                    stage.close();
                }
            }
        }.start();
    }

    private static void note(long epochMillis) {
        try {
            Files.writeString(
                    Path.of(System.getenv("TONARI_REHEARSAL"), "rehearsal.properties"),
                    "first_frame_epoch_ms=" + epochMillis + System.lineSeparator());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
