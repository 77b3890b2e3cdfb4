package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.tonari.app.StateGallery.Staged;
import org.tonari.text.Language;
import org.tonari.view.Stylesheets;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A window in Japanese or Chinese says nothing in English, wherever a person looks or listens.
@ExtendWith(ApplicationExtension.class)
class LeftInEnglishTest {
    private static final Composition COMPOSITION = Composition.shipped();
    private static final Pattern ENGLISH = Pattern.compile("(?:[A-Za-z][a-z]+[ ,;:'’-]+){2,}[a-z]{2,}");

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    /// Commands, ids of machines and of back ends, and names of files are written as a program reads them.
    private static final Pattern FOR_PROGRAMS = Pattern.compile("tonari("
        + " (compare|list|check|[\\w-]*\\.?tonari|machines|FILE|--?[\\w-]+|[\\w.-]+\\.json|[\\w.]*\\d[\\w.-]*|[a-z]{2}(-[A-Z]{2})?(?="
        + " |$)))+|[a-z0-9]+(-[a-z0-9.]+)+|(cuda|metal|vulkan|rocm|cpu)(, (cuda|metal|vulkan|rocm|cpu))+");
    private static final Set<String> NAMING = Set.of("name", "short_name", "source", "citation", "quote", "id");
    private static final List<String> NAMES = new ArrayList<>();

    /// Names and what sources say are the same in every language.
    @BeforeAll
    static void readNames() throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("profiles"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                JsonNode profile = JsonMapper.shared().readTree(Files.readString(file));
                for (String field : NAMING) {
                    profile.findValues(field).stream()
                            .filter(JsonNode::isString)
                            .map(JsonNode::stringValue)
                            .filter(text -> text.indexOf(' ') > 0)
                            .forEach(names::add);
                }
            }
        }
        NAMES.addAll(names);
        NAMES.sort(Comparator.comparingInt(String::length).reversed());
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ENGLISH"},
            mode = EnumSource.Mode.EXCLUDE)
    void noPageAndNoDialogSpeaksEnglish(Language language, FxRobot robot) {
        var found = new TreeSet<String>();
        robot.interact(() -> {
            var window = window(language);
            Scene scene = shown(window);
            for (Page page : Page.values()) {
                window.workbench.pages().shownProperty().set(page);
                found.addAll(english(page.name(), scene));
            }
            window.workbench.pages().shownProperty().set(Page.WORKBENCH);
            for (DialogGallery.Shown dialog : DialogGallery.all()) {
                if (!dialog.name().matches(".*-(double|large|commands|profiles)")) {
                    dialog.open().accept(scene.getRoot(), window.workbench);
                    Scene opened = DialogGallery.opened();
                    found.addAll(english(dialog.name(), opened));
                    opened.getWindow().hide();
                }
            }
            scene.getWindow().hide();
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noStateOfTheWorkbenchSpeaksEnglish(FxRobot robot) {
        var found = new TreeSet<String>();
        robot.interact(() -> {
            for (StateGallery.State state : StateGallery.all()) {
                var window = window(Language.JAPANESE);
                Scene scene = shown(window);
                state.set().accept(Staged.of(scene, window.workbench));
                found.addAll(english(state.name(), scene));
                scene.getWindow().hide();
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void aBadFileIsToldInTheReadersLanguage(@TempDir Path folder, FxRobot robot) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.tonari"), "{\"kind\": 1}");

        robot.interact(() -> {
            var window = window(Language.JAPANESE);
            Scene scene = shown(window);
            window.workbench.work().open(bad);

            assertThat(scene.lookup("#notice"))
                    .isInstanceOfSatisfying(
                            Label.class,
                            notice -> assertThat(notice.getText()).isEqualTo("開けません。" + bad + "：kind：必要なのは文字列、実際は1"));
            window.appearance.languageProperty().set(Language.TRADITIONAL_CHINESE);

            assertThat(scene.lookup("#notice"))
                    .isInstanceOfSatisfying(
                            Label.class, notice -> assertThat(notice.getText()).endsWith(bad + "：kind：應為文字，實際為1"));
            scene.getWindow().hide();
        });
    }

    private static TestWindow window(Language language) {
        var appearance = new AppearanceViewModel();
        appearance.languageProperty().set(language);
        return new TestWindow(COMPOSITION, appearance);
    }

    private static Scene shown(TestWindow window) {
        var stage = new Stage();
        Scene scene = window.scene(1_280, 800);
        Stylesheets.shade(scene, Stylesheets.Shade.LIGHT);
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private static List<String> english(String where, Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return WrittenWords.of(scene).stream()
                .filter(text -> ENGLISH.matcher(withoutNames(text)).find())
                .map(text -> where + ": " + text.replace("\n", "⏎"))
                .toList();
    }

    private static String withoutNames(String text) {
        String rest = text;
        for (String name : NAMES) {
            rest = rest.replace(name, "…");
        }
        return FOR_PROGRAMS.matcher(ADDRESS.matcher(rest).replaceAll("…")).replaceAll("…");
    }
}
