package org.tonari.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.viewmodel.TableViewModel.Direction;
import org.tonari.viewmodel.TableViewModel.Order;

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

    private List<String> machines() {
        return table.rows().stream().map(row -> row.getColumn().machine().id()).toList();
    }
}
