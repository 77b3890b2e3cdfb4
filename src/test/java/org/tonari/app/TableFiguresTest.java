package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tonari.domain.machine.Machine;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// What the table of machines says after its rows have changed places.
@ExtendWith(ApplicationExtension.class)
class TableFiguresTest {
    private static final int SETTLING_FRAMES = 5;

    private final TestWindow window = new TestWindow(Composition.shipped(), new AppearanceViewModel());
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        scene = window.show(stage, 1_280, 800);
    }

    @Test
    void everyFigureHasTheRoomItNeedsWhenRowsMoveAndJoin(FxRobot robot) {
        Frames.pass(SETTLING_FRAMES);
        ColumnsViewModel columns = window.workbench.columns();
        robot.interact(() -> {
            columns.readAll();
            columns.move(ids(columns).getFirst(), 2);
        });
        Frames.pass(SETTLING_FRAMES);
        robot.interact(() -> columns.add(spare(columns)));
        Frames.pass(SETTLING_FRAMES);
        robot.interact(() -> columns.remove(ids(columns).get(1)));
        Frames.pass(SETTLING_FRAMES);
        robot.interact(() -> assertThat(cut()).isEmpty());
    }

    @Test
    void aWideFontAPinAndANarrowWindowCutNeitherHeadsNorFigures(FxRobot robot) {
        robot.interact(() -> {
            scene.getStylesheets().add(FontSheet.of("DejaVu Sans"));
            window.workbench.pins().pin();
        });
        for (double width : new double[] {1_280, 1_600, 960}) {
            robot.interact(() -> scene.getWindow().setWidth(width));
            Frames.pass(SETTLING_FRAMES);
            robot.interact(() -> {
                assertThat(cutHeads()).as("heads at %s", width).isEmpty();
                assertThat(cutFigures()).as("figures at %s", width).isEmpty();
            });
        }
    }

    private List<String> cutHeads() {
        return scene.lookup("#table").lookupAll(".column-head").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(head -> head.lookup(".text") instanceof Text text
                        && !text.getText()
                                .replace("\n", " ")
                                .equals(head.getText().replace("\n", " ")))
                .map(Label::getText)
                .toList();
    }

    private List<String> cutFigures() {
        return scene.lookup("#table").lookupAll(".table-cell .label").stream()
                .map(Label.class::cast)
                .filter(label -> label.lookup(".text") instanceof Text text
                        && !text.getText().equals(label.getText()))
                .map(Label::getText)
                .toList();
    }

    private static Machine spare(ColumnsViewModel columns) {
        return columns.knownProperty().get().stream()
                .filter(machine -> !ids(columns).contains(machine.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(ColumnsViewModel columns) {
        return columns.candidatesProperty().getValue().all().stream()
                .map(column -> column.id())
                .toList();
    }

    /// Figures narrower than they want to be though their cells have the room.
    private List<String> cut() {
        return scene.lookup("#table").lookupAll(".table-cell .label").stream()
                .filter(node -> node instanceof Label label
                        && !label.isManaged()
                        && label.getParent() instanceof Region cell
                        && label.getWidth() < Math.min(cell.getWidth(), Math.floor(label.prefWidth(-1))))
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
