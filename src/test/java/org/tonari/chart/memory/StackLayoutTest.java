package org.tonari.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.chart.Box;
import org.tonari.chart.EvenRuler;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.TextStyle;
import org.tonari.chart.memory.PlacedColumn.SideLabel;
import org.tonari.units.Bytes;

class StackLayoutTest {
    private static final MemoryFrame FRAME = new MemoryFrame(1024, 231, 7);

    @Test
    void fiveHundredTwelveGibibytesAreFourWidthsAndOneHundredNinetyTwoAreAnL() {
        StackLayout layout = layout(ScaleMode.SAME_SCALE, Set.of());

        assertThat(bounds(layout, 3).width()).isEqualTo(4 * FRAME.columnWidth());
        assertThat(bounds(layout, 5).width()).isEqualTo(2 * FRAME.columnWidth());
    }

    @Test
    void equalAreaIsEqualMemory() {
        StackLayout layout = layout(ScaleMode.SAME_SCALE, Set.of());

        double perGib = capacityArea(layout, 0) / 121.6;
        assertThat(capacityArea(layout, 3)).isCloseTo(512 * perGib, within(1.0));
        assertThat(capacityArea(layout, 5)).isCloseTo(192 * perGib, within(1.0));
    }

    @Test
    void allColumnsFillTheHeightWhereTheyShouldFillIt() {
        StackLayout layout = layout(ScaleMode.FILL_EACH, Set.of());

        assertThat(List.of(0, 2, 3, 5)).allSatisfy(column -> {
            assertThat(bounds(layout, column).width()).isEqualTo(FRAME.columnWidth());
            assertThat(bounds(layout, column).height())
                    .isCloseTo(bounds(layout, 0).height(), within(1e-6));
        });
    }

    @ParameterizedTest
    @EnumSource(ScaleMode.class)
    void labelsBesideAColumnNeverOverlapAndStayInThePlot(ScaleMode mode) {
        for (MemoryColumn column : columnsOfAllKinds()) {
            var frame = new MemoryFrame(1024, 231, 1);
            StackLayout layout = StackLayout.of(
                    List.of(column), frame, mode, Set.of(column.machine().id()), new EvenRuler());
            List<SideLabel> labels = layout.columns().getFirst().labels();
            for (int i = 1; i < labels.size(); i++) {
                double half = SideLabels.SPACING
                        * (labels.get(i).text().lines().count()
                                + labels.get(i - 1).text().lines().count())
                        / 2;
                assertThat(labels.get(i).y() - labels.get(i - 1).y())
                        .as("%s: %s below %s", column.machine().name(), labels.get(i), labels.get(i - 1))
                        .isGreaterThanOrEqualTo(half - 1e-6);
            }
            assertThat(labels).allMatch(label -> label.y() >= frame.top() && label.y() <= frame.base());
        }
    }

    @Test
    void labelsStayInTheSlotOfTheirMachine() {
        var frame = new MemoryFrame(1024, 231, columnsOfAllKinds().size());
        Set<String> all = columnsOfAllKinds().stream()
                .map(column -> column.machine().id())
                .collect(Collectors.toSet());

        StackLayout layout = StackLayout.of(columnsOfAllKinds(), frame, ScaleMode.SAME_SCALE, all, new EvenRuler());

        assertThat(layout.columns())
                .allSatisfy(column -> assertThat(column.labels())
                        .allMatch(label -> label.box(new EvenRuler()).right() <= column.x() + column.slot()));
    }

    /// At every size a window can have, down to twelve machines in the smallest one.
    @ParameterizedTest(name = "{0} machines, {1} × {2}")
    @CsvSource(textBlock = """
         7,  960, 170
         7,  640, 170
         7,  640, 231
        12, 1024, 231
        12,  960, 170
        12,  640, 190
        """)
    void labelsNeverCrossEachOtherNorOutlinesNorTheNextColumn(int machines, double width, double height) {
        var ruler = new EvenRuler();
        List<MemoryColumn> columns = Stream.concat(columnsOfAllKinds().stream(), columnsOfAllKinds().stream())
                .limit(machines)
                .toList();
        MemoryFrame frame = new ColumnHeading(ruler).fit(columns, new MemoryFrame(width, height, machines));

        StackLayout layout = StackLayout.of(columns, frame, ScaleMode.SAME_SCALE, Set.of(), ruler);

        assertThat(layout.columns()).allSatisfy(column -> {
            List<Box> boxes = column.labels().stream()
                    .map(label -> label.box(ruler).grown(-1))
                    .toList();
            for (int i = 1; i < boxes.size(); i++) {
                assertThat(boxes.get(i).overlaps(boxes.get(i - 1)))
                        .as(
                                "%s and %s",
                                column.labels().get(i - 1), column.labels().get(i))
                        .isFalse();
            }
            assertThat(column.labels()).allSatisfy(label -> {
                assertThat(label.box(ruler).right()).isLessThanOrEqualTo(column.x() + column.slot());
                assertThat(label.text()).doesNotContain("…");
            });
        });
    }

    @Test
    void namesOfMemoriesGiveUpTheirSizeBeforeTheyAreCut() {
        var ruler = new EvenRuler();
        MemoryColumn omen = SevenMachines.columns().get(4);
        double slot = 24 + ruler.width("VRAM", TextStyle.TICK_STRONG);
        for (double wide = slot; wide < 200; wide += 7) {
            var frame = new MemoryFrame(MemoryFrame.LEFT + 16 + wide, 231, 1);
            StackLayout layout = StackLayout.of(List.of(omen), frame, ScaleMode.SAME_SCALE, Set.of(), ruler);
            assertThat(layout.columns().getFirst().labels().stream()
                            .filter(label -> label.kind() == SideLabel.Kind.POOL)
                            .map(SideLabel::text))
                    .as("%s wide", wide)
                    .allMatch(text -> List.of("VRAM 31.8", "VRAM\n31.8", "VRAM", "Host 64", "Host\n64", "Host")
                            .contains(text));
        }
    }

    @Test
    void allColumnsSayTheirUnitOrNone() {
        var ruler = new EvenRuler();
        for (double width = 400; width < 1_400; width += 20) {
            StackLayout layout = StackLayout.of(
                    SevenMachines.columns(), new MemoryFrame(width, 231, 7), ScaleMode.SAME_SCALE, Set.of(), ruler);
            FootLine.Form form = FootLine.form(layout.columns(), ruler);
            assertThat(layout.columns().stream()
                            .map(column -> FootLine.of(column, form, ruler).hasUnit())
                            .distinct())
                    .as("%s wide", width)
                    .hasSize(1);
        }
    }

    @Test
    void roomOverSeveralWidthsIsNamedClearOfTheLabelsBesideTheStack() {
        PlacedColumn studio = layout(ScaleMode.SAME_SCALE, Set.of()).columns().get(3);

        PlacedColumn.InnerNumber room = studio.numbers().stream()
                .filter(number -> number.part().part().part() == MemoryPart.SPARE)
                .findFirst()
                .orElseThrow();
        assertThat(room.text()).isEqualTo("401.7\nSpare");
        assertThat(room.box().width()).isEqualTo(2 * FRAME.columnWidth());
        assertThat(studio.labels()).noneMatch(label -> Math.abs(label.y() - room.y()) < 12);
    }

    @Test
    void theLargestRectangleSpansColumnsWhereThatIsLarger() {
        var low = new Box(0, 90, 30, 10);
        var high = new Box(30, 20, 30, 80);
        var higher = new Box(60, 0, 30, 100);

        assertThat(InnerNumbers.largest(List.of(low, high, higher))).isEqualTo(new Box(30, 20, 60, 80));
        assertThat(InnerNumbers.largest(List.of(low))).isEqualTo(low);
        assertThat(InnerNumbers.largest(List.of()).height()).isZero();
    }

    @Test
    void aLongNameLosesItsMiddleWordsFirst() {
        var ruler = new EvenRuler();
        double room = ruler.width("MacBook…M4 Max", TextStyle.NAME);

        assertThat(ruler.elidedName("MacBook Pro M4 Max", TextStyle.NAME, room)).isEqualTo("MacBook…M4 Max");
        assertThat(ruler.elidedName("mini", TextStyle.NAME, room)).isEqualTo("mini");
        assertThat(ruler.elidedName("Unbreakablelongname", TextStyle.NAME, room))
                .isEqualTo("Unbreakablelo…");
    }

    @Test
    void onlyTheLeftmostColumnAndTheHoveredOneCarryNames() {
        StackLayout layout = layout(ScaleMode.SAME_SCALE, Set.of("max"));

        assertThat(texts(layout, 0)).contains("KV cache 1.2", "Weights");
        assertThat(texts(layout, 1)).contains("1.2").doesNotContain("Weights");
        assertThat(texts(layout, 2)).contains("KV cache 1.2", "Weights");
    }

    @Test
    void labelsStayOffTheStepOfAnL() {
        StackLayout layout = layout(ScaleMode.SAME_SCALE, Set.of());

        PlacedPool pool = layout.columns().get(5).pools().getFirst();
        double step = pool.folded().endY(pool.capacity());
        double hatchEnd = pool.keptFree().getFirst().bottom();
        assertThat(layout.columns().get(5).labels())
                .noneMatch(label -> label.y() > step - 6 && label.y() < hatchEnd + 6);
    }

    @Test
    void theCardStandsAboveTheHost() {
        List<PlacedPool> pools =
                layout(ScaleMode.SAME_SCALE, Set.of()).columns().get(4).pools();

        assertThat(pools.get(1).bounds().bottom()).isCloseTo(FRAME.base(), within(1e-6));
        assertThat(pools.get(1).bounds().y() - pools.get(0).bounds().bottom())
                .isCloseTo(MemoryFrame.POOL_GAP, within(1e-6));
    }

    @Test
    void memoriesTooHighAboveEachOtherFoldEarlier() {
        var frame = new MemoryFrame(1024, 231, 6);
        StackLayout layout =
                StackLayout.of(SevenMachines.oddities(), frame, ScaleMode.SAME_SCALE, Set.of(), new EvenRuler());

        assertThat(layout.columns())
                .flatExtracting(PlacedColumn::pools)
                .allMatch(pool -> pool.bounds().y() >= frame.top() - 1);
    }

    @ParameterizedTest(name = "{0} GiB fold at {1}")
    @CsvSource(textBlock = """
        16,    16
        48,    64
        96,   128
        512,  128
        513,  256
        2048, 512
        """)
    void theFoldGrowsWithTheLargestMemory(double most, double fold) {
        MemoryColumn column = SevenMachines.unified(SevenMachines.SPARK, most, most, 1, 0, "", "1", "");

        Bytes found = Fold.of(List.of(new MemoryColumn(
                column.machine(),
                column.verdict(),
                List.of(""),
                List.of(new PoolBox(
                        "", SevenMachines.size(most), "", SevenMachines.size(most), List.of(), "", List.of())),
                "",
                "",
                "",
                "")));

        assertThat(found).isEqualTo(Bytes.ofGiB(fold));
    }

    @Test
    void ticksAreQuartersOfAFoldInGibibytesAndRoundInGigabytes() {
        var gib = new MemoryUnit("GiB", Bytes.PER_GIB, Long::toString);
        var gb = new MemoryUnit("GB", Bytes.PER_GB, Long::toString);

        assertThat(MemoryTicks.upTo(Bytes.ofGiB(128), gib).values()).containsExactly(0L, 32L, 64L, 96L, 128L);
        assertThat(MemoryTicks.upTo(Bytes.ofGiB(128), gb).values()).containsExactly(0L, 20L, 40L, 60L, 80L, 100L, 120L);
    }

    private static StackLayout layout(ScaleMode mode, Set<String> named) {
        return StackLayout.of(SevenMachines.columns(), FRAME, mode, named, new EvenRuler());
    }

    private static List<MemoryColumn> columnsOfAllKinds() {
        var all = new ArrayList<>(SevenMachines.columns());
        all.addAll(SevenMachines.oddities());
        return all;
    }

    private static Box bounds(StackLayout layout, int column) {
        return layout.columns().get(column).pools().getFirst().bounds();
    }

    private static double capacityArea(StackLayout layout, int column) {
        PlacedPool pool = layout.columns().get(column).pools().getFirst();
        return pool.folded().between(0, pool.capacity()).stream()
                .mapToDouble(box -> box.width() * box.height())
                .sum();
    }

    private static List<String> texts(StackLayout layout, int column) {
        return layout.columns().get(column).labels().stream()
                .map(SideLabel::text)
                .toList();
    }
}
