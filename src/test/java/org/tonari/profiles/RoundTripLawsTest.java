package org.tonari.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.question.Linking;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.laws.Draw;
import org.tonari.profiles.readers.ModelReader;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.ProfileText;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader;
import org.tonari.profiles.work.WorkWriter;
import org.tonari.profiles.writers.ModelWriter;
import org.tonari.units.TokensPerSecond;
import tools.jackson.databind.json.JsonMapper;

/// What is written is read back equal: models, scenarios, saved comparisons.
class RoundTripLawsTest {
    private static final Catalogue CATALOGUE = ShippedScenarios.CATALOGUE;
    private static final ScenarioWords WORDS = ShippedWords.of(CATALOGUE);

    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aModelComesBackFromItsProfile(@ForAll long number) {
        Draw.each(number, draw -> {
            LanguageModel model = draw.architecture();

            String written = ModelWriter.write(model).toString();

            assertThat(ModelReader.read(ProfileText.parse("written", written))).isEqualTo(model);
        });
    }

    @Property(tries = 1000, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aScenarioComesBackFromItsWords(@ForAll long number) {
        Draw.each(number, draw -> {
            var request =
                    new ScenarioRequest(shipped(draw), ScenarioRequest.RuntimeChoice.NAMED, Linking.ALONE, Map.of());

            String written = JsonMapper.shared().writeValueAsString(request.words());

            assertThat(WORDS.readJson("written", written).optional().map(ScenarioRequest::scenario))
                    .contains(request.scenario());
        });
    }

    @Property(tries = 300, seed = Draw.SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aComparisonComesBackFromItsFile(@ForAll long number) {
        Draw.each(number, draw -> {
            Scenario scenario = draw.scenario();
            var setup = new Setup(
                    scenario.model(),
                    scenario.weights(),
                    scenario.keys(),
                    scenario.values(),
                    new RuntimeChoice.Chosen(scenario.runtime()),
                    scenario.workload(),
                    Map.of(),
                    Map.of());
            var work = new Work(
                    Comparison.of(List.of(scenario.machine()), setup, Optional.of(new TokensPerSecond(draw.upTo(500)))),
                    "matrix");

            String written = new WorkWriter(CATALOGUE, "Tonari test").write(work);

            assertThat(new WorkReader(CATALOGUE)
                            .read("evening.tonari", written)
                            .optional()
                            .map(WorkReader.Opened::work))
                    .contains(work);
        });
    }

    private static Scenario shipped(Draw draw) {
        return draw.sensible().withModel(draw.among(CATALOGUE.models()));
    }
}
