package org.tonari.viewmodel.why;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.fit.Remarks;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The panel that explains the selected number. UI thread only.
public final class WhyViewModel {
    private static final double NEAR = 0.1;

    private final WorkbenchViewModel workbench;
    private final ObservableValue<Why> why;

    /// @param workbench whose numbers are explained
    public WhyViewModel(WorkbenchViewModel workbench) {
        this.workbench = workbench;
        this.why =
                Bindings.createObjectBinding(this::explain, workbench.resultsProperty(), workbench.selectionProperty());
    }

    /// @return the explanation of the selected number
    public ObservableValue<Why> whyProperty() {
        return why;
    }

    /// Takes the remedy that is offered, if there is one.
    public void applyRemedy() {
        why.getValue().remedy().ifPresent(this::apply);
    }

    /// Takes a remedy: the change it proposes becomes part of what all columns run.
    public void apply(Fit.Remedy remedy) {
        workbench.apply(
                Act.REMEDY,
                now -> now.with(setup -> setup.like(
                        remedy.change().applyTo(setup.on(now.machines().getFirst())))));
    }

    /// @return the explanation of any number on screen, if its machine is there
    public static Optional<Why> explain(Results results, Selection selection) {
        return results.column(selection.machineId()).map(column -> explain(column, selection));
    }

    private Why explain() {
        Results results = workbench.getResults();
        Selection selection = workbench.selectionProperty().get();
        return explain(
                results.column(selection.machineId()).orElse(results.columns().getFirst()), selection);
    }

    private static Why explain(Results.Column column, Selection selection) {
        Answer answer = answer(column.estimate(), selection.subject());
        Optional<Term> term = answer.optional();
        List<Term.Given> leaves = term.map(WhyTree::leaves).orElse(List.of());
        return new Why(
                column.machine(),
                selection.subject(),
                answer,
                certainty(column.estimate(), selection.subject(), answer, leaves),
                pool(column.estimate(), selection.subject()),
                term.map(WhyTree::lines).orElse(List.of()),
                leaves,
                WhyTree.telling(leaves),
                StepTime.of(column.estimate().speed()),
                column.estimate().fit().remedies().stream().findFirst(),
                measured(column),
                notes(column.estimate()));
    }

    private static Why.Notes notes(Estimate estimate) {
        return new Why.Notes(
                Remarks.of(estimate),
                Optional.of(estimate.compatibility()).filter(kernels -> kernels.state() != Compatibility.State.NATIVE),
                estimate.memory().missing());
    }

    /// A run of as many users within a tenth of the chosen context says something about it.
    private static Optional<Measurement> measured(Results.Column column) {
        Workload workload = column.estimate().scenario().workload();
        double context = workload.context().count();
        return column.measured().stream()
                .filter(run -> run.concurrency() == workload.concurrency())
                .filter(run -> Math.abs(run.depth() - context) <= NEAR * context)
                .min(Comparator.comparingDouble(run -> Math.abs(run.depth() - context)));
    }

    private static Why.Certainty certainty(Estimate estimate, Subject subject, Answer answer, List<Term.Given> leaves) {
        return switch (answer) {
            case Answer.Unknown _ -> Why.Certainty.UNKNOWN;
            case Answer.Known _
            when subject instanceof Subject.Required
                    && estimate.memory().missing().isPresent() -> Why.Certainty.AT_LEAST;
            case Answer.Known _ -> WhyTree.certainty(leaves);
        };
    }

    private static Answer answer(Estimate estimate, Subject subject) {
        List<MemoryStack.PoolStack> pools = estimate.memory().pools();
        return switch (subject) {
            case Subject.Required _ -> Answer.of(estimate.memory().required());
            case Subject.Part(int pool, MemoryStack.Part part) -> part(at(pools, pool), part);
            case Subject.OperatingSystem(int pool) -> at(pools, pool).osOverhead();
            case Subject.Usable(int pool) -> at(pools, pool).usable();
            case Subject.KeptFree(int pool) -> at(pools, pool).keptFree();
            case Subject.Decode _ -> speed(estimate, Figure.DECODE);
            case Subject.FirstToken _ -> speed(estimate, Figure.FIRST_TOKEN);
            case Subject.Prefill _ -> speed(estimate, Figure.PREFILL);
            case Subject.LongestContext _ -> estimate.fit().longestContext();
            case Subject.Power _ -> estimate.cost().watts();
            case Subject.Energy _ -> estimate.cost().joulesPerToken();
        };
    }

    private enum Figure {
        DECODE,
        FIRST_TOKEN,
        PREFILL
    }

    /// A machine with one memory answers for its only one when another was selected elsewhere.
    private static MemoryStack.PoolStack at(List<MemoryStack.PoolStack> pools, int pool) {
        return pools.get(Math.min(pool, pools.size() - 1));
    }

    private static Answer part(MemoryStack.PoolStack pool, MemoryStack.Part part) {
        return pool.slices().stream()
                .filter(slice -> slice.part() == part)
                .findFirst()
                .map(MemoryStack.Slice::size)
                .orElseThrow(() -> new IllegalStateException("a stack has every part: " + part));
    }

    private static Answer speed(Estimate estimate, Figure figure) {
        return switch (estimate.speed()) {
            case Speed.Known known ->
                prediction(
                        switch (figure) {
                            case DECODE -> known.decode();
                            case FIRST_TOKEN -> known.firstToken();
                            case PREFILL -> known.prefill();
                        });
            case Speed.Unknown(MissingFact fact) -> new Answer.Unknown(fact);
            case Speed.NotRunning _ ->
                new Answer.Unknown(new MissingFact("speed", "the scenario does not run on this machine"));
        };
    }

    private static Answer prediction(Speed.Prediction prediction) {
        return switch (prediction) {
            case Speed.Estimated estimated -> Answer.of(estimated.expected());
            case Speed.Unpredicted(MissingFact fact) -> new Answer.Unknown(fact);
        };
    }

    private static Optional<Bytes> pool(Estimate estimate, Subject subject) {
        List<MemoryStack.PoolStack> pools = estimate.memory().pools();
        return switch (subject) {
            case Subject.Required _ -> capacity(pools.getFirst());
            case Subject.Part(int pool, MemoryStack.Part _) -> capacity(at(pools, pool));
            case Subject.OperatingSystem(int pool) -> capacity(at(pools, pool));
            case Subject.Usable(int pool) -> capacity(at(pools, pool));
            case Subject.KeptFree(int pool) -> capacity(at(pools, pool));
            case Subject.Decode _,
                    Subject.FirstToken _,
                    Subject.Prefill _,
                    Subject.LongestContext _,
                    Subject.Power _,
                    Subject.Energy _ -> Optional.empty();
        };
    }

    private static Optional<Bytes> capacity(MemoryStack.PoolStack pool) {
        return pool.capacity().optional().map(Term::bytes);
    }
}
