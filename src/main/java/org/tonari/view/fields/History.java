package org.tonari.view.fields;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.tonari.text.DeskText;
import org.tonari.text.MessageKey;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.UndoHistory;

/// What undo and redo say: the step they would take.
public enum History {
    UNDO(WindowText.UNDO, WindowText.UNDO_STEP),
    REDO(WindowText.REDO, WindowText.REDO_STEP);

    private final WindowText plain;
    private final WindowText named;

    History(WindowText plain, WindowText named) {
        this.plain = plain;
        this.named = named;
    }

    /// @return `Undo: context`
    public ObservableValue<String> text(UndoHistory history, Words words) {
        ObservableValue<Optional<Act>> step = this == UNDO ? history.undoableProperty() : history.redoableProperty();
        return Bindings.createStringBinding(
                () -> step.getValue()
                        .map(act -> words.now().text(named, words.now().text(name(act))))
                        .orElseGet(() -> words.now().text(plain)),
                step,
                words.wording());
    }

    private static MessageKey name(Act act) {
        return switch (act) {
            case MODEL -> WindowText.STEP_MODEL;
            case WEIGHTS -> WindowText.STEP_WEIGHTS;
            case CACHE -> WindowText.STEP_CACHE;
            case RUNTIME -> WindowText.STEP_RUNTIME;
            case CONTEXT -> WindowText.STEP_CONTEXT;
            case PROMPT -> WindowText.STEP_PROMPT;
            case USERS -> WindowText.STEP_USERS;
            case TARGET -> WindowText.STEP_TARGET;
            case REMEDY -> WindowText.STEP_REMEDY;
            case OVERRIDE -> WindowText.STEP_OVERRIDE;
            case QUESTION -> WindowText.STEP_QUESTION;
            case COST -> WindowText.STEP_COST;
            case WISH -> WindowText.STEP_WISH;
            case RESET_FIGURE -> DeskText.STEP_RESET_FIGURE;
            case MEASURED -> DeskText.STEP_MEASURED;
            case FORGET_MEASURED -> DeskText.STEP_FORGET_MEASURED;
            case MACHINES -> DeskText.STEP_MACHINES;
            case PIN -> DeskText.STEP_PIN;
            case UNPIN -> DeskText.STEP_UNPIN;
            case GO_BACK -> DeskText.STEP_GO_BACK;
            case WHAT_IF -> DeskText.STEP_WHAT_IF;
            case RESET -> WindowText.STEP_RESET;
        };
    }
}
