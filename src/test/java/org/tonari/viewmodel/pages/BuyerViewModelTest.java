package org.tonari.viewmodel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Cost.Figure;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.answer.Recommendation.Demand;
import org.tonari.domain.question.Questions;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.profiles.Catalogue;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.Desk;

class BuyerViewModelTest {
    private static final Catalogue CATALOGUE = Catalogue.open(List.of());
    private static final Estimator ENGINE =
            new Estimator(CATALOGUE.calibration(), Alternatives.NONE, CATALOGUE.compatibilities());

    private final Desk desk = new Desk();
    private final BuyerViewModel buyer = new BuyerViewModel(
            desk.root, ENGINE, new Background(Runnable::run, Runnable::run), Library.of(CATALOGUE, ENGINE));

    @Test
    void nothingIsComputedUntilThePageIsOnScreen() {
        assertThat(buyer.costs().valueProperty().get()).isEmpty();

        buyer.costs().setActive(true);

        assertThat(buyer.costs().valueProperty().get()).hasSize(3);
    }

    @Test
    void anotherPriceOfElectricityMovesTheCostAndCanBeUndone() {
        buyer.costs().setActive(true);
        double before = electricity();

        buyer.assume(now -> now.withElectricity(62));

        assertThat(electricity()).isEqualTo(2 * before);
        desk.root.undo();
        assertThat(electricity()).isEqualTo(before);
        assertThat(desk.root.getComparison().questions()).isEqualTo(Questions.DEFAULT);
    }

    @Test
    void anotherContextMovesTheRoofline() {
        buyer.reaches().setActive(true);
        var before = buyer.reaches().valueProperty().get();

        desk.root.apply(Act.CONTEXT, now -> now.withWorkload(workload -> workload.withContext(new Tokens(65_536))));

        assertThat(buyer.reaches().valueProperty().get()).isNotEqualTo(before);
    }

    @Test
    void whatTheWorkbenchShowsIsAUseThatFollowsItsModelAndItsWishForSpeed() {
        buyer.advice().setActive(true);
        buyer.wish(now -> now.withUse("workbench"));
        new FieldsViewModel(desk.root).pickModel(Desk.model("qwen3-32b"));
        desk.root.apply(Act.TARGET, now -> now.withTarget(Optional.of(new TokensPerSecond(12))));

        assertThat(buyer.uses().getFirst().useCase().id()).isEqualTo("workbench");
        assertThat(buyer.use().runs())
                .singleElement()
                .satisfies(run -> assertThat(run.model().id()).isEqualTo("qwen3-32b"));
        assertThat(buyer.advice().valueProperty().get())
                .allSatisfy(each -> assertThat(each.tests())
                        .filteredOn(test -> test.demand() == Demand.DECODE)
                        .singleElement()
                        .satisfies(test -> assertThat(test.wanted()
                                        .optional()
                                        .orElseThrow()
                                        .value()
                                        .magnitude())
                                .isEqualTo(12)));
    }

    @Test
    void aWishOrdersTheMachinesAnew() {
        buyer.advice().setActive(true);
        buyer.wish(now -> now.withUse("always-on"));
        String idlest =
                buyer.advice().valueProperty().get().getFirst().machine().id();

        buyer.wish(now -> now.withLimit(Limit.BUDGET_YEN, 1));

        assertThat(idlest).isEqualTo("mac-mini-m4-pro-64");
        assertThat(buyer.advice().valueProperty().get())
                .allSatisfy(each -> assertThat(each.missed()).isPositive());
        assertThat(desk.root.history().undoableProperty().get()).contains(Act.WISH);
    }

    /// The memory that is needed, and the speed, are those of the column above which they stand on the workbench.
    @Test
    void theWorkbenchAsAUseRunsEachColumnAsItStands() {
        desk.root.apply(Act.TARGET, now -> now.withTarget(Optional.of(new TokensPerSecond(12))));
        buyer.wish(now -> now.withUse("workbench"));
        buyer.advice().setActive(true);
        assertThat(buyer.use().columns()).isEmpty();

        desk.root.apply(
                Act.WEIGHTS,
                now -> now.withCandidates(all ->
                        all.changed("mac-mini-m4-pro-64", one -> one.withWeights(Optional.of(weights("q4_k_m"))))));
        desk.root.apply(
                Act.CONTEXT,
                now -> now.with(all -> all.withOverride("dgx-spark", "machine.memory.unified.bandwidth", 100e9))
                        .withMeasurement("hp-omen-45l-rtx-5090", new Tokens(1_024), new TokensPerSecond(33)));

        assertThat(buyer.use().columns()).containsOnlyKeys("mac-mini-m4-pro-64", "dgx-spark", "hp-omen-45l-rtx-5090");
        for (Recommendation each : buyer.advice().valueProperty().get()) {
            Scenario column = desk.root.getComparison().on(each.machine());
            Estimate there = ENGINE.estimate(column, EnumSet.of(Estimator.Aspect.SPEED, Estimator.Aspect.BUFFER));
            assertThat(each.tests())
                    .filteredOn(test -> test.demand() == Demand.DECODE)
                    .singleElement()
                    .satisfies(test -> assertThat(value(test))
                            .isEqualTo(there.speed()
                                    .known()
                                    .map(known -> known.decode().value())));
        }
    }

    private static Optional<Double> value(Recommendation.Test test) {
        return test.figure().optional().map(term -> term.value().magnitude());
    }

    private static WeightFormat weights(String id) {
        return CATALOGUE.weights(id).optional().orElseThrow();
    }

    @Test
    void everyMachineSaysHowItsKernelsRun() {
        buyer.software().setActive(true);

        assertThat(buyer.software().valueProperty().get())
                .extracting(estimate -> estimate.compatibility().path().size())
                .allMatch(steps -> steps > 1);
    }

    @Test
    void nineUsesAreOfferedBesideTheWorkbench() {
        assertThat(buyer.uses())
                .extracting(use -> use.useCase().id())
                .containsExactlyInAnyOrder(
                        "workbench",
                        "local-inference",
                        "coding-assistant",
                        "multi-agent",
                        "long-documents",
                        "image",
                        "video",
                        "fine-tuning",
                        "portable",
                        "always-on");
    }

    private double electricity() {
        Estimate spark = buyer.costs().valueProperty().get().getFirst();
        return spark.cost()
                .of(Figure.ELECTRICITY_PER_MILLION)
                .optional()
                .orElseThrow()
                .value()
                .magnitude();
    }
}
