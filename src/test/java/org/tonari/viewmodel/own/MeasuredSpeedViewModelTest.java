package org.tonari.viewmodel.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.comparison.Comparison;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader;
import org.tonari.profiles.work.WorkWriter;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.own.MeasuredSpeedViewModel.Field;
import org.tonari.viewmodel.own.MeasuredSpeedViewModel.Problem;
import org.tonari.viewmodel.why.StepTime;
import org.tonari.viewmodel.why.WhyViewModel;

/// A speed the person measured on their own machine.
class MeasuredSpeedViewModelTest {
    private static final String SPARK = "dgx-spark";
    private static final String MINI = "mac-mini-m4-pro-64";

    private final Desk desk = new Desk();
    private final MeasuredSpeedViewModel model = new MeasuredSpeedViewModel(desk.root);

    @Test
    void theEstimateAtTheMeasuredContextBecomesTheMeasurement() {
        model.take(SPARK, "60", "32768");
        desk.pulse.tick();

        assertThat(decode(SPARK)).isCloseTo(60, within(1e-6));
        assertThat(model.holding(SPARK).orElseThrow().context()).isEqualTo(new Tokens(32_768));
    }

    @Test
    void otherModelsOnThatMachineShiftByTheSameFactorAndOtherMachinesStay() {
        desk.root.apply(Act.MODEL, other("qwen3-32b"));
        desk.pulse.tick();
        double before = decode(SPARK);
        double neighbour = decode(MINI);
        desk.root.undo();
        desk.pulse.tick();

        model.take(SPARK, "60", "32k");
        desk.root.apply(Act.MODEL, other("qwen3-32b"));
        desk.pulse.tick();

        double factor = model.holding(SPARK).orElseThrow().factor().orElseThrow();
        assertThat(decode(SPARK)).isCloseTo(before * factor, within(1e-6));
        assertThat(decode(MINI)).isEqualTo(neighbour);
        assertThat(model.holding(MINI)).isEmpty();
    }

    @Test
    void itIsOneStepOfTheHistoryAndCanBeForgotten() {
        double before = decode(SPARK);
        model.take(SPARK, "60", "32k");
        desk.root.undo();
        desk.pulse.tick();
        assertThat(decode(SPARK)).isEqualTo(before);

        desk.root.redo();
        model.forget(SPARK);
        desk.pulse.tick();
        assertThat(decode(SPARK)).isEqualTo(before);
        assertThat(desk.root.getComparison()).isEqualTo(Desk.first());
    }

    @Test
    void aSecondMeasurementTakesThePlaceOfTheFirst() {
        model.take(SPARK, "60", "32k");
        model.take(SPARK, "50", "8k");
        desk.pulse.tick();

        assertThat(desk.root.getComparison().setup().ownMeasurements(SPARK)).hasSize(1);
        assertThat(model.holding(SPARK).orElseThrow().decode()).isEqualTo(50);
    }

    @Test
    void whatIsNoSpeedOrNoContextIsSaidAndChangesNothing() {
        assertThat(model.take(SPARK, "fast", "32k")).isFalse();
        assertThat(model.problemProperty().get()).contains(new Problem(Field.RATE, "fast"));
        assertThat(model.take(SPARK, "0", "32k")).isFalse();
        assertThat(model.take(SPARK, "60", "long")).isFalse();
        assertThat(model.problemProperty().get()).contains(new Problem(Field.CONTEXT, "long"));

        assertThat(desk.root.getComparison()).isEqualTo(Desk.first());
    }

    @Test
    void aSavedComparisonKeepsWhatWasMeasured() {
        model.take(SPARK, "52.1", "2k");
        Comparison comparison = desk.root.getComparison();
        String text = new WorkWriter(Desk.catalogue(), "Tonari test").write(new Work(comparison, "workbench"));

        WorkReader.Opened opened = new WorkReader(Desk.catalogue())
                .read("mine.tonari", text)
                .optional()
                .orElseThrow(() -> new AssertionError(text));

        assertThat(opened.work().comparison()).isEqualTo(comparison);
        assertThat(text).contains("\"measured\"", "52.1");
    }

    @Test
    void aCopyOfAColumnKeepsWhatWasMeasuredThere() {
        model.take(SPARK, "60", "32k");
        new ColumnsViewModel(desk.root, Desk.catalogue(), new Background(Runnable::run, Runnable::run))
                .duplicate(SPARK);
        desk.pulse.tick();

        List<String> ids = desk.root.getComparison().machines().stream()
                .map(machine -> machine.id())
                .toList();
        assertThat(ids).hasSize(4);
        assertThat(ids.stream().filter(id -> model.holding(id).isPresent())).hasSize(2);
    }

    @Test
    void aShiftedStepIsStillSplitIntoWhatItWaitsFor() {
        desk.root.selectionProperty().set(new Selection(SPARK, new Subject.Decode()));
        var why = new WhyViewModel(desk.root);
        model.take(SPARK, "50", "32k");
        desk.pulse.tick();

        assertThat(why.whyProperty().getValue().step()).isInstanceOfSatisfying(StepTime.Split.class, split -> {
            assertThat(split.parts()).hasSizeGreaterThan(3);
            assertThat(split.parts().stream()
                            .mapToDouble(part -> part.value().magnitude())
                            .sum())
                    .isCloseTo(1 / 50.0, within(1e-9));
        });
    }

    @Test
    void theExplanationCarriesRemarksOfTheEstimate() {
        var why = new WhyViewModel(desk.root);
        desk.root.apply(Act.CONTEXT, now -> now.withWorkload(workload -> workload.withContext(new Tokens(1_000_000))));
        desk.pulse.tick();

        assertThat(why.whyProperty().getValue().notes().remarks())
                .anyMatch(Remark.ContextBeyondModel.class::isInstance);
    }

    private static UnaryOperator<Comparison> other(String model) {
        return now -> now.with(setup -> setup.withModel(Desk.model(model), setup.weights()));
    }

    private double decode(String machine) {
        return desk.root
                .getResults()
                .column(machine)
                .flatMap(column -> column.estimate().speed().known())
                .map(Speed.Known::decode)
                .orElseThrow()
                .value();
    }
}
