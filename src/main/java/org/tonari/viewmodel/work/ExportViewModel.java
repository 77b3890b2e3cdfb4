package org.tonari.viewmodel.work;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.tonari.domain.comparison.Setup;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// What leaves the window: files and the clipboard. UI thread only.
public final class ExportViewModel {
    private static final int PREVIEWED = 20_000;
    private static final int CLIPBOARD_SCALE = 2;

    private final WorkbenchViewModel workbench;
    private final NoticesViewModel notices;
    private final Sharing sharing;
    private final LatestTask<String> saving;
    private final LatestTask<String> previewing;
    private final LatestTask<byte[]> picturing;
    private final LatestTask<Path> looking;
    private final ObjectProperty<Sharing.Format> format;
    private final ReadOnlyStringWrapper preview = new ReadOnlyStringWrapper("");

    /// @param workbench  what is exported
    /// @param appearance whose colours a picture takes
    /// @param notices    where it is said what was done
    /// @param sharing    writes it
    /// @param background runs what writes
    public ExportViewModel(
            WorkbenchViewModel workbench,
            AppearanceViewModel appearance,
            NoticesViewModel notices,
            Sharing sharing,
            Background background) {
        this.workbench = workbench;
        this.notices = notices;
        this.sharing = sharing;
        this.saving = background.newest();
        this.previewing = background.newest();
        this.picturing = background.newest();
        this.looking = background.newest();
        this.format = new SimpleObjectProperty<>(new Sharing.Format(
                Sharing.Kind.PNG, 2, appearance.themeProperty().get()));
        format.subscribe(_ -> preview.set(""));
    }

    /// @return the beginning of the file as it would be, once [#preview()] was asked; empty for pictures
    public ReadOnlyStringProperty previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Asks what the file would say.
    public void preview() {
        Results now = workbench.getResults();
        Sharing.Kind kind = format.get().kind();
        if (!kind.isPlainText()) {
            return;
        }
        previewing.request(
                () -> sharing.beginning(now, kind, PREVIEWED),
                preview::set,
                failure -> notices.say(new Notice.NotSaved(kind.name(), String.valueOf(failure.getMessage()))));
    }

    /// Writes the file to a temporary place, to be looked at before it is saved.
    ///
    /// @param viewer takes the file
    public void look(Consumer<Path> viewer) {
        Results now = workbench.getResults();
        Sharing.Format as = format.get();
        looking.request(
                () -> sharing.scratch(now, as),
                viewer,
                failure -> notices.say(new Notice.NotSaved(as.kind().name(), String.valueOf(failure.getMessage()))));
    }

    /// Draws the comparison in the window's theme and puts it on the clipboard.
    ///
    /// @param theme     light or dark
    /// @param clipboard takes the picture as PNG
    public void copyPicture(AppearanceViewModel.Theme theme, Consumer<byte[]> clipboard) {
        Results now = workbench.getResults();
        var as = new Sharing.Format(Sharing.Kind.PNG, CLIPBOARD_SCALE, theme);
        picturing.request(
                () -> sharing.picture(now, as),
                png -> {
                    clipboard.accept(png);
                    notices.say(new Notice.Copied());
                },
                failure -> notices.say(new Notice.NotSaved("PNG", String.valueOf(failure.getMessage()))));
    }

    /// @return how the next file is written
    public ObjectProperty<Sharing.Format> formatProperty() {
        return format;
    }

    /// @return a file name that says what is in it
    public String suggestedName() {
        Setup setup = workbench.getComparison().setup();
        return "tonari-" + setup.model().id() + "-" + setup.weights().id() + "-"
                + setup.workload().context().count()
                + format.get().kind().extension();
    }

    /// Writes the comparison as it stands now; a notice says how it went.
    public void save(Path file) {
        Results now = workbench.getResults();
        Sharing.Format as = format.get();
        saving.request(
                () -> {
                    sharing.write(now, as, file);
                    return file.toString();
                },
                place -> notices.say(new Notice.Saved(place)),
                failure -> notices.say(new Notice.NotSaved(file.toString(), String.valueOf(failure.getMessage()))));
    }

    /// Writes something of a page to a file.
    @FunctionalInterface
    public interface Writing {
        /// @throws Exception where the file cannot be written; its message says why
        void to(Path file) throws Exception;
    }

    /// Writes what a page gives; a notice says how it went.
    public void save(Path file, Writing writing) {
        saving.request(
                () -> {
                    writing.to(file);
                    return file.toString();
                },
                place -> notices.say(new Notice.Saved(place)),
                failure -> notices.say(new Notice.NotSaved(file.toString(), String.valueOf(failure.getMessage()))));
    }

    /// Puts the summary and its command line on the clipboard.
    ///
    /// @param clipboard takes the text
    public void copySummary(Consumer<String> clipboard) {
        clipboard.accept(sharing.summary(workbench.getResults()));
        notices.say(new Notice.Copied());
    }
}
