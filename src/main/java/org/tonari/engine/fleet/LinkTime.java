package org.tonari.engine.fleet;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.model.LanguageModel;
import org.tonari.engine.load.Figures;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Seconds;
import org.tonari.units.Unit;

/// What machines wait for each other.
///
/// Tensor parallel: two exchanges a layer, each `exchange + 2 · (n − 1) ÷ n · tokens · hidden · 2 bytes ÷ bandwidth`.
/// Pipeline: `n − 1` hand-overs, each `exchange + tokens · hidden · 2 bytes ÷ bandwidth`.
final class LinkTime {
    private static final Source COUNTED = Source.of(Source.Kind.DERIVED, "the model's layers and the machines");
    private static final long EXCHANGES_PER_LAYER = 2;
    private static final long ACTIVATION_BYTES = 2;

    private final LanguageModel model;
    private final int machines;
    private final Term bandwidth;
    private final Term exchange;

    private LinkTime(LanguageModel model, int machines, Term bandwidth, Term exchange) {
        this.model = model;
        this.machines = machines;
        this.bandwidth = bandwidth;
        this.exchange = exchange;
    }

    /// @return the times over a link, or nothing where one of its figures is unknown
    static Optional<LinkTime> of(LanguageModel model, int machines, NetworkLink link) {
        if (link.bandwidth() instanceof Sourced.Known<BytesPerSecond>(BytesPerSecond rate, Source rateSource)
                && link.exchange() instanceof Sourced.Known<Seconds>(Seconds time, Source timeSource)) {
            return Optional.of(new LinkTime(
                    model,
                    machines,
                    Term.given("link_bandwidth", rate, rateSource),
                    Term.given("link_exchange", time, timeSource)));
        }
        return Optional.empty();
    }

    /// @return why there are no times
    static MissingFact missing(NetworkLink link) {
        return new MissingFact("link." + link.id(), "no source states its bandwidth and the time of an exchange");
    }

    /// @param tokens that pass through together
    /// @return what machines wait for when every layer is shared
    Term exchanges(long tokens) {
        long bytes = Math.round(2.0 * (machines - 1) / machines * tokens * model.hiddenSize() * ACTIVATION_BYTES);
        return times("exchange_time", "exchanges", EXCHANGES_PER_LAYER * model.layers(), bytes);
    }

    /// @param tokens that pass through together
    /// @return what a token waits for between machines that each hold some layers
    Term handovers(long tokens) {
        return times("handover_time", "handovers", machines - 1L, tokens * model.hiddenSize() * ACTIVATION_BYTES);
    }

    private Term times(String id, String counted, long count, long bytes) {
        Term traffic = Term.derived(
                "traffic_time",
                Unit.SECONDS,
                Operation.QUOTIENT,
                Figures.bytes("traffic_bytes", new Bytes(bytes), COUNTED),
                bandwidth);
        Term each = Term.derived("each_exchange_time", Unit.SECONDS, Operation.SUM, exchange, traffic);
        return Term.derived(id, Unit.SECONDS, Operation.PRODUCT, List.of(Figures.count(counted, count, COUNTED), each));
    }
}
