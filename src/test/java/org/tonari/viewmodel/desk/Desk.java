package org.tonari.viewmodel.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Lookup;

/// View-models on shipped profiles, with a frame clock in hand.
public final class Desk {
    private static final Catalogue CATALOGUE = Catalogue.open(List.of());
    private static final Choices CHOICES = new Choices(
            List.of(machine("dgx-spark"), machine("hp-omen-45l-rtx-5090"), machine("mac-mini-m4-pro-64")),
            List.of(model("gpt-oss-120b"), model("gpt-oss-20b"), model("qwen3-32b"), model("llama-3.1-8b")),
            CATALOGUE.weights(),
            CATALOGUE.caches(),
            List.of(CATALOGUE.runtime("llama.cpp").optional().orElseThrow()),
            CATALOGUE.measurements());

    public final ManualPulse pulse = new ManualPulse();
    public final WorkbenchViewModel root = new WorkbenchViewModel(CHOICES, engine(), pulse, first());

    /// @return a comparison as a window begins with
    public static Comparison first() {
        LanguageModel model = model("gpt-oss-120b");
        CacheFormat cache = CHOICES.cache("f16").orElseThrow();
        return Comparison.of(
                CHOICES.machines(),
                new Setup(
                        model,
                        CHOICES.nativeWeights(model),
                        cache,
                        cache,
                        CHOICES.automatic(),
                        Workload.DEFAULT,
                        Map.of(),
                        Map.of()),
                Optional.empty());
    }

    /// @return all shipped profiles
    public static Catalogue catalogue() {
        return CATALOGUE;
    }

    /// @return the engine with the shipped calibration
    public static Estimator engine() {
        return new Estimator(CATALOGUE.calibration(), new Alternatives(CHOICES.caches(), CHOICES.weights()));
    }

    /// @return a shipped model
    public static LanguageModel model(String id) {
        return found(CATALOGUE.model(id));
    }

    /// @return a shipped format of the cache
    public static CacheFormat cache(String id) {
        return found(CATALOGUE.cache(id));
    }

    /// @return a shipped machine
    public static Machine machine(String id) {
        return found(CATALOGUE.machine(id));
    }

    private static <T> T found(Lookup<T> lookup) {
        return lookup.optional().orElseThrow();
    }

    /// @return tokens held per user
    public long context() {
        return root.getComparison().setup().workload().context().count();
    }
}
