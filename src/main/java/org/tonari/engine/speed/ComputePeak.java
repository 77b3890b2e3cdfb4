package org.tonari.engine.speed;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.Machine;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.FlopsPerSecond;

/// The dense compute peak that fitted compute rates are shares of.
final class ComputePeak {
    /// Of formats that compute alike where both are known, the first that a source states.
    private static final List<String> FORMATS = List.of("bf16", "fp16", "fp32");

    private ComputePeak() {}

    /// @return the machine's dense 16-bit peak; its 32-bit peak where it has no other; nothing where none is known
    static Optional<Term> of(Machine machine) {
        for (String format : FORMATS) {
            Sourced<FlopsPerSecond> peak = machine.processor().densePeak().get(format);
            if (peak instanceof Sourced.Known<FlopsPerSecond>(FlopsPerSecond rate, Source source)) {
                return Optional.of(Term.given("compute_peak", rate, source, "machine.processor.dense_peak"));
            }
        }
        return Optional.empty();
    }
}
