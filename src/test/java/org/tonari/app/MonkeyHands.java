package org.tonari.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.model.LanguageModel;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.desk.Subject;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.table.TableColumn;
import org.tonari.viewmodel.table.TableViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;

/// What can be done to a window, one act at a time, drawn from a fixed seed. UI thread only.
final class MonkeyHands {
    private static final List<String> CHARTS = List.of(".memory-stack-chart", ".throughput-chart");
    private static final List<String> DIALOGS =
            List.of("shortcut+COMMA", "shortcut+E", "shortcut+K", "shortcut+L", "F1");
    private static final int MOST_COLUMNS = 9;
    private static final int MOST_PINS = 3;

    private final Random random;
    private final Workbench workbench;
    private final AppearanceViewModel appearance;
    private final Scene scene;
    private final TableViewModel.Order order;
    private final LanguageModel richest;
    private final List<Runnable> acts = new ArrayList<>();

    MonkeyHands(long seed, Workbench workbench, AppearanceViewModel appearance, Scene scene) {
        this.random = new Random(seed);
        this.workbench = workbench;
        this.appearance = appearance;
        this.scene = scene;
        this.order = workbench.table().orderProperty().get();
        this.richest = workbench.root().choices().models().stream()
                .max(Comparator.comparingInt(this::formats))
                .orElseThrow();
        addFields();
        addLooks();
        addDesk();
        addMouse();
        addKeys();
    }

    /// @return in how many formats the weights of a model can be had
    private int formats(LanguageModel model) {
        workbench.fields().pickModel(model);
        return workbench.fields().weightOptions().size();
    }

    /// Does some things, at most three.
    ///
    /// @return how many
    int act() {
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            one(acts).run();
        }
        return count;
    }

    /// Goes to the state with the most columns, pins and formats of weights that acts lead to.
    void crowd() {
        reset();
        workbench.fields().pickModel(richest);
        while (columns().size() < MOST_COLUMNS) {
            workbench.columns().duplicate(columns().getFirst().id());
        }
        for (int i = 0; i < MOST_PINS; i++) {
            workbench.context().step(1);
            workbench.pins().pin();
        }
    }

    /// @return what opens each of the dialogs and closes the others
    List<Runnable> dialogs() {
        return DIALOGS.stream()
                .<Runnable>map(keys -> () -> {
                    closeDialogs();
                    openDialog(KeyCombination.valueOf(keys));
                })
                .toList();
    }

    /// Lets go of everything and goes back to the first state.
    void reset() {
        mouse(MouseEvent.MOUSE_RELEASED, scene.lookup("#context-slider"));
        CHARTS.forEach(chart -> mouse(MouseEvent.MOUSE_EXITED, scene.lookup(chart)));
        closeDialogs();
        workbench.root().dropImagined();
        workbench.notices().dismiss();
        workbench.pages().shownProperty().set(Page.WORKBENCH);
        workbench.root().load(workbench.root().first());
        workbench.root().measureProperty().set(SpeedMeasure.DECODE);
        // Twice leads to either direction.
        while (!workbench.table().orderProperty().get().equals(order)) {
            workbench.table().sortBy(order.column());
        }
        String first = workbench.root().first().machines().getFirst().id();
        workbench.root().selectionProperty().set(new Selection(first, new Subject.Part(0, Part.KV_CACHE)));
        appearance.languageProperty().set(Language.ENGLISH);
        appearance.themeProperty().set(Theme.LIGHT);
        appearance.byteUnitProperty().set(ByteUnit.GIB);
        appearance.zoomProperty().set(1);
    }

    private void addFields() {
        var fields = workbench.fields();
        var choices = workbench.root().choices();
        acts.add(() -> fields.pickModel(one(choices.models())));
        acts.add(() -> fields.pickWeights(one(fields.weightOptions()).format()));
        acts.add(() -> fields.pickCache(one(fields.caches())));
        acts.add(() -> fields.pickRuntime(one(fields.runtimes())));
        acts.add(() -> workbench.context().step(random.nextInt(9) - 4));
        acts.add(() -> workbench.context().jump(random.nextInt(5) - 2));
        acts.add(() -> workbench.root().undo());
        acts.add(() -> workbench.root().redo());
        acts.add(() -> workbench.why().applyRemedy());
        acts.add(() -> workbench.table().sortBy(one(List.of(TableColumn.values()))));
        acts.add(() -> workbench.root().measureProperty().set(one(List.of(SpeedMeasure.values()))));
        acts.add(() -> select(new Subject.Part(random.nextInt(2), one(List.of(Part.values())))));
        acts.add(() -> select(new Subject.Decode()));
        acts.add(() -> select(new Subject.LongestContext()));
    }

    private void addLooks() {
        acts.add(() -> rarely(() -> appearance.languageProperty().set(one(List.of(Language.values())))));
        acts.add(() -> rarely(() -> appearance.themeProperty().set(one(List.of(Theme.values())))));
        acts.add(() -> rarely(() -> appearance.zoomProperty().set(0.8 + 0.1 * random.nextInt(8))));
        acts.add(() -> rarely(() -> workbench.pages().shownProperty().set(one(List.of(Page.values())))));
        acts.add(() -> appearance.byteUnitProperty().set(one(List.of(ByteUnit.values()))));
    }

    /// Columns, pins and dialogs.
    private void addDesk() {
        acts.add(() -> workbench.pins().unpinAll());
        acts.add(() -> {
            if (workbench.pins().pinsProperty().getValue().size() < MOST_PINS) {
                workbench.pins().pin();
            }
        });
        acts.add(() -> rarely(() -> {
            if (columns().size() < MOST_COLUMNS) {
                workbench.columns().duplicate(one(columns()).id());
            }
        }));
        acts.add(() -> rarely(() -> {
            if (columns().size() > 2) {
                workbench.columns().remove(one(columns()).id());
            }
        }));
        acts.add(() -> rarely(() -> {
            Candidate column = one(columns());
            if (!column.isShown() || workbench.columns().mayHide(column)) {
                workbench.columns().show(column.id(), column.isShown() ? Visibility.HIDDEN : Visibility.SHOWN);
            }
        }));
        acts.add(() -> rarely(() -> workbench.columns().move(one(columns()).id(), random.nextInt(3) - 1)));
        acts.add(() -> rarely(() -> openDialog(KeyCombination.valueOf(one(DIALOGS)))));
        acts.add(this::closeDialogs);
    }

    private List<Candidate> columns() {
        return workbench.columns().candidatesProperty().getValue().all();
    }

    private void addMouse() {
        for (int i = 0; i < 10; i++) {
            acts.add(() -> mouse(MouseEvent.MOUSE_DRAGGED, scene.lookup("#context-slider")));
        }
        acts.add(() -> mouse(MouseEvent.MOUSE_PRESSED, scene.lookup("#context-slider")));
        acts.add(() -> mouse(MouseEvent.MOUSE_RELEASED, scene.lookup("#context-slider")));
        for (String chart : CHARTS) {
            acts.add(() -> mouse(MouseEvent.MOUSE_MOVED, scene.lookup(chart)));
            acts.add(() -> mouse(MouseEvent.MOUSE_EXITED, scene.lookup(chart)));
            acts.add(() -> mouse(MouseEvent.MOUSE_CLICKED, scene.lookup(chart)));
        }
    }

    private void addKeys() {
        List<KeyCode> codes =
                List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.TAB, KeyCode.ESCAPE);
        acts.add(() -> key(scene.lookup("#context-slider"), one(codes)));
        acts.add(() -> key(scene.getFocusOwner(), one(codes)));
    }

    private void select(Subject subject) {
        var machines = workbench.root().getComparison().machines();
        workbench.root().selectionProperty().set(new Selection(one(machines).id(), subject));
    }

    private void rarely(Runnable act) {
        if (random.nextInt(20) == 0) {
            act.run();
        }
    }

    private void mouse(EventType<MouseEvent> type, @Nullable Node node) {
        if (node != null) {
            double x = random.nextDouble() * node.getLayoutBounds().getWidth();
            double y = random.nextDouble() * node.getLayoutBounds().getHeight();
            boolean held = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
            Event.fireEvent(
                    node,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            MouseButton.PRIMARY,
                            1,
                            false,
                            false,
                            false,
                            false,
                            held,
                            false,
                            false,
                            true,
                            false,
                            true,
                            null));
        }
    }

    private static void key(@Nullable Node node, KeyCode code) {
        if (node != null) {
            for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(node, new KeyEvent(type, "", "", code, false, false, false, false));
            }
        }
    }

    /// By the menu's own item, as its key does.
    private void openDialog(KeyCombination keys) {
        if (Window.getWindows().size() == 1 && scene.lookup("#menu-bar") instanceof MenuBar bar) {
            bar.getMenus().stream()
                    .flatMap(MonkeyHands::items)
                    .filter(item -> keys.equals(item.getAccelerator()))
                    .forEach(MenuItem::fire);
        }
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream().flatMap(MonkeyHands::items) : Stream.of(item);
    }

    private void closeDialogs() {
        closeAllBut(scene.getWindow());
    }

    /// As a person closes windows: a dialog lets go of what it follows when it is asked to close, not when it is
    /// hidden.
    static void closeAllBut(Window own) {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != own) {
                Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
                window.hide();
            }
        }
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
