package org.tonari.viewmodel.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Speed;
import org.tonari.viewmodel.choosing.ContextViewModel;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.choosing.PinsViewModel;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.table.TableViewModel.Direction;
import org.tonari.viewmodel.table.TableViewModel.Order;

class TableViewModelTest {
    private final Desk desk = new Desk();
    private final TableViewModel table = new TableViewModel(desk.root);

    @Test
    void theFastestStandsFirstAndWhatDoesNotRunLast() {
        assertThat(machines()).startsWith("dgx-spark").endsWith("mac-mini-m4-pro-64");
    }

    @Test
    void sortingTwiceTurnsTheOrderButKeepsTheUnknownLast() {
        table.sortBy(TableColumn.DECODE);

        assertThat(table.orderProperty().get()).isEqualTo(new Order(TableColumn.DECODE, Direction.UP));
        assertThat(machines()).containsExactly("hp-omen-45l-rtx-5090", "dgx-spark", "mac-mini-m4-pro-64");
    }

    @Test
    void spareSortsTheMostFirst() {
        table.sortBy(TableColumn.SPARE);

        assertThat(machines()).startsWith("dgx-spark").endsWith("mac-mini-m4-pro-64");
    }

    @Test
    void rowsStayTheSameWhileTheirFiguresChange() {
        var before = List.copyOf(table.rows());
        var figures = before.getFirst().getColumn();

        new ContextViewModel(desk.root).enter("64k");
        desk.pulse.tick();

        assertThat(table.rows()).isEqualTo(before);
        assertThat(table.rows().getFirst().getColumn()).isNotSameAs(figures);
    }

    @Test
    void rowsKeepTheirPlacesWhileSomethingIsDragged() {
        var context = new ContextViewModel(desk.root);
        table.sortBy(TableColumn.SPARE);
        List<String> before = machines();
        context.hold();
        table.sortBy(TableColumn.SPARE);

        assertThat(machines()).isEqualTo(before);

        context.enter("64k");
        desk.pulse.tick();
        context.release();

        assertThat(machines()).isNotEqualTo(before);
    }

    @Test
    void rowsAreSortedByTheSpeedOfAllUsersWhileThatIsShown() {
        new FieldsViewModel(desk.root).users().enter("16");
        desk.root.measureProperty().set(SpeedMeasure.ALL_USERS);
        desk.pulse.tick();
        table.sortBy(TableColumn.INTERVAL);
        table.sortBy(TableColumn.DECODE);

        List<Double> shown = table.rows().stream()
                .flatMap(row -> row.getColumn().estimate().speed().known().stream())
                .map(speed -> speed.aggregate().value())
                .toList();
        assertThat(shown).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
        Results.Column first = table.rows().getFirst().getColumn();
        assertThat(TableColumn.DECODE.key(first, desk.root.getResults())).hasValue(shown.getFirst());
        Speed.Known speed = first.estimate().speed().known().orElseThrow();
        assertThat(shown.getFirst()).isGreaterThan(speed.decode().value());
    }

    @Test
    void differencesSortByThemselves() {
        new PinsViewModel(desk.root).pin();
        new ContextViewModel(desk.root).enter("128k");
        desk.pulse.tick();
        table.sortBy(TableColumn.DELTA_RATE);

        List<Double> lost = table.rows().stream()
                .map(row -> TableColumn.DELTA_RATE.key(row.getColumn(), desk.root.getResults()))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        assertThat(lost).hasSizeGreaterThan(1).isSorted().allMatch(change -> change < 0);
    }

    @Test
    void whatAWhatIfWouldTakeIsPositiveWhereItIsMore() {
        desk.root.imagine();
        new ContextViewModel(desk.root).enter("128k");
        desk.pulse.tick();

        assertThat(TableColumn.DELTA_MEMORY
                        .key(table.rows().getFirst().getColumn(), desk.root.getResults())
                        .orElseThrow())
                .isPositive();
    }

    private List<String> machines() {
        return table.rows().stream().map(row -> row.getColumn().machine().id()).toList();
    }
}
