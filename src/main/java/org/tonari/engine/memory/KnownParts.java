package org.tonari.engine.memory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memo.Memo;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.engine.memory.compute.Replays;

/// Parts of memory stacks that were worked out lately: machines side by side share a model's cache and buffer, models
/// share how a machine divides.
///
/// Thread-safe, and bounded; a part that was forgotten is worked out again, to the same end. Profiles are told apart by
/// identity: comparing them would take longer than what is remembered.
public final class KnownParts {
    private static final int PLACES = 1_024;
    private static final int RUNS = 1_024;

    /// With their trees runs take ten times the room; machines side by side share few at a time.
    private static final int EXPLAINED_RUNS = 64;

    private final KnownWeights weights = new KnownWeights();
    private final Replays replays = new Replays();
    private final Memo<Place, BeforeModel> places = new Memo<>(PLACES);
    private final Memo<Run, RunningParts> runs = new Memo<>(RUNS);
    private final Memo<Run, RunningParts> explainedRuns = new Memo<>(EXPLAINED_RUNS);

    private record Place(Machine machine, InferenceRuntime runtime) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && machine == place.machine && runtime == place.runtime;
        }

        @Override
        public int hashCode() {
            return 31 * machine.id().hashCode() + runtime.id().hashCode();
        }
    }

    /// All that cache, state and buffer depend on.
    ///
    /// @param stepOn the pool whose size decides how large a step the runtime takes; null where none does
    private record Run(Scenario scenario, @Nullable MemoryPool stepOn, Detail detail) {
        static Run of(Scenario scenario, Detail detail) {
            return new Run(
                    scenario,
                    switch (scenario.runtime().allocation()) {
                        case Allocation.PagedShareOfTotal _, Allocation.StaticShare _ ->
                            scenario.machine().primaryPool();
                        case Allocation.Cells _,
                                Allocation.OllamaSlots _,
                                Allocation.PagedShareOfFree _,
                                Allocation.GrowingSteps _ -> null;
                    },
                    detail);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Run run
                    && scenario.model() == run.scenario.model()
                    && scenario.keys() == run.scenario.keys()
                    && scenario.values() == run.scenario.values()
                    && scenario.runtime() == run.scenario.runtime()
                    && stepOn == run.stepOn
                    && detail == run.detail
                    && scenario.workload().equals(run.scenario.workload())
                    && scenario.overrides().equals(run.scenario.overrides());
        }

        @Override
        public int hashCode() {
            LanguageModel model = scenario.model();
            long context = scenario.workload().context().count();
            int hash = 31 * model.id().hashCode() + Long.hashCode(context);
            hash = 31 * hash + scenario.keys().id().hashCode();
            hash = 31 * hash + scenario.runtime().id().hashCode();
            hash = 31 * hash + scenario.workload().concurrency();
            hash = 31 * hash + Long.hashCode(scenario.workload().ubatch().count());
            return 31 * hash + Objects.hashCode(detail.name());
        }
    }

    /// @return the weights of the scenario's model in its format
    public WeightBytes weights(Scenario scenario) {
        return weights.of(scenario);
    }

    BeforeModel beforeModel(Scenario scenario) {
        return places.of(
                new Place(scenario.machine(), scenario.runtime()),
                place -> BeforeModel.of(place.machine(), place.runtime()));
    }

    /// A stream of questions that have nothing in common would only fill memory, so an answer is kept when it is asked
    /// for again.
    RunningParts running(Scenario scenario, Detail detail) {
        Memo<Run, RunningParts> known =
                switch (detail) {
                    case EXPLAINED -> explainedRuns;
                    case SIZES -> runs;
                };
        return known.ofRepeated(
                Run.of(scenario, detail), run -> RunningParts.of(run.scenario(), run.detail(), replays));
    }
}
