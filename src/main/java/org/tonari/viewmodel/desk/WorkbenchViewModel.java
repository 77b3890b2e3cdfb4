package org.tonari.viewmodel.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.engine.Estimator;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.background.Pulse;

/// The root of the window's state. UI thread only.
///
/// Acts replace the comparison; the results follow before the next frame, at most once a frame. While a gesture is held
/// (a drag, a key) all its changes are one step of the history.
public final class WorkbenchViewModel {
    private final ReadOnlyObjectWrapper<Choices> choices;
    private final Forecasts forecasts;
    private final Forecasts whatIfs;
    private final Pulse pulse;
    private Comparison first;
    private final UndoHistory history = new UndoHistory();
    private final ReadOnlyObjectWrapper<Comparison> comparison;
    private final ReadOnlyObjectWrapper<Comparison> settled;
    private final ReadOnlyObjectWrapper<Comparison> shown;
    private final ReadOnlyObjectWrapper<Results> results;
    private final ObjectProperty<SpeedMeasure> measure = new SimpleObjectProperty<>(SpeedMeasure.DECODE);
    private final ObjectProperty<Selection> selection;
    private Optional<Gesture> held = Optional.empty();
    private Optional<Comparison> imagined = Optional.empty();
    private boolean requested;

    private record Gesture(Act act, Comparison before) {}

    /// @param choices what can be picked
    /// @param engine  answers
    /// @param pulse   the frame clock
    /// @param first   what is on screen at the start
    public WorkbenchViewModel(Choices choices, Estimator engine, Pulse pulse, Comparison first) {
        this(choices, engine, pulse, first, first);
    }

    /// @param choices what can be picked
    /// @param engine  answers
    /// @param pulse   the frame clock
    /// @param first   what a new comparison begins with
    /// @param now     what is on screen at the start
    public WorkbenchViewModel(Choices choices, Estimator engine, Pulse pulse, Comparison first, Comparison now) {
        this.choices = new ReadOnlyObjectWrapper<>(choices);
        this.forecasts = new Forecasts(engine, choices);
        this.whatIfs = new Forecasts(engine, choices);
        this.pulse = pulse;
        this.first = first;
        this.comparison = new ReadOnlyObjectWrapper<>(now);
        this.settled = new ReadOnlyObjectWrapper<>(now);
        this.shown = new ReadOnlyObjectWrapper<>(now);
        this.results = new ReadOnlyObjectWrapper<>(forecasts.of(now, SpeedMeasure.DECODE));
        this.selection = new SimpleObjectProperty<>(
                new Selection(now.machines().getFirst().id(), new Subject.Part(0, MemoryStack.Part.KV_CACHE)));
        comparison.addListener(_ -> request());
        shown.addListener(_ -> request());
        measure.addListener(_ -> request());
    }

    /// @return what can be picked
    public Choices choices() {
        return choices.get();
    }

    /// @return what can be picked, as it grows
    public ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// Offers more to pick, such as a model of the person's own; what is on screen stays.
    public void widen(UnaryOperator<Choices> change) {
        choices.set(change.apply(choices.get()));
        forecasts.offer(choices.get());
        whatIfs.offer(choices.get());
        request();
    }

    /// @return the single source of truth
    public ReadOnlyObjectProperty<Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /// @return the comparison as it stands between gestures: what is worth saving
    public ReadOnlyObjectProperty<Comparison> settledProperty() {
        return settled.getReadOnlyProperty();
    }

    /// @return what a new comparison begins with
    public Comparison first() {
        return first;
    }

    /// @return what sliders and boxes say: the comparison, or what is only imagined in its place
    public ReadOnlyObjectProperty<Comparison> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// @return how things stand
    public Comparison getComparison() {
        return comparison.get();
    }

    /// @return the engine's answers, at most a frame behind the comparison
    public ReadOnlyObjectProperty<Results> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /// @return the answers as they stand
    public Results getResults() {
        return results.get();
    }

    /// @return which speed the curves show
    public ObjectProperty<SpeedMeasure> measureProperty() {
        return measure;
    }

    /// Shows curves across the context or across users.
    public void across(SpeedMeasure.Axis axis) {
        measure.set(measure.get().across(axis));
    }

    /// @return the number whose explanation is open
    public ObjectProperty<Selection> selectionProperty() {
        return selection;
    }

    /// @return what undo and redo would do
    public UndoHistory history() {
        return history;
    }

    /// @return what the model's weights would take in a format, if that can be told
    public Optional<Bytes> weightsSize(WeightFormat format) {
        return forecasts.weightsSize(comparison.get(), format);
    }

    /// @return what finds weights that a runtime reads
    public ReadableWeights readable() {
        return new ReadableWeights(choices(), forecasts::weightsSize);
    }

    /// Starts again from the comparison of the first screen; undoable.
    public void reset() {
        apply(Act.RESET, _ -> first);
    }

    /// Shows another comparison, with no steps behind it.
    public void load(Comparison other) {
        release();
        history.clear();
        show(other);
    }

    /// Follows profiles that changed: on screen and in every step of the history alike, so it is no step of its own.
    public void follow(UnaryOperator<Comparison> change) {
        release();
        dropImagined();
        first = change.apply(first);
        history.follow(change);
        show(change.apply(comparison.get()));
    }

    /// @return why the engine cannot answer a comparison, if it cannot
    public Optional<Phrase> refusal(Comparison other) {
        try {
            forecasts.of(other, measure.get());
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException refused) {
            return Optional.of(Refused.why(refused));
        }
    }

    /// Changes the comparison; one step of the history, unless a gesture is held or nothing changes.
    public void apply(Act act, UnaryOperator<Comparison> change) {
        if (imagined.isPresent()) {
            imagined = imagined.map(change);
            shown.set(imagined.orElseThrow());
            return;
        }
        Comparison before = comparison.get();
        Comparison after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        if (held.isEmpty()) {
            history.remember(act, before);
        }
        show(after);
    }

    /// Begins a what-if: whatever changes until it is kept or dropped is a ghost only.
    public void imagine() {
        release();
        if (imagined.isEmpty()) {
            imagined = Optional.of(comparison.get());
        }
    }

    /// @return whether a what-if is under way
    public boolean isImagining() {
        return imagined.isPresent();
    }

    /// Makes what was imagined the comparison; one step of the history.
    public void keepImagined() {
        Optional<Comparison> kept = imagined;
        imagined = Optional.empty();
        kept.ifPresent(now -> apply(Act.WHAT_IF, _ -> now));
    }

    /// Forgets what was imagined, if anything.
    public void dropImagined() {
        imagined = Optional.empty();
        shown.set(comparison.get());
    }

    private void show(Comparison now) {
        comparison.set(now);
        imagined = Optional.empty();
        shown.set(now);
        if (held.isEmpty()) {
            settled.set(now);
        }
    }

    /// @return whether a gesture is held
    public boolean isHeld() {
        return held.isPresent();
    }

    /// Begins a gesture, if none is held.
    public void hold(Act act) {
        if (held.isEmpty()) {
            held = Optional.of(new Gesture(act, comparison.get()));
        }
    }

    /// Ends the gesture, if one is held; it becomes one step of the history if it changed anything.
    public void release() {
        held.filter(gesture -> !gesture.before().equals(comparison.get()))
                .ifPresent(gesture -> history.remember(gesture.act(), gesture.before()));
        held = Optional.empty();
        settled.set(comparison.get());
    }

    /// Takes the last step back, if there is one.
    public void undo() {
        release();
        history.undo(comparison.get()).ifPresent(this::show);
    }

    /// Does the step taken back again, if there is one.
    public void redo() {
        release();
        history.redo(comparison.get()).ifPresent(this::show);
    }

    private void request() {
        if (!requested) {
            requested = true;
            pulse.next(this::recompute);
        }
    }

    private void recompute() {
        requested = false;
        Comparison now = comparison.get();
        List<Results.Ghost> ghosts = imagined.filter(other -> !other.equals(now))
                .map(other -> List.of(
                        new Results.Ghost(Results.WHAT_IF, other.setup(), whatIfs.columns(other, measure.get()))))
                .orElse(List.of());
        results.set(forecasts.of(now, measure.get(), forecasts.columns(now, measure.get()), ghosts));
    }
}
