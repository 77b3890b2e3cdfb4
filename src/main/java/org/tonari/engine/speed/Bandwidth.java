package org.tonari.engine.speed;

import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.BytesPerSecond;

/// The bandwidths a step runs at: of the pool that holds the model, and of the host's where layers went there.
sealed interface Bandwidth {

    /// @param primary of the pool that holds the model
    /// @param host    of host memory; the same as `primary` where nothing is split
    record Known(Term primary, Term host) implements Bandwidth {}

    /// @param fact which bandwidth is not known
    record Unknown(MissingFact fact) implements Bandwidth {}

    static Bandwidth of(Machine machine, Placement placement) {
        return switch (term(machine.primaryPool())) {
            case Unknown unknown -> unknown;
            case Known primary -> placement.isSplit() ? withHost(machine, primary) : primary;
        };
    }

    private static Bandwidth withHost(Machine machine, Known primary) {
        Optional<Bandwidth> host = machine.hostPool().map(Bandwidth::term);
        return host.isEmpty()
                ? primary
                : switch (host.get()) {
                    case Unknown unknown -> unknown;
                    case Known known -> new Known(primary.primary(), known.primary());
                };
    }

    /// The specified peak; where nobody states one, what a measurement reached.
    private static Bandwidth term(MemoryPool pool) {
        String path = "machine.memory." + pool.kind().name().toLowerCase(Locale.ROOT) + ".bandwidth";
        return switch (pool.bandwidth()) {
            case Sourced.Known<BytesPerSecond>(BytesPerSecond peak, Source source) ->
                same("bandwidth", peak, source, path);
            case Sourced.Unknown<BytesPerSecond>(MissingFact fact) ->
                switch (pool.measuredBandwidth()) {
                    case Sourced.Known<BytesPerSecond>(BytesPerSecond reached, Source source) ->
                        same("measured_bandwidth", reached, source, path);
                    case Sourced.Unknown<BytesPerSecond> _ -> new Unknown(fact);
                };
        };
    }

    private static Known same(String id, BytesPerSecond bandwidth, Source source, String path) {
        Term term = Term.given(id, bandwidth, source, path);
        return new Known(term, term);
    }
}
