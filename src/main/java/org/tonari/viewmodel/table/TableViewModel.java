package org.tonari.viewmodel.table;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tonari.units.TokensPerSecond;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The table: one row for each machine, in a chosen order. UI thread only.
///
/// Rows stay the same objects while their figures change, and move only when their order does.
public final class TableViewModel {
    private final WorkbenchViewModel workbench;
    private final Map<String, Row> known = new HashMap<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<Order> order =
            new SimpleObjectProperty<>(new Order(TableColumn.DECODE, Direction.DOWN));

    private final BooleanProperty onlyFast = new SimpleBooleanProperty(false);

    /// Which way a column is sorted.
    public enum Direction {
        UP,
        DOWN
    }

    /// @param column    what rows are sorted by
    /// @param direction which way; rows without the figure always come last
    public record Order(TableColumn column, Direction direction) {}

    /// A machine in the table.
    public static final class Row {
        private final ReadOnlyObjectWrapper<Results.Column> column;

        Row(Results.Column first) {
            this.column = new ReadOnlyObjectWrapper<>(first);
        }

        /// @return the machine's figures
        public ReadOnlyObjectProperty<Results.Column> columnProperty() {
            return column.getReadOnlyProperty();
        }

        /// @return the machine's figures as they stand
        public Results.Column getColumn() {
            return column.get();
        }
    }

    /// @param workbench whose machines are listed
    public TableViewModel(WorkbenchViewModel workbench) {
        this.workbench = workbench;
        workbench.resultsProperty().addListener(_ -> refresh());
        workbench.settledProperty().addListener(_ -> refresh());
        order.addListener(_ -> refresh());
        onlyFast.addListener(_ -> refresh());
        refresh();
    }

    /// @return the rows in order; read-only
    public ObservableList<Row> rows() {
        return readOnlyRows;
    }

    /// @return what the rows are sorted by
    public ReadOnlyObjectProperty<Order> orderProperty() {
        return order;
    }

    /// @return whether only machines are listed that reach the speed wished for
    public BooleanProperty onlyFastProperty() {
        return onlyFast;
    }

    private boolean isListed(Results.Column column) {
        Optional<TokensPerSecond> wish =
                workbench.getResults().comparison().target().filter(_ -> onlyFast.get());
        return wish.isEmpty()
                || column.estimate()
                        .speed()
                        .known()
                        .filter(known -> known.decode().value() >= wish.get().magnitude())
                        .isPresent();
    }

    /// Sorts by a column; by the one already sorted by, the other way round.
    public void sortBy(TableColumn column) {
        Order now = order.get();
        if (now.column() != column) {
            order.set(new Order(column, natural(column)));
        } else {
            order.set(new Order(column, now.direction() == Direction.UP ? Direction.DOWN : Direction.UP));
        }
    }

    private static Direction natural(TableColumn column) {
        return switch (column) {
            case SPARE, LONGEST_CONTEXT, DECODE -> Direction.DOWN;
            case MACHINE,
                    VERDICT,
                    INTERVAL,
                    FIRST_TOKEN,
                    POWER,
                    ENERGY,
                    PRICE,
                    PRICE_PER_SPEED,
                    DELTA_MEMORY,
                    DELTA_RATE -> Direction.UP;
        };
    }

    /// While something is dragged rows keep their places, so that no figure jumps about; they are sorted on release.
    private void refresh() {
        if (workbench.isHeld() && showsSameMachines()) {
            workbench.getResults().columns().forEach(this::row);
            return;
        }
        List<Row> sorted = workbench.getResults().columns().stream()
                .filter(this::isListed)
                .sorted(comparator())
                .map(this::row)
                .toList();
        if (!sorted.equals(rows)) {
            rows.setAll(sorted);
        }
    }

    private boolean showsSameMachines() {
        List<String> listed =
                rows.stream().map(row -> row.getColumn().machine().id()).toList();
        List<Results.Column> columns = workbench.getResults().columns();
        return listed.size() == columns.stream().filter(this::isListed).count()
                && columns.stream()
                        .filter(this::isListed)
                        .allMatch(column -> listed.contains(column.machine().id()));
    }

    private Row row(Results.Column column) {
        Row row = known.computeIfAbsent(column.machine().id(), _ -> new Row(column));
        row.column.set(column);
        return row;
    }

    private Comparator<Results.Column> comparator() {
        TableColumn column = order.get().column();
        Results results = workbench.getResults();
        double sign = order.get().direction() == Direction.UP ? 1 : -1;
        return Comparator.<Results.Column>comparingDouble(row -> {
                    OptionalDouble key = column.key(row, results);
                    return key.isPresent() ? sign * key.getAsDouble() : Double.POSITIVE_INFINITY;
                })
                .thenComparingInt(Results.Column::place);
    }
}
