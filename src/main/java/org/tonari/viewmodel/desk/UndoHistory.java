package org.tonari.viewmodel.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.comparison.Comparison;

/// Steps back and forth through immutable snapshots. UI thread only.
public final class UndoHistory {
    private static final int MOST_STEPS = 500;

    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Act>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Act>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());

    private record Step(Act act, Comparison comparison) {}

    UndoHistory() {}

    /// @return what undo would take back, if anything
    public ReadOnlyObjectProperty<Optional<Act>> undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /// @return what redo would do again, if anything
    public ReadOnlyObjectProperty<Optional<Act>> redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// Remembers how things stood before an act; what was undone before is forgotten.
    void remember(Act act, Comparison before) {
        past.push(new Step(act, before));
        if (past.size() > MOST_STEPS) {
            past.removeLast();
        }
        future.clear();
        publish();
    }

    /// @return how things stood before the last act, if there was one
    Optional<Comparison> undo(Comparison now) {
        return move(past, future, now);
    }

    /// @return how things stood before the last undo, if there was one
    Optional<Comparison> redo(Comparison now) {
        return move(future, past, now);
    }

    /// Forgets all steps: what is on screen now has another past.
    void clear() {
        past.clear();
        future.clear();
        publish();
    }

    /// Changes what all steps lead to, as when a profile they show changed.
    void follow(UnaryOperator<Comparison> change) {
        follow(past, change);
        follow(future, change);
    }

    private static void follow(Deque<Step> steps, UnaryOperator<Comparison> change) {
        List<Step> changed = steps.stream()
                .map(step -> new Step(step.act(), change.apply(step.comparison())))
                .toList();
        steps.clear();
        steps.addAll(changed);
    }

    private Optional<Comparison> move(Deque<Step> from, Deque<Step> to, Comparison now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Step step = from.pop();
        to.push(new Step(step.act(), now));
        publish();
        return Optional.of(step.comparison());
    }

    private void publish() {
        undoable.set(Optional.ofNullable(past.peek()).map(Step::act));
        redoable.set(Optional.ofNullable(future.peek()).map(Step::act));
    }
}
