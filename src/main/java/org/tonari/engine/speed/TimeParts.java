package org.tonari.engine.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Flops;
import org.tonari.units.Unit;

/// The parts of a time, each an amount at a fitted share of a peak, or a number of things at a fitted time each.
///
/// Every part is linear in one fitted rate, whose name the leaf carries: so the same parts, taken with every rate at
/// one, are the features that rates are fitted to.
final class TimeParts {
    private static final Source COUNTED =
            Source.of(Source.Kind.DERIVED, "the model's tensors and layers in this scenario");

    private final Rates rates;
    private final List<Term> parts = new ArrayList<>();

    TimeParts(Rates rates) {
        this.rates = rates;
    }

    /// @return the sum of what was added
    Term sum(String id) {
        return Term.derived(id, Unit.SECONDS, Operation.SUM, parts);
    }

    /// Adds `bytes ÷ (efficiency · bandwidth)`.
    ///
    /// @return whether the rate was ever fitted; where not, nothing is added
    boolean read(String id, double bytes, String rate, Term bandwidth) {
        Optional<Term> efficiency = rates.efficiency(rate);
        efficiency.ifPresent(found -> readAt(id, bytes, found, bandwidth));
        return efficiency.isPresent();
    }

    /// Adds `bytes ÷ (efficiency · bandwidth)` at an efficiency that is known.
    void readAt(String id, double bytes, Term efficiency, Term bandwidth) {
        if (bytes > 0) {
            Term reached =
                    Term.derived("bandwidth_reached", Unit.BYTES_PER_SECOND, Operation.PRODUCT, efficiency, bandwidth);
            Term amount = Term.given("bytes_read", Bytes.roundedUp(bytes), COUNTED);
            parts.add(Term.derived(id, Unit.SECONDS, Operation.QUOTIENT, amount, reached));
        }
    }

    /// Adds `operations ÷ (efficiency · peak)`.
    ///
    /// @return whether the rate was ever fitted; where not, nothing is added
    boolean work(String id, double operations, String rate, Term peak) {
        Optional<Term> efficiency = rates.efficiency(rate);
        if (operations > 0 && efficiency.isPresent()) {
            Term reached =
                    Term.derived("compute_reached", Unit.FLOPS_PER_SECOND, Operation.PRODUCT, efficiency.get(), peak);
            Term amount = Term.given("work", new Flops(operations), COUNTED);
            parts.add(Term.derived(id, Unit.SECONDS, Operation.QUOTIENT, amount, reached));
        }
        return efficiency.isPresent();
    }

    /// Adds `count · time each`.
    void each(String id, String counted, long count, String rate) {
        Term time = rates.time(rate);
        if (count > 0 && time.value().magnitude() > 0) {
            Term times = Term.given(counted, new Count(count), COUNTED);
            parts.add(Term.derived(id, Unit.SECONDS, Operation.PRODUCT, times, time));
        }
    }
}
