package org.tonari.viewmodel.own;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonari.domain.form.FigureEntry;
import org.tonari.domain.form.FigurePlace;
import org.tonari.domain.form.FormProblem;
import org.tonari.domain.form.MachineForm;
import org.tonari.domain.form.MachineForm.Layout;
import org.tonari.domain.form.MachineForm.LimitType;
import org.tonari.domain.form.MachineForm.Usual;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.profiles.forms.FigureUnits;
import org.tonari.profiles.forms.FormCheck;
import org.tonari.profiles.forms.FormWriter;
import org.tonari.profiles.forms.MachineForms;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;

/// A machine's profile while it is typed: checked at each key, written only whole and sound. UI thread only.
public final class MachineEditorViewModel {
    private final Begin begin;
    private final OwnMachinesViewModel machines;
    private final List<Machine> known;
    private final MachineForm first;
    private final Map<Word, StringProperty> words = new EnumMap<>(Word.class);
    private final Map<Word, ReadOnlyObjectWrapper<Optional<FormProblem>>> wordProblems = new EnumMap<>(Word.class);
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>();
    private final ObjectProperty<LimitType> limit = new SimpleObjectProperty<>();
    private final ObjectProperty<Source.Kind> usualKind = new SimpleObjectProperty<>();
    private final StringProperty usualSource = new SimpleStringProperty();
    private final Map<String, FigureField> made = new HashMap<>();
    private final ReadOnlyObjectWrapper<List<FigureField>> fields = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Whose>> replaces = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Phrase>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();

    /// What an editor begins with.
    public sealed interface Begin {
        /// @param usual what figures go by that name no source
        record Blank(Usual usual) implements Begin {}

        /// @param machine that is copied
        /// @param id      of the copy
        /// @param usual   what figures go by that name no source
        record Copy(Machine machine, String id, Usual usual) implements Begin {}

        /// @param machine of the person's own
        /// @param usual   what figures go by that name no source
        record Edit(Machine machine, Usual usual) implements Begin {}
    }

    MachineEditorViewModel(Begin begin, OwnMachinesViewModel machines, List<Machine> known) {
        this.begin = begin;
        this.machines = machines;
        this.known = List.copyOf(known);
        this.first = switch (begin) {
            case Begin.Blank(Usual usual) -> MachineForms.blank(usual);
            case Begin.Copy(Machine machine, String _, Usual usual) -> MachineForms.of(machine, usual);
            case Begin.Edit(Machine machine, Usual usual) -> MachineForms.of(machine, usual);
        };
        for (Word word : Word.values()) {
            var text = new SimpleStringProperty(begun(word));
            text.addListener(_ -> check());
            words.put(word, text);
            wordProblems.put(word, new ReadOnlyObjectWrapper<>(Optional.empty()));
        }
        layout.set(first.layout());
        limit.set(first.limit());
        usualKind.set(first.usual().kind());
        usualSource.set(first.usual().source());
        layout.addListener(_ -> lay());
        limit.addListener(_ -> lay());
        usualKind.addListener(_ -> check());
        usualSource.addListener(_ -> check());
        lay();
    }

    /// A copy goes by an id and names of its own; what was measured of the original speaks for it too.
    private String begun(Word word) {
        String text = first.word(word);
        if (!(begin instanceof Begin.Copy(Machine _, String id, Usual _))) {
            return text;
        }
        return switch (word) {
            case ID -> id;
            case NAME, SHORT_NAME -> text + " (2)";
            case ACCELERATOR, ARCHITECTURE, CALIBRATION_CLASS, GENERATION, CALIBRATED_AS, BACKENDS -> text;
        };
    }

    /// Fields come and go with memories and limits; what was typed in one stays until it comes back.
    private void lay() {
        List<FigurePlace> places = MachineForms.places(form(Map.of()));
        var shown = new ArrayList<FigureField>();
        for (FigurePlace place : places) {
            shown.add(made.computeIfAbsent(place.path() + place.sort(), _ -> field(place)));
        }
        fields.set(List.copyOf(shown));
        check();
    }

    private FigureField field(FigurePlace place) {
        FigureEntry before = first.figure(place, FigureUnits.of(place.sort()).getFirst());
        String unit = place.sort() == FigurePlace.Sort.MONEY
                ? place.path().substring(place.path().lastIndexOf('.') + 1)
                : before.unit();
        boolean otherLimit =
                place.path().endsWith(".limit") && !FigureUnits.of(place.sort()).contains(unit);
        return new FigureField(
                place,
                otherLimit
                        ? FigureEntry.blank(FigureUnits.of(place.sort()).getFirst())
                        : new FigureEntry(
                                before.number(), unit, before.kind(), before.source(), before.date(), before.note()),
                this::check);
    }

    private MachineForm form(Map<String, FigureEntry> figures) {
        var texts = new EnumMap<Word, String>(Word.class);
        words.forEach((word, text) -> texts.put(word, text.get()));
        return new MachineForm(first.base(), texts, layout.get(), limit.get(), figures, usual());
    }

    private Usual usual() {
        return new Usual(usualKind.get(), usualSource.get(), first.usual().date());
    }

    private MachineForm form() {
        var figures = new HashMap<String, FigureEntry>();
        fields.get().forEach(field -> figures.put(field.place().path(), field.entry()));
        return form(figures);
    }

    private void check() {
        int found = 0;
        for (FigureField field : fields.get()) {
            Optional<FormProblem> problem = FormCheck.of(field.place(), field.entry(), usual());
            field.show(problem);
            found += problem.isPresent() ? 1 : 0;
        }
        for (Word word : Word.values()) {
            Optional<FormProblem> problem =
                    FormCheck.of(word, wordProperty(word).get());
            wordProblem(word).set(problem);
            found += problem.isPresent() ? 1 : 0;
        }
        problems.set(found);
        String id = wordProperty(Word.ID).get().strip();
        replaces.set(isItsOwn(id) ? Optional.empty() : machines.whose(id));
        refusal.set(Optional.empty());
    }

    private boolean isItsOwn(String id) {
        return begin instanceof Begin.Edit(Machine machine, Usual _)
                && machine.id().equals(id);
    }

    /// @return what the editor began with
    public Begin begin() {
        return begin;
    }

    /// @return a text of the profile
    public StringProperty wordProperty(Word word) {
        return Objects.requireNonNull(words.get(word));
    }

    /// @return what is wrong with a text, if anything
    public ReadOnlyObjectProperty<Optional<FormProblem>> problemProperty(Word word) {
        return wordProblem(word).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Optional<FormProblem>> wordProblem(Word word) {
        return Objects.requireNonNull(wordProblems.get(word));
    }

    /// @return which memories the machine has
    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    /// @return what limits models in the first memory
    public ObjectProperty<LimitType> limitProperty() {
        return limit;
    }

    /// @return what sort of statement figures are that name no kind
    public ObjectProperty<Source.Kind> usualKindProperty() {
        return usualKind;
    }

    /// @return who states figures that name no source
    public StringProperty usualSourceProperty() {
        return usualSource;
    }

    /// @return the figures, from memory to prices
    public ReadOnlyObjectProperty<List<FigureField>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    /// @return how many fields hold something wrong
    public ReadOnlyIntegerProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// @return whose profile would be replaced or hidden, if any
    public ReadOnlyObjectProperty<Optional<Whose>> replacesProperty() {
        return replaces.getReadOnlyProperty();
    }

    /// @return what is wrong with the whole, or empty
    public ReadOnlyObjectProperty<Optional<Phrase>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// @return whether the profile is kept
    public ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// @return words that other machines use in a field
    public List<String> used(Word word) {
        Function<Machine, String> read =
                switch (word) {
                    case ARCHITECTURE -> machine -> machine.processor().architecture();
                    case CALIBRATION_CLASS -> machine -> machine.processor().calibrationClass();
                    case GENERATION -> machine -> machine.processor().generation();
                    case CALIBRATED_AS -> Machine::id;
                    case BACKENDS -> machine -> String.join(", ", machine.backends());
                    case ID, NAME, SHORT_NAME, ACCELERATOR -> _ -> "";
                };
        return List.copyOf(new TreeSet<>(
                known.stream().map(read).filter(text -> !text.isEmpty()).toList()));
    }

    /// @return what a link is called
    public String linkName(String id) {
        return MachineForms.linkName(first.base(), id);
    }

    /// Keeps the profile, if nothing is wrong with it.
    public void save() {
        if (problems.get() > 0) {
            return;
        }
        MachineForm form = form();
        switch (FormWriter.machine(form)) {
            case Reading.Read<Machine>(Machine machine) ->
                machines.save(machine, FormWriter.text(form), () -> saved.set(true));
            case Reading.Refused<Machine>(ProfileProblem problem) -> refusal.set(Optional.of(problem.phrase()));
        }
    }
}
