package org.tonari.domain.question;

import java.util.Objects;
import org.tonari.domain.scenario.Workload;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.units.Tokens;

/// How a model is fine-tuned. Immutable.
///
/// @param subject       id of a language model, or of a [DiffusionModel]
/// @param method        which weights are trained
/// @param optimiser     what it remembers of each trained weight
/// @param precision     of trained weights, gradients and optimiser
/// @param sequence      tokens of a training text; images take theirs from `resolution`
/// @param resolution    edge of a training picture in pixels; for diffusion models only
/// @param batch         samples that pass through at once, 1 to 1,024
/// @param checkpointing whether activations are computed a second time rather than kept
/// @param rank          of adapters, 1 to 4,096
/// @param targets       which matrices get adapters
/// @param encoders      what is kept of a diffusion model's text encoders and decoder
public record TrainingPlan(
        String subject,
        Method method,
        Optimiser optimiser,
        Precision precision,
        Tokens sequence,
        int resolution,
        int batch,
        Workload.Toggle checkpointing,
        int rank,
        Targets targets,
        Encoders encoders) {
    /// The largest batch, rank and resolution.
    public static final int MOST_SAMPLES = 1_024;

    public static final int MOST_RANK = 4_096;
    public static final int MOST_PIXELS = 8_192;

    /// A 70B model by QLoRA: what fits 128 GB.
    public static final TrainingPlan DEFAULT = new TrainingPlan(
            "llama-3.3-70b",
            Method.QLORA,
            Optimiser.ADAMW,
            Precision.MIXED,
            new Tokens(2_048),
            1_024,
            1,
            Workload.Toggle.ON,
            16,
            Targets.LINEAR,
            Encoders.RESIDENT);

    /// Which weights are trained.
    public enum Method {
        /// All.
        FULL,
        /// Low-rank adapters beside 16-bit weights.
        LORA,
        /// Low-rank adapters beside 4-bit weights (NF4, doubly quantised).
        QLORA
    }

    /// What is remembered of each trained weight.
    public enum Optimiser {
        /// Two moments.
        ADAMW(2),
        /// Two moments of 8 bits.
        ADAMW_8BIT(2),
        /// Two moments, a step-size numerator and the first weights.
        PRODIGY(4),
        /// Nothing.
        SGD(0);

        private final int states;

        Optimiser(int states) {
            this.states = states;
        }

        /// @return numbers kept for each trained weight
        public int states() {
            return states;
        }
    }

    /// Of what is trained.
    public enum Precision {
        /// 16-bit weights and gradients of a 32-bit copy.
        MIXED,
        /// 16 bits throughout.
        BF16,
        /// 32 bits throughout.
        F32
    }

    /// Which matrices get adapters.
    public enum Targets {
        ATTENTION,
        /// Attention and feed-forward networks.
        LINEAR,
        /// Everything a trainer reaches, such as a diffusion model's modulation and its smaller text encoder.
        ALL
    }

    /// What is kept of a diffusion model beside its transformer.
    public enum Encoders {
        RESIDENT,
        /// The large text encoder in 8 bits.
        RESIDENT_8BIT,
        /// Nothing: texts and pictures were encoded before.
        CACHED
    }

    public TrainingPlan {
        Objects.requireNonNull(method);
        Objects.requireNonNull(optimiser);
        Objects.requireNonNull(precision);
        Objects.requireNonNull(checkpointing);
        Objects.requireNonNull(targets);
        Objects.requireNonNull(encoders);
        requireBetween("sequence", sequence.count(), Workload.MOST_TOKENS);
        requireBetween("resolution", resolution, MOST_PIXELS);
        requireBetween("batch", batch, MOST_SAMPLES);
        requireBetween("rank", rank, MOST_RANK);
    }

    private static void requireBetween(String what, long value, long most) {
        if (value < 1 || value > most) {
            throw new Refused("{0} must lie between 1 and {1}: {2}", Phrase.of(what), most, value);
        }
    }

    /// @return this for another model
    public TrainingPlan withSubject(String other) {
        return new TrainingPlan(
                other,
                method,
                optimiser,
                precision,
                sequence,
                resolution,
                batch,
                checkpointing,
                rank,
                targets,
                encoders);
    }

    /// @return this by another method
    public TrainingPlan withMethod(Method other) {
        return new TrainingPlan(
                subject,
                other,
                optimiser,
                precision,
                sequence,
                resolution,
                batch,
                checkpointing,
                rank,
                targets,
                encoders);
    }

    /// @return this with another optimiser and precision
    public TrainingPlan with(Optimiser other, Precision otherPrecision) {
        return new TrainingPlan(
                subject,
                method,
                other,
                otherPrecision,
                sequence,
                resolution,
                batch,
                checkpointing,
                rank,
                targets,
                encoders);
    }

    /// @return this with samples of another size
    public TrainingPlan withSamples(Tokens otherSequence, int otherResolution, int otherBatch) {
        return new TrainingPlan(
                subject,
                method,
                optimiser,
                precision,
                otherSequence,
                otherResolution,
                otherBatch,
                checkpointing,
                rank,
                targets,
                encoders);
    }

    /// @return this with activations kept or computed again
    public TrainingPlan withCheckpointing(Workload.Toggle other) {
        return new TrainingPlan(
                subject, method, optimiser, precision, sequence, resolution, batch, other, rank, targets, encoders);
    }

    /// @return this with other adapters
    public TrainingPlan withAdapters(int otherRank, Targets otherTargets) {
        return new TrainingPlan(
                subject,
                method,
                optimiser,
                precision,
                sequence,
                resolution,
                batch,
                checkpointing,
                otherRank,
                otherTargets,
                encoders);
    }

    /// @return this with encoders kept otherwise
    public TrainingPlan withEncoders(Encoders other) {
        return new TrainingPlan(
                subject,
                method,
                optimiser,
                precision,
                sequence,
                resolution,
                batch,
                checkpointing,
                rank,
                targets,
                other);
    }
}
