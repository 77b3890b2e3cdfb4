package org.tonari.viewmodel.pages;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.Question;
import org.tonari.engine.Projector;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The answers of one page of questions, one for each machine of the comparison. UI thread only.
///
/// They are made in the background; those of an older question stay until the newer are there.
public final class AnswersViewModel {
    private final WorkbenchViewModel root;
    private final Projector projector;
    private final BiFunction<Comparison, Machine, Question> asks;
    private final LatestTask<List<Answered>> task;
    private final ReadOnlyObjectWrapper<List<Answered>> answers = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Phrase>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private boolean active;
    private Optional<Comparison> answered = Optional.empty();

    /// @param machine    who
    /// @param place      its place among all machines, which decides colour and symbol
    /// @param question   what was asked
    /// @param projection the answer
    public record Answered(Machine machine, int place, Question question, Projection projection) {}

    /// @param asks makes the question of the page for a machine
    AnswersViewModel(
            WorkbenchViewModel root,
            Projector projector,
            BiFunction<Comparison, Machine, Question> asks,
            LatestTask<List<Answered>> task) {
        this.root = root;
        this.projector = projector;
        this.asks = asks;
        this.task = task;
        root.comparisonProperty().subscribe(_ -> ask());
    }

    /// Tells whether the page is on screen; nothing is asked while it is not.
    public void setActive(boolean now) {
        active = now;
        ask();
    }

    /// @return one answer for each machine on screen, in their order
    public ReadOnlyObjectProperty<List<Answered>> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /// @return what is wrong with the question, if anything
    public ReadOnlyObjectProperty<Optional<Phrase>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @return whether newer answers are on their way
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private void ask() {
        Comparison now = root.getComparison();
        if (!active || answered.filter(now::equals).isPresent()) {
            return;
        }
        answered = Optional.of(now);
        busy.set(true);
        task.request(
                () -> now.machines().stream()
                        .map(machine -> answer(now, machine))
                        .toList(),
                found -> {
                    busy.set(false);
                    problem.set(Optional.empty());
                    answers.set(found);
                },
                this::trouble);
    }

    private void trouble(Exception failure) {
        busy.set(false);
        answered = Optional.empty();
        if (!(failure instanceof ProfileException wrong)) {
            throw new IllegalStateException(failure);
        }
        problem.set(Optional.of(wrong.problem().phrase()));
    }

    private Answered answer(Comparison now, Machine machine) {
        Question question = asks.apply(now, machine);
        return new Answered(machine, root.choices().place(machine), question, projector.project(question));
    }
}
