package org.tonari.app;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.tonari.app.Preferences.WindowState;

/// Puts a window where it last stood, if a screen is still there, and tells where it stands.
final class WindowPlace {
    private static final double GRIP = 100;

    private final Stage stage;
    private WindowState normal;

    WindowPlace(Stage stage, WindowState before) {
        this.stage = stage;
        this.normal = before;
    }

    /// Before the window is shown.
    void restore() {
        boolean reachable = !Double.isNaN(normal.x())
                && !Screen.getScreensForRectangle(normal.x(), normal.y(), GRIP, GRIP)
                        .isEmpty();
        if (reachable) {
            stage.setX(normal.x());
            stage.setY(normal.y());
        }
        stage.setMaximized(normal.maximized());
        stage.xProperty().subscribe(_ -> remember());
        stage.yProperty().subscribe(_ -> remember());
        stage.widthProperty().subscribe(_ -> remember());
        stage.heightProperty().subscribe(_ -> remember());
    }

    /// A maximized window keeps the place it had before.
    private void remember() {
        Scene scene = stage.getScene();
        if (scene != null && stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
            normal = new WindowState(scene.getWidth(), scene.getHeight(), stage.getX(), stage.getY(), false);
        }
    }

    /// @return how large a window of that state may be on the main screen
    static WindowState fitting(WindowState wanted) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        return new WindowState(
                Math.min(wanted.width(), screen.getWidth()),
                Math.min(wanted.height(), screen.getHeight()),
                wanted.x(),
                wanted.y(),
                wanted.maximized());
    }

    /// @return where the window stands now
    WindowState now() {
        return new WindowState(normal.width(), normal.height(), normal.x(), normal.y(), stage.isMaximized());
    }
}
