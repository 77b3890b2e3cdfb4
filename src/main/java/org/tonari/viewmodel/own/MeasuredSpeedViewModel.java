package org.tonari.viewmodel.own;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.comparison.OwnMeasurement;
import org.tonari.domain.comparison.Setup;
import org.tonari.profiles.requests.OwnFigure;
import org.tonari.text.ContextNumber;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// A speed the person measured on a machine of theirs, which estimates for it shift to. UI thread only.
///
/// One for each machine and runtime. What ran is what the columns run now, at the context that is said.
public final class MeasuredSpeedViewModel {
    private final WorkbenchViewModel root;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What was wrong with a typed text.
    ///
    /// @param field which one
    /// @param text  as typed
    public record Problem(Field field, String text) {}

    /// What is typed.
    public enum Field {
        RATE,
        CONTEXT
    }

    /// A measurement that holds on a machine now.
    ///
    /// @param decode  tokens a second
    /// @param context tokens in the cache while it was measured
    /// @param factor  measured over estimated there; empty where nothing could be estimated
    public record Holding(double decode, Tokens context, OptionalDouble factor) {}

    /// @param root whose machines hold measured speeds
    public MeasuredSpeedViewModel(WorkbenchViewModel root) {
        this.root = root;
    }

    /// @return what was wrong with the last text, if anything
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @return the measurement that a machine's estimates are shifted to, if there is one
    public Optional<Holding> holding(String machineId) {
        Setup setup = root.getResults().comparison().setup();
        return setup.ownMeasurements(machineId).stream()
                .filter(own -> own.isUnder(setup.runtime().runtime()))
                .reduce((_, last) -> last)
                .map(own -> holding(machineId, own));
    }

    private Holding holding(String machineId, OwnMeasurement own) {
        OptionalDouble shift = root.getResults()
                .column(machineId)
                .flatMap(column -> column.estimate().speed().known())
                .map(Speed.Known::shift)
                .orElseGet(OptionalDouble::empty);
        return new Holding(
                own.decode().magnitude(),
                own.ran().workload().context(),
                shift.isPresent() ? OptionalDouble.of(1 / shift.getAsDouble()) : shift);
    }

    /// @return the context that is offered: that of the comparison
    public Tokens context() {
        return root.getComparison().setup().workload().context();
    }

    /// Takes what was measured: `52.1` tokens a second at `2k` tokens in the cache.
    ///
    /// @return whether it was taken; if not, [#problemProperty] says which text was wrong
    public boolean take(String machineId, String rate, String context) {
        Optional<Double> decode = OwnFigure.parse(rate, 1).filter(number -> number > 0 && number < 1e9);
        Optional<Tokens> filled = ContextNumber.parse(context);
        if (decode.isEmpty() || filled.isEmpty()) {
            problem.set(Optional.of(
                    decode.isEmpty() ? new Problem(Field.RATE, rate) : new Problem(Field.CONTEXT, context)));
            return false;
        }
        problem.set(Optional.empty());
        root.apply(
                Act.MEASURED, now -> now.withMeasurement(machineId, filled.get(), new TokensPerSecond(decode.get())));
        return true;
    }

    /// Estimates as shipped again.
    public void forget(String machineId) {
        problem.set(Optional.empty());
        root.apply(Act.FORGET_MEASURED, now -> now.withoutMeasurement(machineId));
    }

    /// Forgets what was wrong.
    public void forgive() {
        problem.set(Optional.empty());
    }
}
