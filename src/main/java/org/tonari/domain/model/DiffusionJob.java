package org.tonari.domain.model;

import java.util.Objects;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;

/// A picture or a clip to be generated. Immutable.
///
/// @param model     id of the [DiffusionModel]
/// @param width     pixels
/// @param height    pixels
/// @param steps     of denoising, 1 to 1,000
/// @param frames    1 for a picture
/// @param guidance  how often the transformer runs in each step
/// @param format    of the transformer's weights
/// @param residence whether all parts stay in the accelerator's memory
public record DiffusionJob(
        String model,
        int width,
        int height,
        int steps,
        int frames,
        Guidance guidance,
        Format format,
        Residence residence) {
    /// The largest edge, the most steps, the longest clip.
    public static final int MOST_PIXELS = 8_192;

    public static final int MOST_STEPS = 1_000;
    public static final int MOST_FRAMES = 2_000;

    /// FLUX.1 [dev] at 1024 × 1024.
    public static final DiffusionJob DEFAULT =
            new DiffusionJob("flux.1-dev", 1_024, 1_024, 28, 1, Guidance.ONCE, Format.BF16, Residence.RESIDENT);

    /// How often the transformer runs in each step.
    public enum Guidance {
        /// Once: the guidance is distilled into the model.
        ONCE(1),
        /// Twice, with and without the text (classifier-free guidance).
        TWICE(2);

        private final int passes;

        Guidance(int passes) {
            this.passes = passes;
        }

        /// @return runs a step
        public int passes() {
            return passes;
        }

        /// @return that many runs a step
        public static Guidance of(int passes) {
            return passes == 1 ? ONCE : TWICE;
        }
    }

    /// Of the transformer's weights; the large text encoder follows with 8 bits where it is not 16.
    public enum Format {
        BF16("bf16"),
        FP8("fp8"),
        NVFP4("fp4");

        private final String peak;

        Format(String peak) {
            this.peak = peak;
        }

        /// @return the number format whose compute peak counts
        public String peak() {
            return peak;
        }
    }

    /// Where the parts stand.
    public enum Residence {
        RESIDENT,
        /// One part at a time on the accelerator, the others in host memory.
        OFFLOADED
    }

    public DiffusionJob {
        Objects.requireNonNull(guidance);
        Objects.requireNonNull(format);
        Objects.requireNonNull(residence);
        requireBetween("width", width, MOST_PIXELS);
        requireBetween("height", height, MOST_PIXELS);
        requireBetween("steps", steps, MOST_STEPS);
        requireBetween("frames", frames, MOST_FRAMES);
    }

    private static void requireBetween(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new Refused("{0} must lie between 1 and {1}: {2}", Phrase.of(what), most, value);
        }
    }

    /// @return a job for a model as it is meant to be run
    public static DiffusionJob of(DiffusionModel model) {
        boolean video = model.media() == DiffusionModel.Media.VIDEO;
        return new DiffusionJob(
                model.id(),
                video ? 1_280 : 1_024,
                video ? 720 : 1_024,
                model.steps(),
                video ? 121 : 1,
                Guidance.of(model.passes()),
                Format.BF16,
                Residence.RESIDENT);
    }

    /// @return this of another size
    public DiffusionJob withSize(int otherWidth, int otherHeight) {
        return new DiffusionJob(model, otherWidth, otherHeight, steps, frames, guidance, format, residence);
    }

    /// @return this with other numbers of steps and frames
    public DiffusionJob withLength(int otherSteps, int otherFrames) {
        return new DiffusionJob(model, width, height, otherSteps, otherFrames, guidance, format, residence);
    }

    /// @return this guided otherwise
    public DiffusionJob withGuidance(Guidance other) {
        return new DiffusionJob(model, width, height, steps, frames, other, format, residence);
    }

    /// @return this with weights in another format
    public DiffusionJob withFormat(Format other) {
        return new DiffusionJob(model, width, height, steps, frames, guidance, other, residence);
    }

    /// @return this with parts standing elsewhere
    public DiffusionJob withResidence(Residence other) {
        return new DiffusionJob(model, width, height, steps, frames, guidance, format, other);
    }
}
