package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.VerdictMark;
import org.tonari.chart.memory.MemoryColumn;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.speed.ContextAxis;
import org.tonari.chart.speed.Curve;
import org.tonari.chart.speed.CurvePoint;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.domain.model.LanguageModel;
import org.tonari.text.Language;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.work.Sharing;

/// The real window, driven by a robot.
@ExtendWith(ApplicationExtension.class)
class WorkbenchWindowTest {
    private static final Composition COMPOSITION = Composition.shipped();

    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private TestWindow window = null;
    private Scene scene = null;

    @Start
    void start(Stage stage) {
        appearance.themeProperty().set(Theme.LIGHT);
        window = new TestWindow(COMPOSITION, appearance);
        scene = window.show(stage, 980, 700);
    }

    @Test
    void draggingTheSliderMovesStackVerdictAndCurve(FxRobot robot) {
        robot.interact(() -> window.workbench.fields().pickModel(model("llama-3.1-8b")));
        robot.interact(() -> window.workbench
                .fields()
                .pickWeights(window.workbench.root().choices().weights().stream()
                        .filter(format -> format.id().equals("bf16"))
                        .findFirst()
                        .orElseThrow()));
        robot.interact(() -> window.workbench.fields().users().enter("4"));
        Bytes cacheBefore = cache(memory().getStacks().getLast());
        assertThat(memory().getStacks().getLast().verdict()).isNotEqualTo(VerdictMark.DOES_NOT_FIT);

        ContextAxis axis = speed().getContextAxis();
        Node slider = scene.lookup("#context-slider");
        var end = slider.localToScreen(axis.end(), 16);
        robot.drag("#context-thumb").dropTo(end.getX(), end.getY());

        assertThat(context()).isEqualTo(131_072);
        assertThat(cache(memory().getStacks().getLast())).isGreaterThan(cacheBefore);
        assertThat(memory().getStacks().getLast().verdict()).isEqualTo(VerdictMark.DOES_NOT_FIT);
        assertThat(speed().getScrub()).isEqualTo(131_072);
        Curve fits = speed().getCurves().getFirst();
        assertThat(fits.points()).extracting(CurvePoint::at).contains(131_072.0);

        robot.interact(() -> window.workbench.root().undo());
        assertThat(context()).isEqualTo(32_768);
    }

    @Test
    void aBadContextIsMarkedAndTheWindowGoesOn(FxRobot robot) {
        TextField box = robot.lookup("#context-box").queryAs(TextField.class);

        robot.interact(() -> {
            box.requestFocus();
            box.setText("many");
        });
        robot.type(KeyCode.ENTER);
        assertThat(context()).isEqualTo(32_768);
        assertThat(box.getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("wrong"));

        robot.interact(() -> box.setText("64k"));
        robot.type(KeyCode.ENTER);
        assertThat(context()).isEqualTo(65_536);
        assertThat(box.getText()).isEqualTo("65,536");
        assertThat(box.getPseudoClassStates())
                .noneMatch(state -> state.getPseudoClassName().equals("wrong"));
    }

    @Test
    void languageAndThemeChangeWhileTheWindowIsOpen(FxRobot robot) {
        robot.interact(() -> appearance.languageProperty().set(Language.JAPANESE));
        assertThat(texts()).contains("メモリ", "速度", "重み").doesNotContain("Memory", "Speed");

        robot.interact(() -> appearance.themeProperty().set(Theme.DARK));
        assertThat(scene.getRoot().getStyleClass()).contains("dark");

        robot.interact(() -> appearance.languageProperty().set(Language.ENGLISH));
        assertThat(texts()).contains("Memory", "Speed", "Weights").doesNotContain("メモリ");
    }

    @Test
    void aSearchWithoutAHitOffersTheNearestThree(FxRobot robot) {
        robot.interact(() -> robot.lookup("#model").queryButton().fire());
        TextField search = robot.lookup("#model-search").queryAs(TextField.class);

        robot.interact(() -> search.setText("gpt-os-121b"));

        ListView<?> list = robot.lookup("#model-list").queryListView();
        assertThat(list.getItems()).hasSize(4);
        assertThat(list.getItems().get(1)).asString().contains("gpt-oss-120b");
    }

    @Test
    void aPictureIsSavedWholeAndSharp(FxRobot robot, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("sheet.png");

        robot.interact(() -> window.workbench.exports().save(file));
        WaitForAsyncUtils.waitForFxEvents();

        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(2_560);
        assertThat(picture.getHeight()).isBetween(1_700, 2_100);
        var colours = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colours.add(picture.getRGB(x, y) & 0xFFFFFF);
            }
        }
        // Weights, KV cache and over-limit colours of the memory palette are there.
        assertThat(colours).contains(0x0072B2, 0xE69F00, 0xD55E00);
        assertThat(edgeIsBlank(picture)).as("nothing is cut off at the right").isTrue();
        assertThat(window.notices.passingProperty().get()).contains(new Notice.Saved(file.toString()));
    }

    @Test
    void theExportDialogShowsWhatWillBeWritten(FxRobot robot) {
        robot.push(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN));
        WaitForAsyncUtils.waitForFxEvents();

        ImageView preview = robot.lookup("#export-dialog .preview .image-view").queryAs(ImageView.class);
        assertThat(preview.getImage().getWidth()).isEqualTo(1_280);
        assertThat(window.workbench.exports().formatProperty().get().kind()).isEqualTo(Sharing.Kind.PNG);

        robot.clickOn("CSV");
        assertThat(window.workbench.exports().formatProperty().get().kind()).isEqualTo(Sharing.Kind.CSV);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void pointingAtAPartSaysItsSizeInBothUnits(FxRobot robot) {
        MemoryStackChart chart = memory();
        Node tooltip = scene.lookup(".chart-tooltip");
        assertThat(tooltip.isVisible()).isFalse();

        robot.moveTo(chart.localToScreen(88, chart.getHeight() - 60));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(chart.getHovered()).isInstanceOf(Mark.Part.class);
        assertThat(tooltip.isVisible()).isTrue();
        assertThat(tooltip.lookupAll(".label"))
                .extracting(label -> ((Labeled) label).getText())
                .contains("DGX Spark", "GiB", "GB");
    }

    @Test
    void theSummaryCarriesTheCommandLineThatReproducesIt(FxRobot robot) {
        robot.interact(() -> window.workbench.context().enter("64k"));
        WaitForAsyncUtils.waitForFxEvents();
        var copied = new StringBuilder();

        robot.interact(() -> window.workbench.exports().copySummary(copied::append));

        assertThat(copied.toString()).contains("DGX Spark", "tonari compare", "--context 65536");
    }

    @Test
    void aFaultIsSaidWithItsCodeAndTheWindowGoesOn(FxRobot robot) {
        robot.interact(() -> window.notices.fault(new IllegalStateException("test")));

        assertThat(robot.lookup("#notice").queryLabeled().getText()).contains("T-");
        robot.interact(() -> window.workbench.context().enter("8k"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.workbench.root().getResults().context().count()).isEqualTo(8_192);
    }

    private long context() {
        return window.workbench
                .root()
                .getComparison()
                .setup()
                .workload()
                .context()
                .count();
    }

    private static LanguageModel model(String id) {
        return COMPOSITION.choices().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private MemoryStackChart memory() {
        WaitForAsyncUtils.waitForFxEvents();
        return (MemoryStackChart) scene.lookup("#memory-chart");
    }

    private ThroughputChart speed() {
        WaitForAsyncUtils.waitForFxEvents();
        return (ThroughputChart) scene.lookup("#speed-chart");
    }

    private static Bytes cache(MemoryColumn column) {
        return column.pools().stream()
                .flatMap(pool -> pool.parts().stream())
                .filter(part -> part.part() == MemoryPart.KV_CACHE)
                .map(part -> part.size().orNothing())
                .reduce(Bytes.ZERO, Bytes::plus);
    }

    private List<String> texts() {
        WaitForAsyncUtils.waitForFxEvents();
        return scene.getRoot().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    /// The table's bands run to the edge, letters and curves do not.
    private static boolean edgeIsBlank(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            int luminance = picture.getRGB(picture.getWidth() - 6, y) & 0xFF;
            if (luminance < 0x80) {
                return false;
            }
        }
        return true;
    }
}
