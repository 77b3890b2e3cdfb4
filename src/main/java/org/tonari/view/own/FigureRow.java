package org.tonari.view.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.form.FormProblem;
import org.tonari.explain.Source;
import org.tonari.text.MachineText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.own.FigureField;

/// A figure in the editor: number, unit, kind, source, date, and under them what is wrong.
final class FigureRow {
    static final List<Source.Kind> KINDS = List.of(
            Source.Kind.VENDOR, Source.Kind.SECONDARY, Source.Kind.MEASURED, Source.Kind.DERIVED, Source.Kind.ARTICLE);

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final FigureField field;
    private final Words words;
    private final FigureNames names;

    private FigureRow(FigureField field, Words words, FigureNames names) {
        this.field = field;
        this.words = words;
        this.names = names;
    }

    static VBox build(FigureField field, Words words, FigureNames names) {
        return new FigureRow(field, words, names).row();
    }

    private VBox row() {
        String path = field.place().path();
        var name = new Label(names.of(field.place()));
        name.getStyleClass().add("figure-name");
        name.setWrapText(true);
        TextField number = box("number", path + "-number");
        number.textProperty().bindBidirectional(field.numberProperty());
        name.setLabelFor(number);
        var unit = new ComboBox<String>();
        unit.getItems().setAll(field.units());
        unit.valueProperty().bindBidirectional(field.unitProperty());
        unit.getStyleClass().add("unit");
        unit.setConverter(converter(one -> one.replace("us", "µs")));
        unit.setDisable(field.units().size() == 1);
        ComboBox<Optional<Source.Kind>> kind = kinds();
        TextField source = box("source", path + "-source");
        source.textProperty().bindBidirectional(field.sourceProperty());
        field.numberProperty()
                .subscribe(typed -> source.setPromptText(
                        words.now().text(typed.isBlank() ? MachineText.WHY_UNKNOWN : MachineText.SOURCE_PROMPT)));
        HBox.setHgrow(source, Priority.ALWAYS);
        TextField date = box("date", path + "-date");
        date.textProperty().bindBidirectional(field.dateProperty());
        speak(name.getText(), number, unit, kind, source, date);
        var line = new HBox(name, number, unit, kind, source, date);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("figure-line");
        Label problem = problem(path + "-problem");
        field.problemProperty().subscribe(found -> {
            show(problem, found);
            mark(number, found, FormProblem.Kind.NUMBER);
            mark(source, found, FormProblem.Kind.SOURCE);
            mark(date, found, FormProblem.Kind.DATE);
        });
        var row = new VBox(line, problem);
        row.getStyleClass().add("figure-row");
        return row;
    }

    private void speak(String name, Control... controls) {
        MachineText[] what = {
            MachineText.NUMBER, MachineText.UNIT, MachineText.KIND, MachineText.SOURCE, MachineText.DATE
        };
        for (int i = 0; i < controls.length; i++) {
            controls[i].setAccessibleText(name + ", " + words.now().text(what[i]));
        }
    }

    private static TextField box(String styleClass, String id) {
        var box = new TextField();
        box.setId(id.replace('.', '-'));
        box.getStyleClass().add(styleClass);
        return box;
    }

    private Label problem(String id) {
        var label = new Label();
        label.setId(id.replace('.', '-'));
        label.setWrapText(true);
        label.getStyleClass().add("field-problem");
        return label;
    }

    private void show(Label label, Optional<FormProblem> found) {
        label.setText(found.map(names::problem).orElse(""));
        label.setVisible(found.isPresent());
        label.setManaged(found.isPresent());
    }

    /// A problem that is neither of the source nor of the date is of the number.
    private static void mark(TextField box, Optional<FormProblem> found, FormProblem.Kind which) {
        boolean here = found.map(FormProblem::kind)
                .filter(kind -> kind == which
                        || (which == FormProblem.Kind.NUMBER
                                && kind != FormProblem.Kind.SOURCE
                                && kind != FormProblem.Kind.DATE))
                .isPresent();
        box.pseudoClassStateChanged(WRONG, here);
    }

    private ComboBox<Optional<Source.Kind>> kinds() {
        var kind = new ComboBox<Optional<Source.Kind>>();
        var choices = new ArrayList<Optional<Source.Kind>>();
        choices.add(Optional.empty());
        KINDS.forEach(one -> choices.add(Optional.of(one)));
        kind.getItems().setAll(choices);
        kind.setConverter(converter(choice -> choice.map(words.now().names()::kind)
                .orElseGet(() -> words.now().text(MachineText.KIND_USUAL))));
        kind.valueProperty().bindBidirectional(field.kindProperty());
        kind.getStyleClass().add("kind");
        return kind;
    }

    /// @return a converter for choices that are picked, never typed
    static <T> StringConverter<T> converter(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("picked, not typed: " + typed);
            }
        };
    }
}
