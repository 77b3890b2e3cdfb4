package org.tonari.viewmodel.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.choosing.SearchWords;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// What fits where: every model on every machine of the comparison, at the chosen context. UI thread only.
///
/// The answers are made in the background; those of an older question stay until the newer are there.
public final class MatrixViewModel {
    private static final Set<Aspect> ASPECTS = EnumSet.of(Aspect.FIT, Aspect.SPEED, Aspect.BUFFER);

    private final WorkbenchViewModel root;
    private final Estimator engine;
    private final LatestTask<List<Row>> task;
    private final ReadOnlyObjectWrapper<List<Row>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Row>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty onlyFitting = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<WeightFormat>> storage = new SimpleObjectProperty<>(Optional.empty());
    private boolean active;
    private Optional<Question> answered = Optional.empty();

    private record Question(Comparison comparison, Optional<WeightFormat> storage) {}

    /// A model on one machine.
    ///
    /// @param place    the machine's place among all, which decides colour and symbol
    /// @param estimate verdict, longest context and speed
    public record Cell(Machine machine, int place, Estimate estimate) {}

    /// A model on every machine.
    ///
    /// @param weights how its weights are stored
    /// @param cells   one for each machine, in their order
    public record Row(LanguageModel model, WeightFormat weights, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// @return what the weights take, as far as known
        public Bytes size() {
            return cells.getFirst().estimate().memory().size(MemoryStack.Part.WEIGHTS);
        }

        /// @return whether it fits at least one of the machines
        public boolean fitsSomewhere() {
            return cells.stream()
                    .anyMatch(cell -> cell.estimate().fit().verdict().fits());
        }
    }

    MatrixViewModel(WorkbenchViewModel root, Estimator engine, LatestTask<List<Row>> task) {
        this.root = root;
        this.engine = engine;
        this.task = task;
        root.comparisonProperty().subscribe(_ -> ask());
        storage.subscribe(_ -> ask());
        all.subscribe(_ -> choose());
        search.subscribe(_ -> choose());
        onlyFitting.subscribe(_ -> choose());
    }

    /// Tells whether the page is on screen; nothing is asked while it is not.
    public void setActive(boolean now) {
        active = now;
        ask();
    }

    /// @return the rows that search and filter leave
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return shown.getReadOnlyProperty();
    }

    /// @return whether newer answers are on their way
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @return part of a model's name that must occur
    public StringProperty searchProperty() {
        return search;
    }

    /// @return whether models that fit nowhere are left out
    public BooleanProperty onlyFittingProperty() {
        return onlyFitting;
    }

    /// @return how all weights are stored; nothing for each model's own way
    public ObjectProperty<Optional<WeightFormat>> storageProperty() {
        return storage;
    }

    /// @return the ways to store weights that the runtime reads
    public List<WeightFormat> storages() {
        var containers = root.getComparison().setup().runtime().runtime().containers();
        return root.choices().weights().stream()
                .filter(format -> format.containers().stream().anyMatch(containers::contains))
                .toList();
    }

    /// @return the context at which all cells are estimated, as far as each model allows it
    public Tokens context() {
        return root.getComparison().setup().askedContext();
    }

    /// Loads a model as it stands in a row, and explains its memory on a machine.
    public void load(Row row, Machine machine) {
        root.apply(Act.MODEL, now -> now.with(setup -> setup.withModel(row.model(), row.weights())));
        root.selectionProperty().set(new Selection(machine.id(), new Subject.Required()));
    }

    private void ask() {
        var question = new Question(root.getComparison(), storage.get());
        if (!active || answered.filter(question::equals).isPresent()) {
            return;
        }
        answered = Optional.of(question);
        busy.set(true);
        List<LanguageModel> models = root.choices().models();
        task.request(
                () -> models.stream().map(model -> row(question, model)).toList(),
                rows -> {
                    busy.set(false);
                    all.set(rows);
                },
                failure -> {
                    busy.set(false);
                    answered = Optional.empty();
                    throw new IllegalStateException(failure);
                });
    }

    private Row row(Question question, LanguageModel model) {
        WeightFormat weights = question.storage().orElseGet(() -> root.choices().nativeWeights(model));
        List<Cell> cells = question.comparison().machines().stream()
                .map(machine -> new Cell(
                        machine,
                        question.comparison().candidates().mark(machine.id()),
                        engine.estimate(
                                question.comparison()
                                        .setupOn(machine)
                                        .withModel(model, weights)
                                        .on(machine),
                                ASPECTS)))
                .toList();
        return new Row(model, weights, cells);
    }

    private void choose() {
        SearchWords words = SearchWords.of(search.get());
        shown.set(all.get().stream()
                .filter(row -> words.areIn(row.model().name(), row.model().id()))
                .filter(row -> !onlyFitting.get() || row.fitsSomewhere())
                .toList());
    }
}
