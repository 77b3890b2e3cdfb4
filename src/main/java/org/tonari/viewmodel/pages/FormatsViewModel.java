package org.tonari.viewmodel.pages;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.pages.MatrixViewModel.Cell;

/// Which weights: the chosen model in every way to store its weights, on every machine of the comparison. UI thread
/// only.
///
/// The answers are made in the background; those of an older question stay until the newer are there.
public final class FormatsViewModel {
    private static final Set<Aspect> ASPECTS = EnumSet.of(Aspect.FIT, Aspect.SPEED, Aspect.BUFFER);

    private final WorkbenchViewModel root;
    private final Estimator engine;
    private final LatestTask<List<Row>> task;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final BooleanProperty all = new SimpleBooleanProperty(false);
    private boolean active;
    private Optional<Question> answered = Optional.empty();

    private record Question(Comparison comparison, boolean all) {}

    /// A way to store weights on every machine.
    ///
    /// @param format which way
    /// @param size   what the weights take, if that can be told
    /// @param bits   bits for each parameter, likewise
    /// @param cells  one for each machine, in their order
    public record Row(WeightFormat format, Optional<Bytes> size, Optional<Double> bits, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    FormatsViewModel(WorkbenchViewModel root, Estimator engine, LatestTask<List<Row>> task) {
        this.root = root;
        this.engine = engine;
        this.task = task;
        root.settledProperty().subscribe(_ -> ask());
        all.subscribe(_ -> ask());
    }

    /// Tells whether the page is on screen; nothing is asked while it is not.
    public void setActive(boolean now) {
        active = now;
        ask();
    }

    /// @return the formats, the largest first
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// @return whether newer answers are on their way
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @return whether formats are listed that the runtime does not read
    public BooleanProperty allProperty() {
        return all;
    }

    /// Loads a format, and explains its memory on a machine.
    public void load(Row row, Machine machine) {
        root.apply(Act.WEIGHTS, now -> now.with(setup -> setup.withWeights(row.format())));
        root.selectionProperty().set(new Selection(machine.id(), new Subject.Required()));
    }

    private void ask() {
        var question = new Question(root.getComparison(), all.get());
        if (!active || answered.filter(question::equals).isPresent()) {
            return;
        }
        answered = Optional.of(question);
        busy.set(true);
        List<WeightFormat> formats = formats(question);
        task.request(
                () -> formats.stream()
                        .map(format -> row(question.comparison(), format))
                        .sorted(Comparator.comparing(row -> row.size().orElse(Bytes.ZERO), Comparator.reverseOrder()))
                        .toList(),
                answer -> {
                    busy.set(false);
                    rows.set(answer);
                },
                failure -> {
                    busy.set(false);
                    answered = Optional.empty();
                    throw new IllegalStateException(failure);
                });
    }

    private List<WeightFormat> formats(Question question) {
        var runtime = question.comparison().setup().runtime().runtime();
        return root.choices().weights().stream()
                .filter(format -> question.all() || format.isReadBy(runtime))
                .toList();
    }

    private Row row(Comparison comparison, WeightFormat format) {
        List<Cell> cells = comparison.candidates().all().stream()
                .filter(candidate -> candidate.isShown())
                .map(candidate -> new Cell(
                        candidate.machine(),
                        candidate.mark(),
                        engine.estimate(
                                comparison
                                        .setupOn(candidate.machine())
                                        .withWeights(format)
                                        .on(candidate.machine()),
                                ASPECTS)))
                .toList();
        Optional<Bytes> size = size(cells.getFirst().estimate());
        long parameters = comparison.setup().model().details().parameters();
        return new Row(
                format, size, size.filter(_ -> parameters > 0).map(bytes -> 8.0 * bytes.count() / parameters), cells);
    }

    private static Optional<Bytes> size(Estimate estimate) {
        boolean known = estimate.memory().pools().stream()
                .flatMap(pool -> pool.slices().stream())
                .filter(slice -> slice.part() == MemoryStack.Part.WEIGHTS)
                .allMatch(slice -> slice.size().optional().isPresent());
        return known ? Optional.of(estimate.memory().size(MemoryStack.Part.WEIGHTS)) : Optional.empty();
    }
}
