package org.tonari.domain.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.Questions;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;

/// Everything a person decided in the window: the single source of truth. Immutable; undo is a list of these.
///
/// @param candidates the columns, from left to right
/// @param setup      what all of them run
/// @param target     the decoding speed that is wished for, if any
/// @param pins       scenarios that stay in sight, in the order of their letters
/// @param questions  what is asked on the other pages
public record Comparison(
        Candidates candidates, Setup setup, Optional<TokensPerSecond> target, List<Pin> pins, Questions questions) {
    public Comparison {
        Objects.requireNonNull(candidates);
        Objects.requireNonNull(setup);
        Objects.requireNonNull(target);
        pins = List.copyOf(pins);
        Objects.requireNonNull(questions);
    }

    /// A comparison at its beginning: nothing pinned, every page as it stands at first.
    ///
    /// @param machines the columns, from left to right
    /// @param setup    what all of them run
    /// @param target   the decoding speed that is wished for, if any
    public static Comparison of(List<Machine> machines, Setup setup, Optional<TokensPerSecond> target) {
        return new Comparison(Candidates.of(machines), setup, target, List.of(), Questions.DEFAULT);
    }

    /// @return the machines on screen, from left to right; at least one
    public List<Machine> machines() {
        return candidates.shown();
    }

    /// @return what runs on a machine: a column's own runtime and weights take the place of those of all
    public Setup setupOn(Machine machine) {
        return setupOn(machine.id());
    }

    private Setup setupOn(String machineId) {
        Optional<Candidate> column = candidates.find(machineId);
        Setup run = column.flatMap(Candidate::runtime)
                .map(own -> setup.withRuntime(new RuntimeChoice.Chosen(own)))
                .orElse(setup);
        return column.flatMap(Candidate::weights).map(run::withWeights).orElse(run);
    }

    /// This with a speed that the person measured on a machine, under the runtime that runs there.
    ///
    /// @param context tokens in the cache while it was measured
    /// @param decode  of one sequence, or of each of several
    public Comparison withMeasurement(String machineId, Tokens context, TokensPerSecond decode) {
        return measured(machineId, setupOn(machineId).withMeasurement(machineId, context, decode));
    }

    /// @return this without what was measured on a machine under the runtime that runs there
    public Comparison withoutMeasurement(String machineId) {
        return measured(machineId, setupOn(machineId).withoutMeasurement(machineId));
    }

    private Comparison measured(String machineId, Setup there) {
        return with(all -> all.withMeasurements(machineId, there.ownMeasurements(machineId)));
    }

    /// @return the scenario of a machine
    public Scenario on(Machine machine) {
        return setupOn(machine).on(machine);
    }

    /// @return this with another set-up
    public Comparison with(UnaryOperator<Setup> change) {
        return new Comparison(candidates, change.apply(setup), target, pins, questions);
    }

    /// @return this with another workload
    public Comparison withWorkload(UnaryOperator<Workload> change) {
        return with(all -> all.withWorkload(change.apply(all.workload())));
    }

    /// @return this with another wish, or none
    public Comparison withTarget(Optional<TokensPerSecond> other) {
        return new Comparison(candidates, setup, other, pins, questions);
    }

    /// @return this with other columns
    public Comparison withCandidates(UnaryOperator<Candidates> change) {
        return new Comparison(change.apply(candidates), setup, target, pins, questions);
    }

    /// @return this with other pins
    public Comparison withPins(List<Pin> others) {
        return new Comparison(candidates, setup, target, others, questions);
    }

    /// @return this with something else asked on another page
    public Comparison asking(UnaryOperator<Questions> change) {
        return new Comparison(candidates, setup, target, pins, change.apply(questions));
    }
}
