package org.tonari.domain.evidence;

import java.util.Objects;
import org.tonari.domain.scenario.Scenario;

/// One published run: what ran where, and how fast.
///
/// A figure that the source does not give is 0; `use` says what the row may be used for.
///
/// @param id              the row's name in its collection
/// @param machine         machine id
/// @param runtime         runtime id
/// @param backend         compute back end
/// @param build           the build as the source names it, or empty
/// @param buildBand       builds that perform alike, such as `2024-05` or `2026`
/// @param model           model id
/// @param weights         weight-format id
/// @param cache           cache-format id
/// @param concurrency     sequences at once
/// @param depth           tokens in the cache while decoding, on average
/// @param prompt          prompt tokens
/// @param promptStart     tokens in the cache before the prompt
/// @param ubatch          tokens processed at once, 0 where the runtime's default applies
/// @param decode          tokens a second over all sequences, 0 where not measured
/// @param prefill         prompt tokens a second, 0 where not measured
/// @param publishedBytes  size of the weights as published, 0 where not given
/// @param memoryShare     share of the memory that the runtime was told to take in advance, 0 where not stated
/// @param flashAttention  `on`, `off`, or empty where not stated
/// @param source          where it was published
/// @param sourceKey       rows with the same key come from one author and run
/// @param addressKnown    whether a reader can find the source again
/// @param decodeUse       what the decode figure may be used for
/// @param prefillUse      what the prefill figure may be used for
/// @param reason          why not for calibration, or empty
public record Measurement(
        String id,
        String machine,
        String runtime,
        String backend,
        String build,
        String buildBand,
        String model,
        String weights,
        String cache,
        int concurrency,
        double depth,
        long prompt,
        long promptStart,
        long ubatch,
        double decode,
        double prefill,
        double publishedBytes,
        double memoryShare,
        String flashAttention,
        String source,
        String sourceKey,
        boolean addressKnown,
        Use decodeUse,
        Use prefillUse,
        String reason) {

    /// What a figure may be used for.
    public enum Use {
        /// To fit and to check.
        CALIBRATE,
        /// To check only.
        CHECK,
        /// Neither; the reason says why.
        EXCLUDED
    }

    public Measurement {
        Objects.requireNonNull(decodeUse);
        Objects.requireNonNull(prefillUse);
        if (concurrency < 1 || depth < 0 || decode < 0 || prefill < 0) {
            throw new IllegalArgumentException("not a measurement: " + id);
        }
    }

    /// @return whether one sequence was decoded here as the scenario asks for, its context aside
    public boolean isDecodeOf(Scenario scenario) {
        return decode > 0
                && concurrency == 1
                && decodeUse != Use.EXCLUDED
                && machine.equals(scenario.machine().id())
                && runtime.equals(scenario.runtime().id())
                && model.equals(scenario.model().id())
                && weights.equals(scenario.weights().id())
                && cache.equals(scenario.keys().id());
    }

    /// @return rows of one group repeat one case at several depths or batches
    public String group() {
        return String.join("|", sourceKey, machine, runtime, backend, buildBand, model, weights);
    }
}
