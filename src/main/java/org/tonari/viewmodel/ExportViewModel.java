package org.tonari.viewmodel;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tonari.domain.Setup;

/// What leaves the window: files and the clipboard. UI thread only.
public final class ExportViewModel {
    private final WorkbenchViewModel workbench;
    private final NoticesViewModel notices;
    private final Sharing sharing;
    private final LatestTask<String> saving;
    private final ObjectProperty<Sharing.Format> format;

    ExportViewModel(
            WorkbenchViewModel workbench,
            AppearanceViewModel appearance,
            NoticesViewModel notices,
            Sharing sharing,
            LatestTask<String> saving) {
        this.workbench = workbench;
        this.notices = notices;
        this.sharing = sharing;
        this.saving = saving;
        this.format = new SimpleObjectProperty<>(new Sharing.Format(
                Sharing.Kind.PNG, 2, appearance.themeProperty().get()));
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
