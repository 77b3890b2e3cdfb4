package org.tonari.view.window;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// Says over the page that something was saved or copied. It moves nothing; Escape, its button or the person's next act
/// takes it away.
///
/// The toolkit has no way to have something read out but by the focus. So where the window is read out, the sentence
/// has the focus until the next act, which gets it back first: nobody loses their place.
public final class PassingNotice {
    private static final double ABOVE_THE_EDGE = 16;
    private static final double WIDEST = 640;

    private final NoticesViewModel notices;
    private final BooleanSupplier readOut;
    private final Label sentence = new Label();
    private final HBox card;
    private @Nullable Node interrupted;

    private PassingNotice(NoticesViewModel notices, Words words, BooleanSupplier readOut) {
        this.notices = notices;
        this.readOut = readOut;
        sentence.setId("passing-notice");
        sentence.setWrapText(true);
        var close = words.on(new Button(), WindowText.CLOSE);
        close.getStyleClass().add("flat");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setFocusTraversable(false);
        close.setOnAction(_ -> pass());
        card = new HBox(sentence, close);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("passing-notice");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        sentence.setMaxWidth(WIDEST);
        StackPane.setAlignment(card, Pos.BOTTOM_CENTER);
        StackPane.setMargin(card, new Insets(ABOVE_THE_EDGE));
    }

    /// @return what lies over the window's content
    public static Region build(NoticesViewModel notices, Words words) {
        return build(notices, words, Platform::isAccessibilityActive);
    }

    /// @param readOut whether somebody has the window read out
    static Region build(NoticesViewModel notices, Words words, BooleanSupplier readOut) {
        var passing = new PassingNotice(notices, words, readOut);
        passing.hearActs();
        words.wording()
                .subscribe(now -> notices.passingProperty()
                        .get()
                        .ifPresent(said -> passing.sentence.setText(NoticeBar.sentence(said, now))));
        notices.passingProperty().subscribe(said -> passing.show(said, words));
        return passing.card;
    }

    private void show(Optional<Notice> said, Words words) {
        said.ifPresent(news -> sentence.setText(NoticeBar.sentence(news, words.now())));
        card.setVisible(said.isPresent());
        card.setManaged(said.isPresent());
        Scene scene = card.getScene();
        if (said.isPresent() && scene != null && readOut.getAsBoolean() && !sentence.isFocused()) {
            interrupted = scene.getFocusOwner();
            sentence.requestFocus();
        }
    }

    /// Acts are heard by the window, before anything in it: Escape shall close this first.
    private void hearActs() {
        EventHandler<KeyEvent> key = this::pressed;
        EventHandler<MouseEvent> mouse = this::pressed;
        card.sceneProperty().flatMap(Scene::windowProperty).subscribe((before, window) -> {
            if (before instanceof Window left) {
                left.removeEventFilter(KeyEvent.KEY_PRESSED, key);
                left.removeEventFilter(MouseEvent.MOUSE_PRESSED, mouse);
            }
            if (window != null) {
                window.addEventFilter(KeyEvent.KEY_PRESSED, key);
                window.addEventFilter(MouseEvent.MOUSE_PRESSED, mouse);
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (!card.isVisible() || event.getCode().isModifierKey()) {
            return;
        }
        Node meant = interrupted;
        pass();
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
        } else if (meant != null) {
            event.consume();
            Event.fireEvent(meant, event.copyFor(event.getSource(), meant));
        }
    }

    private void pressed(MouseEvent event) {
        boolean onIt = event.getTarget() instanceof Node target && holds(target);
        if (card.isVisible() && !onIt) {
            pass();
        }
    }

    private boolean holds(Node target) {
        for (Node at = target; at != null; at = at.getParent()) {
            if (at == card) {
                return true;
            }
        }
        return false;
    }

    private void pass() {
        Node before = interrupted;
        interrupted = null;
        if (before != null && sentence.isFocused()) {
            before.requestFocus();
        }
        notices.pass();
    }
}
