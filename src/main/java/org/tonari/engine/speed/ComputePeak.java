package org.tonari.engine.speed;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// The dense compute peak that fitted compute rates are shares of.
final class ComputePeak {
    /// Of formats that compute alike where both are known, the first that a source states.
    private static final List<String> FORMATS = List.of("bf16", "fp16");

    private static final String PATH = "machine.processor.dense_peak";

    /// GeForce cards of three generations: 71 against 35.6, 165 against 82.6, 209.5 against 104.8 TFLOPS.
    private static final Term TENSOR_CORES = Term.given(
            "tensor_core_factor",
            new Ratio(2),
            Source.of(Source.Kind.DERIVED, "16-bit products with 32-bit sums run at twice the rate of 32-bit ones"));

    private static final String GRAPHICS_CARDS = "gddr";

    private ComputePeak() {}

    /// @return the machine's dense 16-bit peak; its 32-bit peak where it has no other, or one that was
    ///         measured; nothing where none is known
    static Optional<Term> of(Machine machine) {
        for (String format : FORMATS) {
            Optional<Term> peak = stated(machine, format);
            if (peak.isPresent()) {
                return peak;
            }
        }
        return stated(machine, "fp32").map(peak -> widened(machine, peak)).or(() -> measured(machine));
    }

    private static Optional<Term> stated(Machine machine, String format) {
        return machine.processor().densePeak().get(format)
                        instanceof Sourced.Known<FlopsPerSecond>(FlopsPerSecond rate, Source source)
                ? Optional.of(Term.given("compute_peak", rate, source, PATH))
                : Optional.empty();
    }

    /// A processor without a graphics chip has no stated peak; what a matrix product reached stands for it.
    private static Optional<Term> measured(Machine machine) {
        return machine.processor().measuredPeak().get("fp32")
                        instanceof Sourced.Known<FlopsPerSecond>(FlopsPerSecond rate, Source source)
                ? Optional.of(Term.given("measured_peak", rate, source, "machine.processor.measured_peak"))
                : Optional.empty();
    }

    private static Term widened(Machine machine, Term peak) {
        return machine.processor().calibrationClass().equals(GRAPHICS_CARDS)
                ? Term.derived("compute_peak", Unit.FLOPS_PER_SECOND, Operation.PRODUCT, TENSOR_CORES, peak)
                : peak;
    }
}
