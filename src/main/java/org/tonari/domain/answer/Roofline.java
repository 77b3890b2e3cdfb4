package org.tonari.domain.answer;

import java.util.List;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Answer;

/// What a machine's sticker says and what one workload reaches of it.
///
/// @param machine           which machine
/// @param stickers          every peak that a source states, the highest first
/// @param headline          the highest stated peak of all, which is what advertising prints
/// @param roof              the dense peak that the workload's products can use
/// @param bandwidth         of the memory that the model goes into, as specified
/// @param bandwidthMeasured the best that a plain reading kernel reached
/// @param points            the workload on the roofline
public record Roofline(
        Machine machine,
        List<Sticker> stickers,
        Answer headline,
        Answer roof,
        Answer bandwidth,
        Answer bandwidthMeasured,
        List<Point> points) {

    /// What a peak counts.
    public enum Counting {
        /// Every product is made.
        DENSE,
        /// Two of four weights are zero and skipped; no published language model is so pruned.
        SPARSE,
        /// The best that a real matrix product reached.
        MEASURED
    }

    /// What a machine does at a point of the roofline.
    public enum Activity {
        PREFILL,
        DECODE,
        BATCH
    }

    /// One peak.
    ///
    /// @param counting what it counts
    /// @param format   of the numbers multiplied: `fp4`, `bf16`, …
    /// @param peak     operations a second
    public record Sticker(Counting counting, String format, Answer peak) {}

    /// The workload on the roofline.
    ///
    /// @param activity   what is done
    /// @param sequences  answered together
    /// @param intensity  operations for each byte moved
    /// @param attainable what roof and bandwidth allow at this intensity: `min(roof, intensity · bandwidth)`
    /// @param reached    operations a second at the estimated speed
    /// @param share      `reached ÷ headline`
    public record Point(
            Activity activity, int sequences, Answer intensity, Answer attainable, Answer reached, Answer share) {}

    public Roofline {
        stickers = List.copyOf(stickers);
        points = List.copyOf(points);
    }
}
