package org.tonari.view.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.text.MachineText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.own.MachineEditorViewModel;

/// The texts of a machine in the editor: each with a box, words of other machines to choose, and what is wrong.
final class MachineTexts {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final MachineEditorViewModel editor;
    private final Words words;
    private final FigureNames names;
    private Subscription following = Subscription.EMPTY;

    MachineTexts(MachineEditorViewModel editor, Words words, FigureNames names) {
        this.editor = editor;
        this.words = words;
        this.names = names;
    }

    /// Forgets the rows that were built.
    void close() {
        following.unsubscribe();
        following = Subscription.EMPTY;
    }

    /// @return a row for each text
    List<Node> build() {
        close();
        var all = new ArrayList<Node>();
        for (Word word : Word.values()) {
            all.add(text(word));
        }
        return all;
    }

    private VBox text(Word word) {
        Region box = editor.used(word).isEmpty() ? field(word) : choices(word);
        box.setId("word-" + word.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(Double.MAX_VALUE);
        var problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        following = following.and(editor.problemProperty(word).subscribe(found -> {
            problem.setText(found.map(names::problem).orElse(""));
            problem.setVisible(found.isPresent());
            problem.setManaged(found.isPresent());
            box.pseudoClassStateChanged(WRONG, found.isPresent());
        }));
        var row = new VBox(OwnDialog.row(words, name(word), box), problem);
        row.getStyleClass().addAll("figure-row", "text-row");
        return row;
    }

    private TextField field(Word word) {
        var field = new TextField();
        field.textProperty().bindBidirectional(editor.wordProperty(word));
        return field;
    }

    private ComboBox<String> choices(Word word) {
        var box = new ComboBox<String>();
        box.setEditable(true);
        box.getItems().setAll(editor.used(word));
        box.setValue(editor.wordProperty(word).get());
        box.getEditor().textProperty().bindBidirectional(editor.wordProperty(word));
        return box;
    }

    private static MachineText name(Word word) {
        return switch (word) {
            case ID -> MachineText.ID;
            case NAME -> MachineText.NAME;
            case SHORT_NAME -> MachineText.SHORT_NAME;
            case ACCELERATOR -> MachineText.ACCELERATOR;
            case ARCHITECTURE -> MachineText.ARCHITECTURE;
            case CALIBRATION_CLASS -> MachineText.CALIBRATION_CLASS;
            case GENERATION -> MachineText.GENERATION;
            case CALIBRATED_AS -> MachineText.CALIBRATED_AS;
            case BACKENDS -> MachineText.BACKENDS;
        };
    }
}
