package org.tonari.engine.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.answer.Recommendation.Outcome;
import org.tonari.domain.answer.Recommendation.Standing;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.question.Wish;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.engine.Projector;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Answer;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.requests.ScenarioWords;

class AdviceTest {
    private static final Catalogue CATALOGUE = ShippedScenarios.CATALOGUE;
    private static final Estimator ESTIMATOR =
            new Estimator(CATALOGUE.calibration(), Alternatives.NONE, CATALOGUE.compatibilities());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local-inference",
                "coding-assistant",
                "multi-agent",
                "long-documents",
                "image",
                "video",
                "fine-tuning",
                "portable",
                "always-on"
            })
    void everyUseOrdersAllMachinesAndEachReasonIsANumberOrAMissingFact(String use) {
        List<Recommendation> ranked = advice(Wish.DEFAULT.withUse(use));

        assertThat(ranked).hasSize(7);
        assertThat(ranked).extracting(Recommendation::standing).isSorted();
        for (Recommendation each : ranked) {
            assertThat(each.tests()).isNotEmpty().allSatisfy(test -> {
                if (test.figure() instanceof Answer.Unknown(var fact)) {
                    assertThat(fact.reason().english()).isNotBlank();
                    assertThat(test.outcome()).isNotEqualTo(Outcome.MET);
                }
            });
        }
    }

    @Test
    void amongMachinesThatMeetAllTheMeasureDecides() {
        List<Recommendation> ranked = advice(Wish.DEFAULT);
        List<Double> prices = ranked.stream()
                .filter(each -> each.standing() == Standing.MEETS_ALL)
                .map(each -> each.measure().optional().orElseThrow().value().magnitude())
                .toList();

        assertThat(prices).hasSizeGreaterThan(3).isSorted();
    }

    @Test
    void aBudgetMovesDearerMachinesBehind() {
        List<Recommendation> ranked = advice(Wish.DEFAULT.withLimit(Limit.BUDGET_YEN, 700_000));

        // the Studio costs 1,500,000 yen in its profile
        Recommendation studio = of(ranked, "mac-studio-m3-ultra-512");
        assertThat(outcome(studio, Demand.BUDGET)).isEqualTo(Outcome.MISSED);
        assertThat(ranked.indexOf(studio)).isGreaterThan(ranked.indexOf(of(ranked, "dgx-spark")));
    }

    @Test
    void aNoiseLimitIsOpenWhereNoLevelIsStated() {
        List<Recommendation> ranked = advice(Wish.DEFAULT.withLimit(Limit.NOISE_DECIBELS, 30));

        assertThat(ranked)
                .allSatisfy(each -> assertThat(outcome(each, Demand.NOISE)).isEqualTo(Outcome.UNKNOWN));
        assertThat(ranked).extracting(Recommendation::standing).doesNotContain(Standing.MEETS_ALL);
    }

    @Test
    void severalModelsAreAddedUp() {
        Recommendation mini = of(advice(Wish.DEFAULT.withUse("multi-agent")), "mac-mini-m4-pro-64");

        assertThat(outcome(mini, Demand.MEMORY)).isEqualTo(Outcome.MISSED);
        assertThat(mini.tests().getFirst().figure().optional().orElseThrow().id())
                .isEqualTo("required_together");
    }

    @Test
    void onlyALaptopIsPortable() {
        List<Recommendation> ranked = advice(Wish.DEFAULT.withUse("portable"));

        assertThat(ranked.getFirst().machine().id()).isEqualTo("macbook-pro-m4-max-128");
        assertThat(outcome(of(ranked, "dgx-spark"), Demand.FORM)).isEqualTo(Outcome.MISSED);
    }

    @Test
    void theSizeIsReadOutOfTheProfile() {
        Recommendation spark = of(advice(Wish.DEFAULT.withLimit(Limit.VOLUME_LITRES, 1)), "dgx-spark");
        var volume = spark.tests().stream()
                .filter(test -> test.demand() == Demand.VOLUME)
                .findFirst()
                .orElseThrow();

        // 150 × 150 × 50.5 mm
        assertThat(volume.figure().optional().orElseThrow().value().magnitude()).isEqualTo(1.13625);
        assertThat(volume.outcome()).isEqualTo(Outcome.MISSED);
    }

    private static List<Recommendation> advice(Wish wish) {
        UseCase use = CATALOGUE.use(wish.use()).optional().orElseThrow();
        List<Machine> machines = Catalogue.CANDIDATES.stream()
                .map(id -> CATALOGUE.machine(id).optional().orElseThrow())
                .toList();
        return Advice.of(
                ESTIMATOR,
                new Projector(CATALOGUE.calibration(), CATALOGUE.reach()),
                new Inquiry(
                        use,
                        wish,
                        runs(use),
                        new QuestionWords(CATALOGUE, new ScenarioWords(CATALOGUE, ModelFiles.none())).job(use.job()),
                        CATALOGUE.runtime("llama.cpp").optional().orElseThrow(),
                        machines,
                        CostAssumptions.DEFAULT));
    }

    private static List<Scenario> runs(UseCase use) {
        var words = new ScenarioWords(CATALOGUE, ModelFiles.none());
        var runs = new ArrayList<Scenario>();
        for (Map<String, String> run : use.runs()) {
            var all = new TreeMap<>(run);
            all.put("machine", "dgx-spark");
            runs.add(words.read("test", all, Map.of()).optional().orElseThrow().scenario());
        }
        return runs;
    }

    private static Recommendation of(List<Recommendation> ranked, String machine) {
        return ranked.stream()
                .filter(each -> each.machine().id().equals(machine))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(Recommendation each, Demand demand) {
        return each.tests().stream()
                .filter(test -> test.demand() == demand)
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
