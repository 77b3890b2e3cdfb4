package org.tonari.view.parts;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;

/// Keeps a dialog that grows with its content where its title and its buttons can be reached.
public final class OnScreen {
    private OnScreen() {}

    /// Watches a window as long as it lives.
    public static void keep(Window window) {
        window.heightProperty().subscribe((_, _) -> moveIn(window));
        window.widthProperty().subscribe((_, _) -> moveIn(window));
    }

    private static void moveIn(Window window) {
        if (!window.isShowing() || Double.isNaN(window.getX()) || Double.isNaN(window.getY())) {
            return;
        }
        Screen screen = Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary);
        Rectangle2D room = screen.getVisualBounds();
        double x = within(window.getX(), window.getWidth(), room.getMinX(), room.getMaxX());
        double y = within(window.getY(), window.getHeight(), room.getMinY(), room.getMaxY());
        if (x != window.getX()) {
            window.setX(x);
        }
        if (y != window.getY()) {
            window.setY(y);
        }
    }

    /// @return the start nearest to the wanted one at which nothing lies beyond the end; what is too long begins at
    /// the beginning
    static double within(double start, double length, double from, double to) {
        return Math.max(from, Math.min(start, to - length));
    }
}
