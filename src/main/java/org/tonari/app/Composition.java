package org.tonari.app;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Workload;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.units.TokensPerSecond;
import org.tonari.viewmodel.desk.Choices;
import org.tonari.viewmodel.pages.Library;

/// Makes the parts that window and command line share, each once.
final class Composition {
    private static final String FIRST_MODEL = "gpt-oss-120b";
    private static final String FIRST_CACHE = "f16";
    private static final double FIRST_TARGET = 20;

    private final Catalogue catalogue;
    private final Choices choices;
    private final Estimator estimator;

    Composition(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.choices = choices(catalogue);
        this.estimator = new Estimator(
                catalogue.calibration(),
                new Alternatives(choices.caches(), choices.weights()),
                catalogue.compatibilities());
    }

    static Composition shipped() {
        return new Composition(Catalogue.open(UserFolders.current().ownProfiles()));
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /// @return everything that can be picked, and the published runs; reads all of them
    Choices choices() {
        choices.models();
        return choices.withMeasurements(catalogue.measurements());
    }

    /// @return what the first frame needs: models are read when they are asked for, and no run is there yet
    Choices choicesAtFirst() {
        return choices;
    }

    Estimator estimator() {
        return estimator;
    }

    Library library() {
        return Library.of(catalogue, estimator);
    }

    /// The first screen: the seven machines under the defaults of the command line.
    Comparison first() {
        LanguageModel model = catalogue
                .model(FIRST_MODEL)
                .optional()
                .orElseGet(() -> choices.models().getFirst());
        CacheFormat cache =
                choices.cache(FIRST_CACHE).orElseGet(() -> choices.caches().getFirst());
        var setup = new Setup(
                model,
                choices.nativeWeights(model),
                cache,
                cache,
                choices.automatic(),
                Workload.DEFAULT,
                Map.of(),
                Map.of());
        return Comparison.of(choices.machines(), setup, Optional.of(new TokensPerSecond(FIRST_TARGET)));
    }

    private static Choices choices(Catalogue catalogue) {
        List<Machine> machines = Catalogue.CANDIDATES.stream()
                .map(catalogue::machine)
                .flatMap(found -> found.optional().stream())
                .toList();
        return new Choices(
                machines, catalogue::models, catalogue.weights(), catalogue.caches(), runtimes(catalogue), List.of());
    }

    /// What `auto` comes to stands first.
    private static List<InferenceRuntime> runtimes(Catalogue catalogue) {
        return catalogue.runtimes().stream()
                .sorted(Comparator.comparing(
                        (InferenceRuntime runtime) -> !runtime.id().equals(ScenarioRequest.AUTOMATIC_RUNTIME)))
                .toList();
    }
}
