package org.tonari.view.manual;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.tonari.text.ManualText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.manual.ManualViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// The documents for users in a window of their own, to be read beside the workbench.
///
/// Made when it is first asked for, then kept: closing hides it and lets go of its document and pictures, and it comes
/// back where one was. It goes when the workbench goes, and follows its language, theme, font and size.
public final class ManualWindow {
    private static final double WIDTH = 1_040;
    private static final double HEIGHT = 760;
    private static final double SCREEN_SHARE = 0.9;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 400;
    private static final String DARK = "dark";

    private final Stage stage = new Stage();
    private final ManualView view;
    private final Window beside;
    private Subscription closing = Subscription.EMPTY;

    /// @param beside    the workbench's window
    /// @param browser   opens an address of the web
    /// @param clipboard takes a text
    public ManualWindow(
            Window beside,
            ManualViewModel manual,
            AppearanceViewModel appearance,
            Words words,
            Consumer<String> browser,
            Consumer<String> clipboard) {
        this.view = new ManualView(appearance, new Links(manual, words, browser, clipboard), stage::hide);
        // Larger type opens a larger window, as far as the screen goes.
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double zoom = Math.max(1, appearance.zoomProperty().get());
        var scene = new Scene(
                view.build(),
                Math.max(WIDTH, Math.min(WIDTH * zoom, screen.getWidth() * SCREEN_SHARE)),
                Math.max(HEIGHT, Math.min(HEIGHT * zoom, screen.getHeight() * SCREEN_SHARE)));
        Scene like = beside.getScene();
        dress(scene, like);
        like.getStylesheets().addListener((ListChangeListener<String>) _ -> dress(scene, like));
        shade(scene, like);
        like.getRoot().getStyleClass().addListener((ListChangeListener<String>) _ -> shade(scene, like));
        stage.setScene(scene);
        stage.titleProperty().bind(words.text(ManualText.GUIDE).map(title -> title + " – Tonari"));
        stage.setOnHidden(_ -> manual.putAway());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (beside instanceof Stage workbench) {
            Bindings.bindContent(stage.getIcons(), workbench.getIcons());
        }
        this.beside = beside;
        stage.showingProperty().subscribe(showing -> {
            if (!showing) {
                closing.unsubscribe();
            }
        });
    }

    /// Shows the window, or brings it to the front.
    public void show() {
        if (stage.isShowing()) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        } else {
            closing = beside.showingProperty().subscribe(this::followOut);
            stage.show();
            view.start();
        }
    }

    /// The workbench's window is listened to only while this one is open: it would keep it otherwise.
    private void followOut(boolean showing) {
        if (!showing) {
            stage.hide();
        }
    }

    /// What is taken off the scene is still styled by the sheets of its root, where the colours of the scene's own are
    /// missing, so all sheets are the scene's.
    private static void dress(Scene scene, Scene like) {
        scene.getStylesheets().setAll(like.getStylesheets());
        scene.getStylesheets()
                .add(Objects.requireNonNull(ManualWindow.class.getResource("manual.css"), "part of the module")
                        .toExternalForm());
    }

    private static void shade(Scene scene, Scene like) {
        var classes = scene.getRoot().getStyleClass();
        boolean dark = like.getRoot().getStyleClass().contains(DARK);
        if (dark && !classes.contains(DARK)) {
            classes.add(DARK);
        } else if (!dark) {
            classes.remove(DARK);
        }
    }
}
