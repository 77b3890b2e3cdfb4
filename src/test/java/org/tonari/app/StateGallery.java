package org.tonari.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.tonari.chart.CanvasControl;
import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.memory.MemoryStackChart;
import org.tonari.chart.speed.ThroughputChart;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.explain.Phrase;
import org.tonari.text.ByteUnit;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel.ColumnScale;
import org.tonari.viewmodel.window.AppearanceViewModel.Prices;
import org.tonari.viewmodel.window.Notice;

/// States of the window that nobody meets by opening it, brought about one by one to be drawn like pages.
final class StateGallery {
    private static final String SPARK = "dgx-spark";
    private static final String MAC = "macbook-pro-m4-max-128";
    private static final List<String> FIVE_MORE =
            List.of("dgx-station-gb300", "jetson-thor-128", "m3-ultra-256", "rtx-pro-6000-96", "strix-halo-128");

    private StateGallery() {}

    /// A window in the middle of something.
    ///
    /// @param scene   what is drawn
    /// @param desk    what it shows
    /// @param charts  the two charts of the workbench
    record Staged(Scene scene, Workbench desk, Charts charts) {
        static Staged of(Scene scene, Workbench desk) {
            var memory = (MemoryStackChart) scene.lookup(".memory-stack-chart");
            var speed = (ThroughputChart) scene.lookup(".throughput-chart");
            return new Staged(scene, desk, new Charts(memory, speed));
        }
    }

    /// @param memory the stacks
    /// @param speed  the curves
    record Charts(MemoryStackChart memory, ThroughputChart speed) {}

    /// A state.
    ///
    /// @param name of its pictures
    /// @param set  brings it about in a fresh window
    record State(String name, Consumer<Staged> set) {}

    /// @return every state
    static List<State> all() {
        return List.of(
                new State("state-zoomed", at -> at.charts().speed().zoomAxis(32_768, 4)),
                new State("state-zoomed-most", at -> at.charts().speed().zoomAxis(32_768, 64)),
                new State("state-zoomed-users", at -> {
                    users(at);
                    // The axis counts users from the frame on in which their answers are in.
                    Frames.after(3, () -> at.charts().speed().zoomAxis(8, 4));
                }),
                new State("state-cross-hair", at -> hover(at.charts().speed(), new Mark.Place(11_000))),
                new State("state-cross-hair-near", at -> hover(at.charts().speed(), new Mark.Place(29_000))),
                new State("state-cross-hair-twelve", at -> {
                    twelve(at);
                    hover(at.charts().speed(), new Mark.Place(8_192));
                }),
                new State("state-hover", at -> hover(at.charts().memory(), new Mark.Whole(MAC))),
                new State("state-hover-part", at -> hover(at.charts().memory(), part())),
                new State("state-users", StateGallery::users),
                new State("state-together", at -> {
                    users(at);
                    at.desk().root().measureProperty().set(SpeedMeasure.ALL_USERS);
                }),
                new State("state-vllm", at -> run(at, "vllm")),
                new State("state-vllm-users", at -> {
                    run(at, "vllm");
                    users(at);
                }),
                new State(
                        "state-first-token",
                        at -> at.desk().root().measureProperty().set(SpeedMeasure.FIRST_TOKEN)),
                new State(
                        "state-prefill",
                        at -> at.desk().root().measureProperty().set(SpeedMeasure.PREFILL)),
                new State("state-pinned", StateGallery::pinned),
                new State("state-pins", StateGallery::pins),
                new State("state-what-if", at -> {
                    at.desk().root().imagine();
                    at.desk().context().enter("128k");
                }),
                new State("state-own-column", StateGallery::ownColumn),
                new State("state-read-only", at -> say(at, new Notice.OpenedReadOnly("office.tonari"))),
                new State("state-broken-profile", at -> say(at, broken())),
                new State(
                        "state-fault", at -> say(at, new Notice.Fault("T-3F2A91", "java.lang.IllegalStateException"))),
                new State("state-first-steps", at -> say(at, new Notice.FirstSteps())),
                new State("state-restored", at -> say(at, new Notice.Restored())),
                new State("state-saved", at -> say(at, new Notice.Saved("Documents/gpt-oss-120b-mxfp4-32768.png"))),
                new State("state-copied", at -> say(at, new Notice.Copied())),
                new State("state-not-opened", at -> say(at, notOpened())),
                new State("state-one-machine", StateGallery::onlyOne),
                new State("state-twelve-machines", StateGallery::twelve),
                new State("state-twelve-matrix", at -> {
                    twelve(at);
                    at.desk().pages().shownProperty().set(Page.MATRIX);
                }),
                new State("state-twelve-formats", at -> {
                    twelve(at);
                    at.desk().pages().shownProperty().set(Page.FORMATS);
                }),
                new State("state-long-names", StateGallery::longNames),
                new State("state-unknown", at -> {
                    add(at, "rtx-spark");
                    choose(at, "rtx-spark");
                }),
                new State("state-refuses", at -> {
                    run(at, "mlx");
                    choose(at, SPARK);
                }),
                new State("state-too-large", at -> at.desk().fields().pickModel(model(at, "deepseek-v3.2"))),
                new State("state-fill-each", at -> {
                    at.desk().appearance().columnScaleProperty().set(ColumnScale.FILL);
                    at.desk().appearance().byteUnitProperty().set(ByteUnit.GB);
                }),
                new State(
                        "state-dollars",
                        at -> at.desk().appearance().pricesProperty().set(Prices.DOLLAR)),
                new State(
                        "state-small",
                        at -> at.desk().appearance().zoomProperty().set(0.8)),
                new State(
                        "state-larger",
                        at -> at.desk().appearance().zoomProperty().set(1.25)),
                new State(
                        "state-large",
                        at -> at.desk().appearance().zoomProperty().set(1.5)),
                new State(
                        "state-double",
                        at -> at.desk().appearance().zoomProperty().set(2)),
                new State("state-nothing-found", at -> {
                    at.desk().pages().shownProperty().set(Page.MATRIX);
                    at.desk().pages().matrix().searchProperty().set("no such model");
                }),
                new State("state-context-asked", at -> at.desk().fields().pickModel(model(at, "llama-2-7b"))),
                new State("state-short-context", at -> at.desk().context().enter("1k")));
    }

    private static void hover(CanvasControl chart, Mark mark) {
        chart.hoveredProperty().set(mark);
    }

    private static Mark part() {
        return new Mark.Part(MAC, 0, MemoryPart.WEIGHTS);
    }

    private static void users(Staged at) {
        at.desk().root().across(SpeedMeasure.Axis.USERS);
        at.desk().fields().users().enter("8");
    }

    private static void pinned(Staged at) {
        at.desk().pins().pin();
        at.desk().context().enter("128k");
        at.desk().fields().pickCache(at.desk().root().choices().cache("q8_0").orElseThrow());
    }

    private static void pins(Staged at) {
        for (String context : List.of("8k", "16k", "64k")) {
            at.desk().pins().pin();
            at.desk().context().enter(context);
        }
        at.desk().fields().pickModel(model(at, "qwen3-32b"));
        at.desk().pins().pin();
        at.desk().context().enter("32k");
    }

    private static void ownColumn(Staged at) {
        at.desk().columns().duplicate(SPARK);
        at.desk().columns().run(SPARK + ".2", Optional.of(runtime(at, "vllm")));
    }

    private static void onlyOne(Staged at) {
        List<String> ids = at.desk().root().getComparison().machines().stream()
                .map(Machine::id)
                .toList();
        ids.stream().skip(1).forEach(id -> at.desk().columns().show(id, Visibility.HIDDEN));
    }

    private static void twelve(Staged at) {
        FIVE_MORE.forEach(id -> add(at, id));
    }

    private static void longNames(Staged at) {
        at.desk().columns().add(named(at, "own-tower", "自作タワー（RTX 5090 二枚挿し・水冷・静音仕様）"));
        at.desk().columns().add(named(at, "own-loan", "研究室の共用計算機 DGX Station GB300"));
        at.desk().columns().add(named(at, "own-plain", "Workstation under my desk at home"));
    }

    private static Machine named(Staged at, String id, String name) {
        Machine like = at.desk().root().getComparison().machines().getFirst();
        return new Machine(
                id,
                name,
                name,
                like.pools(),
                like.processor(),
                like.backends(),
                like.storage(),
                like.links(),
                like.power(),
                like.prices(),
                like.facts());
    }

    private static void add(Staged at, String id) {
        at.desk().columns().readAll();
        at.desk().columns().knownProperty().get().stream()
                .filter(machine -> machine.id().equals(id))
                .forEach(at.desk().columns()::add);
    }

    private static void choose(Staged at, String machine) {
        at.desk().root().selectionProperty().set(new Selection(machine, new Subject.Decode()));
    }

    private static void run(Staged at, String id) {
        at.desk().fields().pickRuntime(new RuntimeChoice.Chosen(runtime(at, id)));
    }

    private static InferenceRuntime runtime(Staged at, String id) {
        return at.desk().root().choices().runtimes().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static LanguageModel model(Staged at, String id) {
        return at.desk().root().choices().models().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void say(Staged at, Notice notice) {
        at.desk().notices().say(notice);
    }

    private static Notice broken() {
        return new Notice.BrokenProfiles(List.of(Phrase.of(
                "{0}: found {1}, expected {2}",
                "my-machine.json: memory[0].bandwidth", "\"fast\"", Phrase.of("a number"))));
    }

    private static Notice notOpened() {
        return new Notice.NotOpened(Phrase.of(
                "{0}: found {1}, expected {2}",
                "office.tonari: machines[2].profile",
                "\"m9-max\"",
                Phrase.of("the id of a known {0}", Phrase.of("machine"))));
    }
}
