package org.tonari.viewmodel.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.TokensPerSecond;

/// What the workbench shows as a use among others: its model with its weights, context and users, and the speed that is
/// wished for there. Each machine is judged as its column runs: with its own runtime and weights, and with the person's
/// own figures and measurements.
final class WorkbenchUse {
    /// How a wish calls it.
    static final String ID = "workbench";

    private static final Source SOURCE = Source.of(Source.Kind.CHOICE, "the workbench");

    private WorkbenchUse() {}

    static Library.Use of(Comparison now) {
        Setup setup = now.setup();
        Setup shipped = new Setup(
                setup.model(),
                setup.weights(),
                setup.keys(),
                setup.values(),
                setup.runtime(),
                setup.workload(),
                setup.overrides(),
                Map.of());
        Scenario run = shipped.on(now.machines().getFirst());
        return new Library.Use(useCase(now.target()), List.of(run), columns(now, run), Optional.empty());
    }

    private static Map<String, List<Scenario>> columns(Comparison now, Scenario run) {
        var columns = new TreeMap<String, List<Scenario>>();
        now.machines().forEach(machine -> {
            Scenario own = now.on(machine);
            if (!own.equals(run.withMachine(machine))) {
                columns.put(machine.id(), List.of(own));
            }
        });
        return columns;
    }

    private static UseCase useCase(Optional<TokensPerSecond> target) {
        return new UseCase(
                ID,
                "As on the workbench",
                List.of(Map.of()),
                Map.of(),
                target.map(wish -> Sourced.known(wish, SOURCE)).orElseGet(() -> unstated("decode")),
                unstated("first_token"),
                unstated("memory"),
                unstated("job_time"),
                unstated("idle"),
                "",
                UseCase.Measure.PRICE,
                SOURCE);
    }

    private static <T> Sourced<T> unstated(String figure) {
        return Sourced.unknown("use." + figure, "nothing is demanded");
    }
}
