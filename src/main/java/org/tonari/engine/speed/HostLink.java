package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Ratio;

/// The way from host memory to the card.
final class HostLink {
    /// Copies run at the whole of what was measured.
    static final Term WHOLE = Term.given(
            "efficiency",
            new Ratio(1),
            Source.of(Source.Kind.DERIVED, "the link's figure is what plain copies reached"));

    private HostLink() {}

    /// @return its bandwidth, where a source states it
    static Optional<Term> of(Machine machine) {
        return machine.links().stream()
                .filter(link -> link.id().equals("pcie"))
                .flatMap(link -> term(link.bandwidth()).stream())
                .findFirst();
    }

    private static Optional<Term> term(Sourced<BytesPerSecond> bandwidth) {
        return switch (bandwidth) {
            case Sourced.Known<BytesPerSecond>(BytesPerSecond value, Source source) ->
                Optional.of(Term.given("link_bandwidth", value, source));
            case Sourced.Unknown<BytesPerSecond> _ -> Optional.empty();
        };
    }
}
