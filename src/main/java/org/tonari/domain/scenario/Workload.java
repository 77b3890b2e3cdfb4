package org.tonari.domain.scenario;

import java.util.Objects;
import java.util.function.Consumer;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.units.Tokens;

/// What is asked of a model at once.
///
/// @param context        tokens *each* sequence may hold, at least 1
/// @param prompt         tokens of a prompt whose first answer is waited for, at least 1
/// @param concurrency    sequences at once, 1 to 1,024
/// @param ubatch         tokens of a prompt processed at once, at least 1
/// @param flashAttention whether attention runs fused
/// @param unifiedCache   whether all sequences share one cache
/// @param fullWindow     whether sliding-window layers keep a full-size cache
/// @param outputs        for which tokens logits are kept
/// @param gpuLayers      layers on the accelerator
/// @param cpuExperts     layers whose experts stay in host memory
/// @param projector      whether the vision part is loaded
/// @param speculation    whether and how tokens are drafted
public record Workload(
        Tokens context,
        Tokens prompt,
        int concurrency,
        Tokens ubatch,
        Toggle flashAttention,
        Toggle unifiedCache,
        Toggle fullWindow,
        Outputs outputs,
        LayerPlacement gpuLayers,
        LayerPlacement cpuExperts,
        Toggle projector,
        Speculation speculation) {

    /// A switch.
    public enum Toggle {
        ON,
        OFF;

        /// @return whether it is on
        public boolean isOn() {
            return this == ON;
        }
    }

    /// For which tokens of a batch logits are kept.
    public enum Outputs {
        ALL,
        ONE
    }

    /// How many layers.
    public sealed interface LayerPlacement {
        /// As the runtime's own fitting decides.
        record Automatic() implements LayerPlacement {}

        /// All of them.
        record All() implements LayerPlacement {}

        /// This many.
        record Exactly(int layers) implements LayerPlacement {
            public Exactly {
                if (layers < 0) {
                    throw new IllegalArgumentException("layers must not be negative: " + layers);
                }
            }
        }
    }

    /// How tokens are drafted ahead.
    public sealed interface Speculation {
        /// Not at all.
        record None() implements Speculation {}

        /// By the model's own multi-token-prediction head.
        record MultiToken() implements Speculation {}

        /// By a smaller model beside it.
        ///
        /// @param model   the smaller model
        /// @param weights how its weights are stored
        record Draft(LanguageModel model, WeightFormat weights) implements Speculation {
            public Draft {
                Objects.requireNonNull(model);
                Objects.requireNonNull(weights);
            }
        }
    }

    /// The defaults of the window and of the command line.
    public static final Workload DEFAULT = new Workload(
            new Tokens(32_768),
            new Tokens(2_048),
            1,
            new Tokens(512),
            Toggle.ON,
            Toggle.OFF,
            Toggle.OFF,
            Outputs.ONE,
            new LayerPlacement.Automatic(),
            new LayerPlacement.Automatic(),
            Toggle.OFF,
            new Speculation.None());

    /// The most sequences at once.
    public static final int MOST_SEQUENCES = 1_024;

    /// The longest context that can be asked for, 10^9 tokens.
    public static final long MOST_TOKENS = 1_000_000_000L;

    public Workload {
        requireTokens(context, "context");
        requireTokens(prompt, "prompt");
        requireTokens(ubatch, "ubatch");
        if (concurrency < 1 || concurrency > MOST_SEQUENCES) {
            throw new Refused(
                    "{0} must lie between 1 and {1}: {2}", Phrase.of("concurrency"), MOST_SEQUENCES, concurrency);
        }
        Objects.requireNonNull(flashAttention);
        Objects.requireNonNull(gpuLayers);
    }

    private static void requireTokens(Tokens tokens, String what) {
        if (tokens.count() < 1 || tokens.count() > MOST_TOKENS) {
            throw new Refused("{0} must lie between 1 and 1,000,000,000 tokens: {1}", Phrase.of(what), tokens.count());
        }
    }

    /// @return this with another context
    public Workload withContext(Tokens other) {
        return changed(draft -> draft.context = other);
    }

    /// @return this with another prompt
    public Workload withPrompt(Tokens other) {
        return changed(draft -> draft.prompt = other);
    }

    /// @return this with another number of sequences at once
    public Workload withConcurrency(int other) {
        return changed(draft -> draft.concurrency = other);
    }

    /// @return this with another micro-batch
    public Workload withUbatch(Tokens other) {
        return changed(draft -> draft.ubatch = other);
    }

    /// @return this with flash attention on or off
    public Workload withFlashAttention(Toggle other) {
        return changed(draft -> draft.flashAttention = other);
    }

    /// @return this with a unified cache or separate ones
    public Workload withUnifiedCache(Toggle other) {
        return changed(draft -> draft.unifiedCache = other);
    }

    /// @return this with full-size or windowed caches for sliding layers
    public Workload withFullWindow(Toggle other) {
        return changed(draft -> draft.fullWindow = other);
    }

    /// @return this with logits for all tokens or one
    public Workload withOutputs(Outputs other) {
        return changed(draft -> draft.outputs = other);
    }

    /// @return this with another number of layers on the accelerator
    public Workload withGpuLayers(LayerPlacement other) {
        return changed(draft -> draft.gpuLayers = other);
    }

    /// @return this with experts of another number of layers in host memory
    public Workload withCpuExperts(LayerPlacement other) {
        return changed(draft -> draft.cpuExperts = other);
    }

    /// @return this with the vision part loaded or not
    public Workload withProjector(Toggle other) {
        return changed(draft -> draft.projector = other);
    }

    /// @return this with tokens drafted in another way
    public Workload withSpeculation(Speculation other) {
        return changed(draft -> draft.speculation = other);
    }

    private Workload changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.workload();
    }

    /// A workload while one of its parts is exchanged.
    private static final class Draft {
        private Tokens context;
        private Tokens prompt;
        private int concurrency;
        private Tokens ubatch;
        private Toggle flashAttention;
        private Toggle unifiedCache;
        private Toggle fullWindow;
        private Outputs outputs;
        private LayerPlacement gpuLayers;
        private LayerPlacement cpuExperts;
        private Toggle projector;
        private Speculation speculation;

        private Draft(Workload from) {
            context = from.context;
            prompt = from.prompt;
            concurrency = from.concurrency;
            ubatch = from.ubatch;
            flashAttention = from.flashAttention;
            unifiedCache = from.unifiedCache;
            fullWindow = from.fullWindow;
            outputs = from.outputs;
            gpuLayers = from.gpuLayers;
            cpuExperts = from.cpuExperts;
            projector = from.projector;
            speculation = from.speculation;
        }

        private Workload workload() {
            return new Workload(
                    context,
                    prompt,
                    concurrency,
                    ubatch,
                    flashAttention,
                    unifiedCache,
                    fullWindow,
                    outputs,
                    gpuLayers,
                    cpuExperts,
                    projector,
                    speculation);
        }
    }
}
