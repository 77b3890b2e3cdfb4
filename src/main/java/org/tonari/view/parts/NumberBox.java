package org.tonari.view.parts;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.tonari.export.picture.Wording;
import org.tonari.text.WindowText;
import org.tonari.viewmodel.choosing.EntryProblem;
import org.tonari.viewmodel.choosing.EntryViewModel;

/// A box for one number: taken on Enter or when the focus leaves; what cannot be taken stays, marked, and is said.
public final class NumberBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final EntryViewModel entry;
    private final Words words;

    private NumberBox(EntryViewModel entry, Words words) {
        this.entry = entry;
        this.words = words;
    }

    /// @param id how tests and styles call it
    public static TextField build(String id, EntryViewModel entry, Words words) {
        return new NumberBox(entry, words).build(id);
    }

    private TextField build(String id) {
        field.setId(id);
        field.getStyleClass().add("number-box");
        Followed.by(field, entry.valueProperty()).subscribe(_ -> show());
        Followed.by(field, words.wording()).subscribe(_ -> show());
        Followed.by(field, entry.problemProperty()).subscribe(this::mark);
        field.setOnAction(_ -> take());
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                field.selectAll();
            } else {
                take();
            }
        });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                entry.forgive();
                show();
                key.consume();
            }
        });
        return field;
    }

    private void take() {
        if (!field.getText().equals(shown()) && entry.enter(field.getText()).isPresent()) {
            show();
        }
    }

    private void show() {
        if (entry.problemProperty().get().isEmpty()) {
            field.setText(shown());
        }
    }

    private String shown() {
        long value = entry.valueProperty().getValue();
        return value == 0 ? "" : words.now().formats().whole(value);
    }

    private void mark(Optional<EntryProblem> problem) {
        field.pseudoClassStateChanged(WRONG, problem.isPresent());
        Hint.on(field, problem.map(wrong -> sentence(wrong, words.now())).orElse(""));
    }

    private static String sentence(EntryProblem problem, Wording wording) {
        return switch (problem.reason()) {
            case NOT_A_NUMBER -> wording.text(WindowText.NOT_A_NUMBER, problem.text());
            case TOO_LARGE ->
                wording.text(
                        WindowText.TOO_LARGE, problem.text(), wording.formats().whole(problem.most()));
        };
    }
}
