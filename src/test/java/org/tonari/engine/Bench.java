package org.tonari.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.machine.Processor;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.Heads;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Details;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.Catalogue;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.FlopsPerSecond;
import org.tonari.units.Tokens;

/// Machines and models of small round figures, for answers that are worked by hand.
public final class Bench {
    public static final Source HAND = Source.of(Source.Kind.DERIVED, "chosen to be worked by hand");

    private Bench() {}

    /// @return a figure nobody states
    public static <T> Sourced<T> unstated(String path) {
        return Sourced.unknown(path, "nobody states it");
    }

    /// @return a machine with these memories that computes 1,000 operations a second in `bf16`; nothing else is stated
    public static Machine machine(MemoryPool... pools) {
        return computing(Map.of("bf16", Sourced.known(new FlopsPerSecond(1_000), HAND)), pools);
    }

    /// @return a machine with these memories and dense peaks; nothing else is stated
    public static Machine computing(Map<String, Sourced<FlopsPerSecond>> peaks, MemoryPool... pools) {
        return new Machine(
                "bench",
                "The Bench",
                "Bench",
                List.of(pools),
                new Processor("Anvil", "sm_0", "bench", "first", "bench", peaks, Map.of(), Map.of()),
                List.of("cuda"),
                new Machine.Storage(unstated("size"), unstated("read")),
                List.of(),
                new Machine.Power(unstated("idle"), unstated("load"), unstated("max")),
                List.of(),
                Map.of());
    }

    /// @return the machine with a draw, prices and facts of its own
    public static Machine described(
            Machine plain, Machine.Power power, List<Machine.Price> prices, Map<String, Sourced<String>> facts) {
        return new Machine(
                plain.id(),
                plain.name(),
                plain.shortName(),
                plain.pools(),
                plain.processor(),
                plain.backends(),
                plain.storage(),
                plain.links(),
                power,
                prices,
                facts);
    }

    /// @return a memory of which models may take every byte, read at 1,000 bytes a second
    public static MemoryPool pool(Kind kind, long bytes) {
        return new MemoryPool(
                kind,
                Sourced.known(new Bytes(bytes), HAND),
                Sourced.known(new Bytes(bytes), HAND),
                Sourced.known(new Reserve(Bytes.ZERO, Bytes.ZERO, Bytes.ZERO), HAND),
                new MemoryPool.Limit.None(),
                Sourced.known(new BytesPerSecond(1_000), HAND),
                unstated("measured"));
    }

    /// @return heads without any departure from the plain form
    public static Heads heads(long query, long keyValue, long keySize, long valueSize) {
        return new Heads(query, keyValue, keySize, valueSize, Set.of());
    }

    /// @return a model of 4 elements a token, 10 tokens known, an embedding that serves as head, and 3 small weights
    /// outside the layers; each kind of layers in a row
    public static LanguageModel model(LayerGroup... groups) {
        var order = new ArrayList<Integer>();
        for (int group = 0; group < groups.length; group++) {
            order.addAll(Collections.nCopies(groups[group].count(), group));
        }
        return new LanguageModel(
                "bench",
                "Bench",
                "llama",
                HAND,
                4,
                10,
                OutputHead.TIED,
                3,
                List.of(groups),
                order,
                List.of(),
                new Tokens(1_024),
                "bf16",
                List.of(),
                new Details("", "", "", "text", 0, List.of()));
    }

    /// @return a model on a machine under a shipped runtime, with weights and cache of 16 bits
    public static Scenario scenario(Machine machine, LanguageModel model, String runtime) {
        Catalogue shipped = ShippedScenarios.CATALOGUE;
        return new Scenario(
                machine,
                model,
                shipped.weights("bf16").optional().orElseThrow(),
                shipped.cache("f16").optional().orElseThrow(),
                shipped.cache("f16").optional().orElseThrow(),
                shipped.runtime(runtime).optional().orElseThrow(),
                Workload.DEFAULT,
                Map.of());
    }

    /// @return layers of a kind that look back at nothing and whose networks have so many inner elements: 4 elements in
    /// and out, 16 bytes for each of them in 16 bits
    public static LayerGroup layer(int count, long inner) {
        return new LayerGroup("inner" + inner, count, new Attention.None(), new FeedForward.Dense(inner, 2), 0);
    }
}
