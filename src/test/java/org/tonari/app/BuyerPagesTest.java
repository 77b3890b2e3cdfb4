package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.chart.Mark;
import org.tonari.chart.plane.PlaneChart;
import org.tonari.chart.plane.PlanePoint;
import org.tonari.domain.machine.Machine;
import org.tonari.text.FigureTable;
import org.tonari.text.Language;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// The buyer's pages in the real window.
@ExtendWith(ApplicationExtension.class)
class BuyerPagesTest {
    private static final Composition COMPOSITION = Composition.shipped();

    /// Columns of few digits stay narrow where the others leave room.
    private static final double LEAST_FILLED = 0.75;

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(stage, 1_280, 800);
    }

    @Test
    void everyPageShowsARowForEachMachineOrClaimInEveryLanguage(FxRobot robot) {
        var rows = Map.of(
                Page.COMPATIBILITY, 7,
                Page.REACH, 21,
                Page.COST, 7,
                Page.ADVICE, 7,
                Page.CLAIMS, 50);
        for (Language language : Language.values()) {
            robot.interact(() -> appearance.languageProperty().set(language));
            rows.forEach((page, count) -> {
                show(robot, page);
                assertThat(table(page).getItems()).as(page + " in " + language).hasSize(count);
            });
        }
    }

    @Test
    void tablesTakeTheWidthOfThePageInEveryLanguage(FxRobot robot) {
        for (Language language : List.of(Language.ENGLISH, Language.JAPANESE)) {
            robot.interact(() -> appearance.languageProperty().set(language));
            for (Page page : List.of(Page.COMPATIBILITY, Page.REACH, Page.COST, Page.ADVICE, Page.CLAIMS)) {
                show(robot, page);
                double columns = table(page).getColumns().stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum();
                assertThat(columns)
                        .as(page + " in " + language)
                        .isGreaterThan(LEAST_FILLED * table(page).getWidth());
            }
        }
    }

    @Test
    void columnsTakeTheRoomThatComesBack(FxRobot robot) {
        show(robot, Page.CLAIMS);
        TableView<?> table = table(Page.CLAIMS);
        robot.interact(() -> {
            double roomy = table.getWidth();
            table.resize(120, table.getHeight());
            table.resize(roomy, table.getHeight());
        });

        assertThat(table.getColumns().stream()
                        .mapToDouble(TableColumn::getWidth)
                        .sum())
                .isGreaterThan(table.getWidth() * 0.95);
    }

    @Test
    void signsGrowWithTheTypeBesideThem(FxRobot robot) {
        show(robot, Page.CLAIMS);
        robot.interact(() -> appearance.zoomProperty().set(2));
        robot.interact(() -> scene.getRoot().layout());

        assertThat(table(Page.CLAIMS).lookupAll(".glyph-box"))
                .isNotEmpty()
                .allSatisfy(sign -> assertThat(sign.getScaleX()).isEqualTo(2));
    }

    @Test
    void aNumberExplainsItselfByKeyboard(FxRobot robot) {
        show(robot, Page.COST);
        TableView<Object> table = cast(table(Page.COST));

        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
            table.getFocusModel().focus(0, table.getColumns().get(4));
        });
        robot.type(KeyCode.ENTER);

        assertThat(window.workbench.pages().explainedProperty().get()).isPresent();
        assertThat(scene.lookup("#term")).isNotNull();
    }

    @Test
    void aTypedPriceOfElectricityMovesTheTableAndABadOneIsMarked(FxRobot robot) {
        show(robot, Page.COST);
        TextField box = (TextField) scene.lookup("#cost-electricity");
        String before = shown(0, 6);

        robot.interact(() -> {
            box.requestFocus();
            box.setText("62");
        });
        robot.type(KeyCode.ENTER);
        assertThat(shown(0, 6)).isNotEqualTo(before);

        robot.interact(() -> box.setText("cheap"));
        robot.type(KeyCode.ENTER);
        assertThat(box.getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("wrong"));

        robot.interact(() -> window.workbench.root().undo());
        assertThat(shown(0, 6)).isEqualTo(before);
    }

    @Test
    void theRooflineMovesWithTheContextAndItsPointsExplainThemselves(FxRobot robot) {
        show(robot, Page.REACH);
        PlaneChart chart = (PlaneChart) scene.lookup("#reach-chart");
        PlanePoint before = chart.getContent().points().get(1);

        robot.interact(() -> window.workbench.context().enter("128k"));
        PlanePoint after = chart.getContent().points().get(1);
        assertThat(after.x()).isNotEqualTo(before.x());

        robot.interact(() -> {
            chart.requestFocus();
            chart.setHovered(new Mark.Point(after.machine().id(), after.series()));
        });
        robot.type(KeyCode.ENTER);
        assertThat(window.workbench.pages().explainedProperty().get()).isPresent();
    }

    @Test
    void whatStandsBehindTheFirstRowIsThereBeforeOneIsChosen(FxRobot robot) {
        show(robot, Page.COMPATIBILITY);
        assertThat(((VBox) scene.lookup("#decision-path")).getChildren()).hasSizeGreaterThan(3);

        show(robot, Page.CLAIMS);
        VBox statements = (VBox) scene.lookup("#claim-statements");
        assertThat(((Label) statements.getChildren().getFirst()).getText()).startsWith("C01");
    }

    @Test
    void aMachineShowsItsDecisionAndAWishItsReasons(FxRobot robot) {
        show(robot, Page.COMPATIBILITY);
        robot.interact(() -> table(Page.COMPATIBILITY).getSelectionModel().clearAndSelect(2));
        VBox path = (VBox) scene.lookup("#decision-path");
        assertThat(((Label) path.getChildren().getFirst()).getText()).contains("MacBook");
        assertThat(path.getChildren()).hasSizeGreaterThan(3);

        show(robot, Page.ADVICE);
        VBox reasons = (VBox) scene.lookup("#advice-reasons");
        assertThat(reasons.getChildren()).hasSizeGreaterThan(3);
    }

    @Test
    void aRowChosenInASortedTableShowsWhatStandsBehindItAndAnotherLanguageKeepsBoth(FxRobot robot) {
        show(robot, Page.COMPATIBILITY);
        TableView<Object> table = cast(table(Page.COMPATIBILITY));
        List<TableColumn<Object, ?>> columns = List.copyOf(table.getColumns());
        String english = columns.getFirst().getText();
        String first = behind();

        robot.interact(() -> {
            columns.getFirst().setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().add(columns.getFirst());
            table.getSelectionModel().clearAndSelect(0);
        });
        String sorted = behind();
        assertThat(sorted).isNotEqualTo(first).contains(machine(table, 0));

        robot.interact(() -> appearance.languageProperty().set(Language.JAPANESE));
        assertThat(table.getColumns()).isEqualTo(columns);
        assertThat(table.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(behind()).contains(machine(table, 0));
        assertThat(columns.getFirst().getText()).isNotEqualTo(english);
    }

    /// @return the head over what stands behind the chosen row
    private String behind() {
        VBox path = (VBox) scene.lookup("#decision-path");
        return ((Label) path.getChildren().getFirst()).getText();
    }

    private String machine(TableView<Object> table, int row) {
        String named = ((FigureTable.Cell) table.getColumns().getFirst().getCellData(row)).shown();
        return window.workbench.root().getComparison().machines().stream()
                .filter(machine -> machine.shortName().equals(named))
                .map(Machine::name)
                .findFirst()
                .orElseThrow();
    }

    private void show(FxRobot robot, Page page) {
        robot.interact(() -> window.workbench.pages().shownProperty().set(page));
        robot.interact(() -> scene.getRoot().layout());
    }

    private TableView<?> table(Page page) {
        String id = page == Page.COST ? "costs" : page.name().toLowerCase(Locale.ROOT);
        return (TableView<?>) scene.lookup("#" + id);
    }

    private String shown(int row, int column) {
        TableView<?> table = table(Page.COST);
        return cast(table).getColumns().get(column).getCellData(row).toString();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> cast(TableView<?> table) {
        return (TableView<Object>) table;
    }
}
