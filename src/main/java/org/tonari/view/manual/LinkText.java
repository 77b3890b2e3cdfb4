package org.tonari.view.manual;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/// A link within flowing text, which breaks across lines as words do: the toolkit's own links are boxes that do not.
final class LinkText extends Text {
    private final Runnable follow;

    LinkText(String text, Runnable follow) {
        super(text);
        this.follow = follow;
        getStyleClass().add("manual-link");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.HYPERLINK);
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                follow.run();
                click.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                follow.run();
                key.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            follow.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
