package org.tonari.chart.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.chart.Box;
import org.tonari.chart.MachineMark;
import org.tonari.chart.MachineSymbol;
import org.tonari.chart.NiceTicks;
import org.tonari.chart.memory.SevenMachines;

class SpeedLayoutTest {
    private static final SpeedFrame FRAME = new SpeedFrame(1024, 194);
    private static final AxisSpan SPAN = AxisSpan.contexts(131_072);

    @Test
    void curvesThatLookTheSameHaveOneLabel() {
        SpeedLayout layout = layout(SevenCurves.curves(), FRAME);

        assertThat(layout.groups()).hasSize(6);
        assertThat(layout.labels())
                .filteredOn(label -> label.machines().size() == 2)
                .singleElement()
                .satisfies(label -> {
                    assertThat(label.machines()).containsExactly(SevenMachines.SPARK, SevenMachines.GX10);
                    assertThat(label.joint()).isEqualTo(EndLabel.Joint.EQUAL);
                });
    }

    @Test
    void curvesThatOnlyLookTheSameAtThisScaleAreNotCalledEqual() {
        var high = new Curve(SevenMachines.MINI, SevenCurves.points(900, 800, 131_072), List.of(), Curve.End.OPEN);
        var one = new Curve(SevenMachines.SPARK, SevenCurves.points(30, 25.2, 131_072), List.of(), Curve.End.OPEN);
        var other = new Curve(SevenMachines.GX10, SevenCurves.points(29, 23, 131_072), List.of(), Curve.End.OPEN);

        assertThat(layout(List.of(high, one, other), FRAME).labels())
                .filteredOn(label -> label.machines().size() == 2)
                .singleElement()
                .satisfies(label -> assertThat(label.joint()).isEqualTo(EndLabel.Joint.NEAR));
    }

    @Test
    void theWordsAtTheTargetKeepClearOfTheValuesOnTheScrubLineOnWhicheverSideTheyStand() {
        SpeedLayout layout = layout(SevenCurves.curves(), FRAME);
        ContextAxis axis = layout.scale().axis();
        for (double scrub : new double[] {axis.first(), (axis.first() + axis.end()) / 2, axis.end() - 20, axis.end()}) {
            double values = scrub > axis.end() - 40 ? scrub - 36 : scrub;
            for (double wish = 5; wish < 80; wish += 5) {
                assertThat(TargetLabel.place(layout, layout.scale().y(wish), 40, scrub))
                        .matches(words -> words.isEmpty()
                                || words.orElseThrow().x() >= values + 36
                                || words.orElseThrow().right() <= values);
            }
        }
    }

    @Test
    void aMachineThatDoesNotRunIsListedLast() {
        EndLabel last = layout(SevenCurves.curves(), FRAME).labels().getLast();

        assertThat(last.machines()).containsExactly(SevenMachines.MINI);
        assertThat(last.runs()).isFalse();
        assertThat(last.value()).isEqualTo("—");
    }

    @ParameterizedTest(name = "{0} machines")
    @ValueSource(ints = {1, 7, 12, 20, 40})
    void labelsNeverCollideHoweverMany(int machines) {
        SpeedLayout layout = layout(many(machines), FRAME);

        List<EndLabel> labels = layout.labels();
        for (int i = 1; i < labels.size(); i++) {
            assertThat(labels.get(i).y() - labels.get(i - 1).y()).isGreaterThanOrEqualTo(12.5 - 1e-6);
        }
        assertThat(labels).allMatch(label -> label.y() <= FRAME.bottom() + 9);
        assertThat(labels.stream().mapToInt(label -> label.machines().size()).sum())
                .isEqualTo(machines);
    }

    @Test
    void valuesGiveWayBeforeMachinesDo() {
        List<EndLabel> labels = layout(many(40), FRAME).labels();

        assertThat(labels).allMatch(label -> label.value().isEmpty());
        assertThat(labels).anyMatch(label -> label.joint() == EndLabel.Joint.LIST);
    }

    @Test
    void aCurveThatRunsOutOfMemorySaysWhere() {
        var curve =
                new Curve(SevenMachines.MINI, SevenCurves.points(50, 20, 58_368), List.of(), Curve.End.OUT_OF_MEMORY);

        EndLabel label = layout(List.of(curve), FRAME).labels().getFirst();

        assertThat(label.value()).isEqualTo("✕ 57k");
        assertThat(label.anchorX()).isLessThan(FRAME.end());
    }

    @Test
    void theValueOnTheScrubLineIsThePointGivenThere() {
        var points = List.of(new CurvePoint(1024, 9, 10, 11), new CurvePoint(32_768, 6, 7.25, 8));
        var curve = new Curve(SevenMachines.MAX, points, List.of(), Curve.End.OPEN);

        SpeedLayout layout = layout(List.of(curve), FRAME);

        assertThat(layout.scale().between(points, 32_768).expected()).isEqualTo(7.25);
        assertThat(values(layout))
                .singleElement()
                .satisfies(
                        value -> assertThat(value.y()).isCloseTo(layout.scale().y(7.25), within(1e-9)));
    }

    @Test
    void valuesOnTheScrubLineNeverOverlap() {
        List<ScrubValue> values = values(layout(many(20), FRAME));

        assertThat(values).isNotEmpty();
        for (int i = 1; i < values.size(); i++) {
            assertThat(values.get(i).textY() - values.get(i - 1).textY()).isGreaterThanOrEqualTo(12.5 - 1e-6);
        }
    }

    @Test
    void aTargetABitHigherIsOnTheAxisAndAnAbsurdOneIsNot() {
        List<Curve> curves = SevenCurves.curves();

        assertThat(SpeedLayout.ticks(curves, SPAN, new SpeedTarget.AtLeast(120, ""), SevenCurves.text())
                        .top())
                .isGreaterThanOrEqualTo(120);
        assertThat(SpeedLayout.ticks(curves, SPAN, new SpeedTarget.AtLeast(900, ""), SevenCurves.text())
                        .top())
                .isEqualTo(100);
    }

    @Test
    void theWordsAtTheTargetKeepClearOfCurves() {
        SpeedLayout layout = layout(SevenCurves.curves(), FRAME);
        double line = layout.scale().y(30);

        Box place =
                TargetLabel.place(layout, line, 50, layout.scale().x(32_768)).orElseThrow();

        assertThat(layout.curves()).filteredOn(PlacedCurve::runs).allSatisfy(curve -> {
            for (double x = place.x(); x <= place.right(); x += 5) {
                assertThat(Math.abs(curve.yAt(x) - place.middleY())).isGreaterThanOrEqualTo(9);
            }
        });
    }

    @Test
    void theWordsAtTheTargetAreLeftOutWhereCurvesRunEverywhere() {
        var crowd = new ArrayList<Curve>();
        for (int i = 0; i <= 20; i++) {
            double rate = 5 * i;
            MachineMark machine = new MachineMark("m" + i, "M" + i, "M" + i, MachineSymbol.at(i), i);
            List<CurvePoint> flat =
                    List.of(new CurvePoint(0, rate, rate, rate), new CurvePoint(131_072, rate, rate, rate));
            crowd.add(new Curve(machine, flat, List.of(), Curve.End.OPEN));
        }
        SpeedLayout layout = layout(crowd, FRAME);

        assertThat(TargetLabel.place(
                        layout, layout.scale().y(52), 50, layout.scale().x(32_768)))
                .isEmpty();
    }

    @Test
    void longNamesGetMoreRoomBesideTheCurvesButNeverMostOfTheChart() {
        assertThat(FRAME.withLabels(100).labels()).isEqualTo(SpeedFrame.LABEL_ROOM);
        assertThat(FRAME.withLabels(210).labels()).isEqualTo(210);
        assertThat(FRAME.withLabels(900).labels()).isLessThan(0.25 * FRAME.width());
    }

    @Test
    void anEmptyChartHasAnAxisAndNoLabels() {
        SpeedLayout layout = layout(List.of(), FRAME);

        assertThat(layout.labels()).isEmpty();
        assertThat(layout.scale().ticks().lines()).hasSizeGreaterThan(3);
    }

    private static SpeedLayout layout(List<Curve> curves, SpeedFrame frame) {
        NiceTicks ticks = SpeedLayout.ticks(curves, SPAN, SpeedTarget.NONE, SevenCurves.text());
        return SpeedLayout.of(curves, frame, SPAN, ticks, SevenCurves.text());
    }

    private static List<ScrubValue> values(SpeedLayout layout) {
        return ScrubValue.of(layout.groups(), layout.scale(), 32_768, Map.of(), SevenCurves.text());
    }

    private static List<Curve> many(int machines) {
        var curves = new ArrayList<Curve>();
        for (int i = 0; i < machines; i++) {
            curves.add(SevenCurves.curve(
                    SevenMachines.mark("m" + i, "Machine " + i, "M" + i, i), 30 + 2 * i, 20 + 0.3 * i, List.of()));
        }
        return curves;
    }
}
