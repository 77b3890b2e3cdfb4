package org.tonari.view;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.tonari.manual.Volume;
import org.tonari.text.TermText;
import org.tonari.view.columns.MachinesDialog;
import org.tonari.view.dialogs.AboutDialog;
import org.tonari.view.dialogs.ExportDialog;
import org.tonari.view.dialogs.KeySheet;
import org.tonari.view.dialogs.PreferencesDialog;
import org.tonari.view.manual.ManualWindow;
import org.tonari.view.own.MachineActs;
import org.tonari.view.own.MeasureDialog;
import org.tonari.view.own.OpenModelDialog;
import org.tonari.view.parts.Surroundings;
import org.tonari.view.parts.Terms;
import org.tonari.view.parts.Words;
import org.tonari.view.window.WindowActs;
import org.tonari.view.window.WindowClipboard;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.SpeedMeasure.Axis;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.window.Notice;

/// What menus and keys of the window do.
final class WorkbenchActs implements WindowActs {
    private final Region root;
    private final Workbench workbench;
    private final Words words;
    private final Surroundings surroundings;
    private final Runnable closeDrawer;
    private @Nullable ManualWindow manual;

    /// @param root        the window's content, beside which dialogs appear
    /// @param closeDrawer closes the explanation where it lies over the charts
    WorkbenchActs(Region root, Workbench workbench, Words words, Surroundings surroundings, Runnable closeDrawer) {
        this.closeDrawer = closeDrawer;
        this.root = root;
        this.workbench = workbench;
        this.words = words;
        this.surroundings = surroundings;
    }

    @Override
    public void openModel() {
        OpenModelDialog.choose(root, workbench.opening(), words);
    }

    @Override
    public void openAddress() {
        OpenModelDialog.show(root, workbench.opening(), words, "");
    }

    @Override
    public void measureServer() {
        MeasureDialog.show(root, workbench, words);
    }

    @Override
    public void export() {
        ExportDialog.show(root, workbench, words, surroundings);
    }

    @Override
    public void copySummary() {
        workbench.exports().copySummary(WindowClipboard::text);
    }

    @Override
    public void findModel() {
        if (root.lookup("#model") instanceof Button model) {
            model.fire();
        }
    }

    @Override
    public void pin() {
        workbench.pins().pin();
    }

    @Override
    public void axis() {
        Axis now = workbench.root().measureProperty().get().axis();
        workbench.root().across(now == Axis.CONTEXT ? Axis.USERS : Axis.CONTEXT);
    }

    @Override
    public void keys() {
        KeySheet.show(window(), words);
    }

    @Override
    public void manual() {
        workbench.manual().begin(workbench.pages().shownProperty().get());
        manualWindow().show();
    }

    @Override
    public void glossary() {
        // Made first: its contents go to whatever document is open when they are made.
        ManualWindow window = manualWindow();
        Terms.of(root.getScene().getFocusOwner())
                .flatMap(TermText::entry)
                .ifPresentOrElse(
                        workbench.manual()::openEntry, () -> workbench.manual().open(Volume.GLOSSARY));
        window.show();
    }

    private ManualWindow manualWindow() {
        if (manual == null) {
            manual = new ManualWindow(
                    window(),
                    workbench.manual(),
                    workbench.appearance(),
                    words,
                    surroundings.browser(),
                    WindowClipboard::text);
        }
        return manual;
    }

    @Override
    public void preferences() {
        PreferencesDialog.show(window(), workbench, words);
    }

    @Override
    public boolean whatIf(KeyEvent key) {
        boolean under = workbench.root().isImagining();
        if (under && key.getCode() == KeyCode.ENTER && key.isShiftDown()) {
            workbench.root().keepImagined();
        } else if (under && key.getCode() == KeyCode.ESCAPE) {
            workbench.root().dropImagined();
        } else {
            return false;
        }
        return true;
    }

    @Override
    public void machines() {
        MachinesDialog.show(window(), workbench, words);
    }

    @Override
    public MachineActs own() {
        return new MachineActs(root, workbench.machines(), words);
    }

    @Override
    public void about() {
        AboutDialog.show(window(), words, surroundings);
    }

    @Override
    public void copyPicture() {
        Theme shown = root.getScene().getRoot().getStyleClass().contains("dark") ? Theme.DARK : Theme.LIGHT;
        workbench.exports().copyPicture(shown, WindowClipboard::picture);
    }

    @Override
    public void firstSteps() {
        workbench.notices().say(new Notice.FirstSteps());
    }

    @Override
    public Window window() {
        return root.getScene().getWindow();
    }

    @Override
    public void leave() {
        closeDrawer.run();
        workbench.pages().back();
    }

    @Override
    public void quit() {
        surroundings.quit().run();
    }
}
