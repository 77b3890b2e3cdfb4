package org.tonari.domain.answer;

import java.util.List;
import java.util.Objects;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Answer;

/// How one machine does against a wish.
///
/// @param machine which machine
/// @param tests   one for each demand, in the order they are asked
/// @param measure what orders machines that do equally well
public record Recommendation(Machine machine, List<Test> tests, Answer measure) {

    /// What is demanded.
    public enum Demand {
        /// The models fit into its memory, together where there are several.
        MEMORY,
        /// The runtime has kernels for it.
        SOFTWARE,
        /// Each model decodes as fast as wanted.
        DECODE,
        /// The first token comes as soon as wanted.
        FIRST_TOKEN,
        /// The job, or a step of a training, takes no longer than wanted.
        JOB_TIME,
        /// It is what the use needs: a laptop.
        FORM,
        /// It costs no more than the budget.
        BUDGET,
        /// It draws no more under load.
        LOAD_WATTS,
        /// It draws no more with nothing running.
        IDLE_WATTS,
        /// It takes no more room.
        VOLUME,
        /// It weighs no more.
        WEIGHT,
        /// It is no louder.
        NOISE
    }

    /// What came of a test.
    public enum Outcome {
        MET,
        MISSED,
        /// A fact is missing, so nobody can say.
        UNKNOWN
    }

    /// A demand with the numbers it was held against.
    ///
    /// @param demand  what is demanded
    /// @param outcome what came of it
    /// @param figure  the machine's number, or what is missing
    /// @param wanted  the number it must reach or keep below
    public record Test(Demand demand, Outcome outcome, Answer figure, Answer wanted) {}

    /// Where a machine stands; earlier ones come first.
    public enum Standing {
        /// Every demand is met.
        MEETS_ALL,
        /// None is missed, but a fact is missing.
        OPEN,
        /// At least one is missed.
        MISSES
    }

    public Recommendation {
        Objects.requireNonNull(machine);
        tests = List.copyOf(tests);
    }

    /// @return how many demands are missed
    public long missed() {
        return count(Outcome.MISSED);
    }

    /// @return how many demands nobody can say anything of
    public long open() {
        return count(Outcome.UNKNOWN);
    }

    /// @return where the machine stands
    public Standing standing() {
        if (missed() > 0) {
            return Standing.MISSES;
        }
        return open() > 0 ? Standing.OPEN : Standing.MEETS_ALL;
    }

    private long count(Outcome outcome) {
        return tests.stream().filter(test -> test.outcome() == outcome).count();
    }
}
