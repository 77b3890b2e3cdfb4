package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.machine.Machine;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.MatrixViewModel;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// The columns of "What fits where?" in the real window.
@ExtendWith(ApplicationExtension.class)
class MatrixColumnsTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final int BEFORE_MACHINES = 2;

    private Workbench workbench = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        var window = new TestWindow(COMPOSITION, new AppearanceViewModel());
        workbench = window.workbench;
        scene = window.show(stage, 1_280, 800);
    }

    @Test
    void columnsFollowTheMachinesOnScreenAndAreTakenIntoUseAgain(FxRobot robot) {
        robot.interact(() -> workbench.pages().shownProperty().set(Page.MATRIX));
        checkHeads();
        List<TableColumn<MatrixViewModel.Row, ?>> first = List.copyOf(table().getColumns());

        robot.interact(() -> workbench.columns().remove(machines().getFirst().id()));
        checkHeads();
        assertThat(table().getColumns()).isEqualTo(first.subList(0, first.size() - 1));

        robot.interact(() -> workbench.root().undo());
        checkHeads();
        assertThat(table().getColumns()).isEqualTo(first);
    }

    @Test
    void sortingByAMachineEndsWhenAnotherTakesItsPlaceAndStaysWhenItDoesNot(FxRobot robot) {
        robot.interact(() -> workbench.pages().shownProperty().set(Page.MATRIX));
        checkHeads();
        robot.interact(() -> {
            table().getSortOrder().add(table().getColumns().get(BEFORE_MACHINES));
            workbench.columns().remove(machines().getLast().id());
        });
        checkHeads();
        assertThat(table().getSortOrder()).containsExactly(table().getColumns().get(BEFORE_MACHINES));

        robot.interact(() -> workbench.columns().remove(machines().getFirst().id()));
        checkHeads();
        assertThat(table().getSortOrder()).isEmpty();
    }

    /// Each column tells the answers of the machine that it is called by, under the machines on screen.
    private void checkHeads() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(heads())
                .isEqualTo(named(machines().stream().map(Candidate::machine)))
                .isEqualTo(named(table().getItems().getFirst().cells().stream().map(MatrixViewModel.Cell::machine)));
    }

    private static List<String> named(Stream<Machine> machines) {
        return machines.map(machine -> "matrix-" + machine.id()).toList();
    }

    private List<String> heads() {
        return table().getColumns().stream()
                .skip(BEFORE_MACHINES)
                .map(TableColumn::getId)
                .toList();
    }

    private List<Candidate> machines() {
        return workbench.root().getComparison().candidates().all().stream()
                .filter(Candidate::isShown)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private TableView<MatrixViewModel.Row> table() {
        return (TableView<MatrixViewModel.Row>) scene.lookup("#matrix");
    }
}
