package org.tonari.engine.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// Compute-bound work as time: `work ÷ (share · dense peak)`.
public final class Work {
    private static final Map<String, List<String>> PEAKS = Map.of(
            "bf16", List.of("bf16", "fp16", "fp32"),
            "fp8", List.of("fp8", "bf16", "fp16", "fp32"),
            "fp4", List.of("fp4", "fp8", "bf16", "fp16", "fp32"));

    private Work() {}

    /// What a machine reaches.
    public sealed interface Rate {
        /// @param reached operations a second, with their tree
        record Known(Term reached) implements Rate {}

        /// @param fact what would have to be known
        record Unknown(MissingFact fact) implements Rate {}
    }

    /// @param format the number format the work would run in; where the machine has no peak for it, the next wider
    /// @return the dense peak, with the format it belongs to
    public static Optional<Peak> peak(Machine machine, String format) {
        for (String each : PEAKS.getOrDefault(format, List.of())) {
            Sourced<FlopsPerSecond> peak = machine.processor().densePeak().get(each);
            if (peak instanceof Sourced.Known<FlopsPerSecond>(FlopsPerSecond rate, Source source)) {
                Term term = Term.given("compute_peak", rate, source, "machine.processor.dense_peak");
                return Optional.of(new Peak(each.startsWith("fp8") || each.startsWith("fp4") ? each : "bf16", term));
            }
        }
        return Optional.empty();
    }

    /// @param format of which the peak is: `bf16` for anything of 16 or 32 bits, `fp8`, `fp4`
    /// @param rate   operations a second
    public record Peak(String format, Term rate) {}

    /// @return the rate a kind of work reaches on a machine
    public static Rate rate(Machine machine, Reach reach, Reach.Activity activity, String format) {
        Optional<Peak> peak = peak(machine, format);
        if (peak.isEmpty()) {
            return new Rate.Unknown(new MissingFact(
                    "machine.processor.dense_peak.bf16",
                    Phrase.of("no source states the compute peak of {0}", machine.shortName())));
        }
        return reach.of(
                        activity,
                        machine.processor().calibrationClass(),
                        peak.get().format())
                .<Rate>map(entry -> new Rate.Known(Term.derived(
                        "compute_reached",
                        Unit.FLOPS_PER_SECOND,
                        Operation.PRODUCT,
                        Term.given("reach", new Ratio(entry.share()), entry.source()),
                        peak.get().rate())))
                .orElseGet(() -> new Rate.Unknown(
                        new MissingFact("reach", "no published run shows what such work reaches of the peak")));
    }
}
