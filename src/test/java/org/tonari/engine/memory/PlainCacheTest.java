package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.laws.Draw;
import org.tonari.explain.Term;

class PlainCacheTest {
    private static final int ARCHITECTURES = Integer.getInteger("laws.architectures", 100_000);

    @Test
    void cacheAndStateOfRandomArchitecturesEqualAPlainRecomputation() {
        List<String> apart = new ArrayList<>();
        for (long seed = 0; seed < ARCHITECTURES; seed++) {
            Scenario scenario = scenario(seed);
            long ours = MemoryParts.cache(scenario)
                            .optional()
                            .map(Term::bytes)
                            .orElseThrow()
                            .count()
                    + MemoryParts.state(scenario).bytes().count();
            long plain = new PlainCache(scenario).bytes();
            if (ours != plain) {
                apart.add("%d: %d, not %d, with %s in %s for %s"
                        .formatted(
                                seed,
                                ours,
                                plain,
                                scenario.runtime().id(),
                                scenario.keys().id(),
                                scenario.model().groups()));
            }
        }

        assertThat(apart).isEmpty();
    }

    private static Scenario scenario(long seed) {
        Draw draw = Draw.of(seed);
        return draw.sensible()
                .withModel(draw.architecture())
                .withMachine(ShippedScenarios.CATALOGUE
                        .machine("dgx-spark")
                        .optional()
                        .orElseThrow());
    }
}
