package org.tonari.viewmodel.choosing;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.comparison.Comparison;
import org.tonari.text.ContextNumber;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// A number that can be typed. What cannot be taken is said and changes nothing. UI thread only.
public final class EntryViewModel {
    private final WorkbenchViewModel workbench;
    private final Act act;
    private final long least;
    private final LongSupplier most;
    private final LongFunction<UnaryOperator<Comparison>> change;
    private final ObservableValue<Long> value;
    private final ReadOnlyObjectWrapper<Optional<EntryProblem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param workbench what the number belongs to
    /// @param act       what changing it is called in the history
    /// @param least     smallest number taken
    /// @param most      largest number taken, as things stand
    /// @param read      finds it in a comparison
    /// @param change    puts it there
    public EntryViewModel(
            WorkbenchViewModel workbench,
            Act act,
            long least,
            LongSupplier most,
            ToLongFunction<Comparison> read,
            LongFunction<UnaryOperator<Comparison>> change) {
        this.workbench = workbench;
        this.act = act;
        this.least = least;
        this.most = most;
        this.change = change;
        this.value = workbench.shownProperty().map(read::applyAsLong);
    }

    /// @return the number that holds
    public ObservableValue<Long> valueProperty() {
        return value;
    }

    /// @return what was wrong with the last text, if anything
    public ReadOnlyObjectProperty<Optional<EntryProblem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Takes a typed text: `32k`, `0.5M`, `32,768`; nothing at all is 0 where 0 is allowed.
    ///
    /// @return the number taken, if it could be
    public OptionalLong enter(String text) {
        if (text.isBlank() && least == 0) {
            set(0);
            return OptionalLong.of(0);
        }
        Optional<Tokens> read = ContextNumber.parse(text);
        problem.set(problem(text, read));
        if (problem.get().isPresent() || read.isEmpty()) {
            return OptionalLong.empty();
        }
        workbench.apply(act, change.apply(read.get().count()));
        return OptionalLong.of(read.get().count());
    }

    private Optional<EntryProblem> problem(String text, Optional<Tokens> read) {
        if (read.isEmpty()) {
            return Optional.of(new EntryProblem(text, EntryProblem.Reason.NOT_A_NUMBER, least, most.getAsLong()));
        }
        return read.get().count() > most.getAsLong()
                ? Optional.of(new EntryProblem(text, EntryProblem.Reason.TOO_LARGE, least, most.getAsLong()))
                : Optional.empty();
    }

    /// Sets a number that a control already keeps within bounds, as part of the gesture held.
    public void set(long number) {
        problem.set(Optional.empty());
        workbench.apply(act, change.apply(Math.clamp(number, least, most.getAsLong())));
    }

    /// Forgets the problem and what was typed.
    public void forgive() {
        problem.set(Optional.empty());
    }
}
