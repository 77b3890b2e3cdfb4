package org.tonari.engine.laws;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.engine.ShippedScenarios;
import org.tonari.units.Tokens;

/// One throw of the dice: scenarios over all shipped profiles and over architectures nobody has published.
///
/// A law takes a number and draws from it, so the same number gives the same scenario. In the suite each law meets the
/// same scenarios every time, and red means changed code; `-Dlaws.effort=100` meets a hundred times as many, and
/// `-Dlaws.seed=7` others.
public final class Draw {
    /// What jqwik itself draws numbers from.
    public static final String SEED = "20261121";

    private static final int EFFORT = Integer.getInteger("laws.effort", 1);
    private static final long OTHERS = Long.getLong("laws.seed", 0);

    private static final List<Machine> MACHINES = ShippedScenarios.CATALOGUE.machines();
    private static final List<LanguageModel> MODELS = ShippedScenarios.CATALOGUE.models();
    private static final List<WeightFormat> WEIGHTS = ShippedScenarios.CATALOGUE.weights();
    private static final List<CacheFormat> CACHES = ShippedScenarios.CATALOGUE.caches();
    private static final List<InferenceRuntime> RUNTIMES = ShippedScenarios.CATALOGUE.runtimes();

    private final Random random;

    private Draw(long seed) {
        this.random = new Random(seed);
    }

    /// Tries a law on the number's scenario, and on as many more as the effort asks for.
    public static void each(long number, Consumer<Draw> law) {
        for (int again = 0; again < EFFORT; again++) {
            long seed = number * 31 + again * 0x9E3779B97F4A7C15L + OTHERS;
            try {
                law.accept(new Draw(seed));
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("drawn from " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    /// @return what is drawn from the number, to look again at a scenario that broke a law
    public static Draw of(long seed) {
        return new Draw(seed);
    }

    /// @return the dice
    public Random random() {
        return random;
    }

    /// @return a model of no published architecture
    public LanguageModel architecture() {
        return new Architecture(random).model();
    }

    /// @return a scenario of shipped profiles, half the time with an architecture of the dice
    public Scenario scenario() {
        return scenario(random.nextBoolean() ? among(MODELS) : architecture());
    }

    /// @return a scenario of shipped profiles that its runtime does not refuse for its formats
    public Scenario sensible() {
        Scenario drawn = scenario();
        InferenceRuntime runtime = drawn.runtime();
        List<CacheFormat> offered = CACHES.stream()
                .filter(cache -> cache.runtimes().contains(runtime.id()))
                .toList();
        List<WeightFormat> read =
                WEIGHTS.stream().filter(format -> format.isReadBy(runtime)).toList();
        List<Machine> able = MACHINES.stream()
                .filter(machine -> machine.backends().stream().anyMatch(runtime.backends()::contains))
                .toList();
        return drawn.withMachine(among(able)).withWeights(among(read)).withCache(among(offered));
    }

    private Scenario scenario(LanguageModel model) {
        return new Scenario(
                among(MACHINES),
                model,
                among(WEIGHTS),
                among(CACHES),
                among(CACHES),
                among(RUNTIMES),
                workload(),
                Map.of());
    }

    /// @return a workload with small and large figures alike
    public Workload workload() {
        return Workload.DEFAULT
                .withContext(new Tokens(upTo(1_000_000)))
                .withPrompt(new Tokens(upTo(100_000)))
                .withConcurrency((int) (random.nextBoolean() ? 1 : upTo(64)))
                .withUbatch(new Tokens(among(List.of(1L, 32L, 128L, 512L, 2048L, upTo(4096)))))
                .withFlashAttention(toggle())
                .withUnifiedCache(toggle())
                .withFullWindow(random.nextInt(5) == 0 ? Toggle.ON : Toggle.OFF)
                .withOutputs(random.nextBoolean() ? Outputs.ONE : Outputs.ALL)
                .withGpuLayers(layers())
                .withCpuExperts(layers())
                .withProjector(toggle());
    }

    private Toggle toggle() {
        return random.nextBoolean() ? Toggle.ON : Toggle.OFF;
    }

    private LayerPlacement layers() {
        return switch (random.nextInt(8)) {
            case 0 -> new LayerPlacement.All();
            case 1 -> new LayerPlacement.Exactly(random.nextInt(80));
            default -> new LayerPlacement.Automatic();
        };
    }

    /// @return a number from 1 to the largest, small ones as likely as large ones
    public long upTo(long largest) {
        return Math.clamp(Math.round(Math.pow(largest, random.nextDouble())), 1, largest);
    }

    /// @return one of them
    public <T> T among(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
