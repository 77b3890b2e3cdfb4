package org.tonari.view.manual;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.manual.ManualViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// The content of the documents' window, and its keys.
final class ManualView {
    private static final double CONTENTS_WIDTH = 270;
    private static final double CONTENTS_MOST = 0.4;
    private static final double BASE_SIZE = 12;
    private static final double ZOOM_STEP = 0.1;
    private static final double LINE = 40;
    private static final double OVERLAP = 0.9;

    private final ManualViewModel manual;
    private final AppearanceViewModel appearance;
    private final Words words;
    private final Runnable close;
    private final FindBar find;
    private final Contents contents;
    private final ManualPage page;
    private final BorderPane root = new BorderPane();

    /// @param links what following a link does
    /// @param close closes the window
    ManualView(AppearanceViewModel appearance, Links links, Runnable close) {
        this.manual = links.manual();
        this.appearance = appearance;
        this.words = links.words();
        this.close = close;
        this.find = new FindBar(manual.search(), words);
        this.contents = new Contents(manual, words);
        this.page = new ManualPage(links);
    }

    Region build() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var bar = new HBox(
                step("manual-back", "←", ManualText.BACK, manual::back, manual.backableProperty()),
                step("manual-forward", "→", ManualText.FORWARD, manual::forward, manual.forwardableProperty()),
                spacer,
                find.build());
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("manual-bar");
        var both = new SplitPane(contents.node(), page.node());
        SplitPane.setResizableWithParent(contents.node(), false);
        both.widthProperty().subscribe((before, _) -> {
            if (before.doubleValue() == 0) {
                divide(both);
            }
        });
        appearance.zoomProperty().subscribe((_, _) -> divide(both));
        root.setTop(bar);
        root.setCenter(both);
        root.getStyleClass().addAll("workbench", "manual");
        root.styleProperty()
                .bind(appearance.zoomProperty().map(zoom -> "-fx-font-size: " + BASE_SIZE * zoom.doubleValue()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        return root;
    }

    /// Headings need more room in larger type, yet less than the text.
    private void divide(SplitPane both) {
        if (both.getWidth() > 0) {
            double wanted = CONTENTS_WIDTH * appearance.zoomProperty().get() / both.getWidth();
            both.setDividerPositions(Math.min(wanted, CONTENTS_MOST));
        }
    }

    /// Gives the text the keyboard, so that the first key scrolls it.
    void start() {
        page.node().requestFocus();
    }

    private Button step(String id, String sign, MessageKey name, Runnable act, ReadOnlyBooleanProperty possible) {
        var button = new Button(sign);
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.accessibleTextProperty().bind(words.text(name));
        Terms.explain(button, words, name);
        button.setOnAction(_ -> act.run());
        button.disableProperty().bind(possible.not());
        return button;
    }

    /// Keys that mean the same wherever the keyboard is.
    private void shortcut(KeyEvent key) {
        if (is(key, KeyCode.F)) {
            find.start();
        } else if (key.getCode() == KeyCode.F3) {
            step(key.isShiftDown());
        } else if (is(key, KeyCode.G)) {
            manual.search().next();
        } else if (is(key, KeyCode.W)) {
            close.run();
        } else if (key.isAltDown() && key.getCode() == KeyCode.LEFT) {
            manual.back();
        } else if (key.isAltDown() && key.getCode() == KeyCode.RIGHT) {
            manual.forward();
        } else if (key.getCode() == KeyCode.F6) {
            nextArea();
        } else if (is(key, KeyCode.EQUALS) || is(key, KeyCode.PLUS)) {
            zoom(ZOOM_STEP);
        } else if (is(key, KeyCode.MINUS)) {
            zoom(-ZOOM_STEP);
        } else if (is(key, KeyCode.DIGIT0)) {
            appearance.zoomProperty().set(1);
        } else {
            return;
        }
        key.consume();
    }

    private static boolean is(KeyEvent key, KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY).match(key);
    }

    private void step(boolean back) {
        if (back) {
            manual.search().previous();
        } else {
            manual.search().next();
        }
    }

    private void zoom(double step) {
        var zoom = appearance.zoomProperty();
        zoom.set(Math.round((zoom.get() + step) * 10) / 10.0);
    }

    private void nextArea() {
        List<Node> areas = List.of(contents.node(), page.node());
        boolean inContents = contents.node().isFocused();
        areas.get(inContents ? 1 : 0).requestFocus();
    }

    /// Keys that nothing in the window took.
    private void pressed(KeyEvent key) {
        boolean elsewhere = key.getTarget() instanceof TextInputControl || key.getTarget() instanceof TreeView<?>;
        if (key.getCode() == KeyCode.ESCAPE) {
            close.run();
            key.consume();
            return;
        }
        if (elsewhere) {
            return;
        }
        double viewport = page.node().getViewportBounds().getHeight();
        switch (key.getCode()) {
            case DOWN -> scroll(LINE);
            case UP -> scroll(-LINE);
            case PAGE_DOWN -> scroll(OVERLAP * viewport);
            case PAGE_UP -> scroll(-OVERLAP * viewport);
            case SPACE -> scroll((key.isShiftDown() ? -OVERLAP : OVERLAP) * viewport);
            case HOME -> page.node().setVvalue(0);
            case END -> page.node().setVvalue(1);
            case SLASH -> find.start();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void scroll(double pixels) {
        ScrollPane text = page.node();
        double spare = text.getContent().getLayoutBounds().getHeight()
                - text.getViewportBounds().getHeight();
        if (spare > 0) {
            text.setVvalue(Math.clamp(text.getVvalue() + pixels / spare, 0, 1));
        }
    }
}
