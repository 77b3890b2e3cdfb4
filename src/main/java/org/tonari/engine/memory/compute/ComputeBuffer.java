package org.tonari.engine.memory.compute;

import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// The memory a scenario computes in: activations, masks and logits, beside weights and caches.
///
/// For llama.cpp and Ollama exact on the processor's back end: the graph of the largest prompt step is replayed through
/// a copy of llama.cpp's allocator. The other runtimes have closed forms, rough by their nature.
public final class ComputeBuffer {
    private ComputeBuffer() {}

    /// @return the term `activations_bytes`, or the fact that is missing to tell it
    public static Answer of(Scenario scenario) {
        return of(scenario, new Replays());
    }

    /// @param replays made before
    /// @return the term `activations_bytes`, or the fact that is missing to tell it
    public static Answer of(Scenario scenario, Replays replays) {
        for (LayerGroup group : scenario.model().groups()) {
            if (group.attention() instanceof Attention.Undescribed(var missing)) {
                return new Answer.Unknown(missing);
            }
        }
        return Answer.of(explained(scenario, replays));
    }

    /// The number of [#of(Scenario)] without its tree: for what asks thousands of times.
    ///
    /// @param scenario with attention described in all layers
    /// @return bytes
    public static Bytes size(Scenario scenario) {
        return size(scenario, new Replays());
    }

    /// The number of [#of(Scenario,Replays)] without its tree: for what asks thousands of times.
    ///
    /// @param scenario with attention described in all layers
    /// @param replays  made before
    /// @return bytes
    public static Bytes size(Scenario scenario, Replays replays) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ -> {
                LlamaCells cells = LlamaCells.of(scenario);
                yield new Bytes(replays.size(ForwardPass.of(scenario, cells), steps(cells)));
            }
            case Allocation.PagedShareOfTotal _,
                    Allocation.StaticShare _,
                    Allocation.PagedShareOfFree _,
                    Allocation.GrowingSteps _ -> explained(scenario, replays).bytes();
        };
    }

    /// What MLX's attention holds where it is not fused: the scores of one layer's heads, `attention_scores_bytes`.
    ///
    /// @param step tokens of a prompt processed at once
    public static Term attentionScores(Scenario scenario, Tokens step) {
        return GrowingActivations.scores(scenario, step);
    }

    private static Term explained(Scenario scenario, Replays replays) {
        return switch (scenario.runtime().allocation()) {
            case Allocation.Cells _, Allocation.OllamaSlots _ -> {
                LlamaCells cells = LlamaCells.of(scenario);
                GrowingBuffer buffer = replays.buffer(ForwardPass.of(scenario, cells), steps(cells));
                yield PeakTerm.of(buffer.at(steps(cells)), scenario.model());
            }
            case Allocation.PagedShareOfTotal paged ->
                PagedActivations.profiled(
                        scenario, paged.stepOn(scenario.machine().primaryPool()));
            case Allocation.StaticShare paged ->
                PagedActivations.of(
                        scenario, paged.stepOn(scenario.machine().primaryPool()).batchedTokens());
            case Allocation.PagedShareOfFree paged -> PagedActivations.of(scenario, paged.batchedTokens());
            case Allocation.GrowingSteps steps -> GrowingActivations.of(scenario, steps.prefillStep());
        };
    }

    private static long steps(LlamaCells cells) {
        return LlamaCells.count(cells.full()) / LlamaCells.STEP;
    }
}
