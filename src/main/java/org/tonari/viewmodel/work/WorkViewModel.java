package org.tonari.viewmodel.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.explain.Phrase;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader.Access;
import org.tonari.profiles.work.WorkReader.Opened;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.Pages;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;
import org.tonari.viewmodel.work.KeptSession.Step;
import org.tonari.viewmodel.work.WorkFiles.Ending;
import org.tonari.viewmodel.work.WorkFiles.Mark;
import org.tonari.viewmodel.work.WorkFiles.Session;

/// The comparison as a file: where it is saved, whether it changed since, and what is kept for the next run. UI thread
/// only.
///
/// After each step the session is kept in the background, so that neither a crash nor closing the window loses
/// anything.
public final class WorkViewModel {
    /// How names of saved comparisons end.
    public static final String SUFFIX = Work.SUFFIX;

    private static final int MOST_RECENT = 8;

    private final WorkbenchViewModel root;
    private final Pages pages;
    private final AppearanceViewModel appearance;
    private final NoticesViewModel notices;
    private final WorkFiles files;
    private final Catalogue shipped;
    private final LatestTask<Found> opening;
    private final LatestTask<Optional<Path>> saving;
    private final KeptSession kept;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper readOnly = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(false);
    /// Also told by the background, where saves follow one another faster than the window hears of them.
    private volatile SeenFile seen = SeenFile.NONE;

    private Comparison saved;
    private Catalogue profiles;

    /// @param mark    of the file, taken before it was read
    /// @param reading what it holds
    private record Found(Mark mark, Reading<Opened> reading) {}

    /// @param root       what is saved and opened
    /// @param pages      saved and opened with it
    /// @param appearance holds the runtime that new comparisons begin with
    /// @param notices    where it is said what was saved or went wrong
    /// @param files      reads and writes
    /// @param shipped    profiles that a file may name
    /// @param background runs what waits for files
    public WorkViewModel(
            WorkbenchViewModel root,
            Pages pages,
            AppearanceViewModel appearance,
            NoticesViewModel notices,
            WorkFiles files,
            Catalogue shipped,
            Background background) {
        this.root = root;
        this.pages = pages;
        this.appearance = appearance;
        this.notices = notices;
        this.files = files;
        this.shipped = shipped;
        this.profiles = shipped;
        this.opening = background.newest();
        this.saving = background.newest();
        this.saved = root.getComparison();
        this.kept = new KeptSession(files, notices, background, step());
        root.settledProperty().addListener(_ -> settled());
        pages.shownProperty().addListener(_ -> keep());
    }

    /// @return where the comparison is saved, if anywhere
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// @return files used lately, the newest first
    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /// @return whether the file must not be written over, as a newer program wrote it
    public ReadOnlyBooleanProperty readOnlyProperty() {
        return readOnly.getReadOnlyProperty();
    }

    /// @return whether something changed since the comparison was saved, opened or begun
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// @return a name for the file: its own, or one that says what is compared
    public String suggestedName() {
        return file.get()
                .map(path -> String.valueOf(path.getFileName()))
                .orElseGet(() -> root.getComparison().setup().model().id() + Work.SUFFIX);
    }

    /// Begins anew with the first screen.
    public void startNew() {
        profiles = shipped;
        root.load(fresh());
        pages.shownProperty().set(Page.WORKBENCH);
        seen = SeenFile.NONE;
        become(Optional.empty(), Access.WRITABLE);
    }

    /// @return what a new comparison begins with: the first screen, by the runtime of the preferences
    public Comparison fresh() {
        return root.choices().runtimes().stream()
                .filter(runtime ->
                        runtime.id().equals(appearance.runtimeProperty().get()))
                .findFirst()
                .map(runtime -> root.first().with(setup -> setup.withRuntime(new RuntimeChoice.Chosen(runtime))))
                .orElse(root.first());
    }

    /// Begins with the runtime of the preferences, where there is no session to go on with.
    ///
    /// @param lately files that were used lately
    public void begin(List<Path> lately) {
        recent.set(lately);
        kept.note(step());
        if (!fresh().equals(root.getComparison())) {
            startNew();
        }
    }

    /// Opens a file; what is wrong with it is said and changes nothing.
    public void open(Path path) {
        opening.request(
                () -> new Found(files.mark(path), files.read(path)),
                found -> {
                    switch (found.reading()) {
                        case Reading.Read<Opened>(Opened opened) -> take(opened, path, found.mark());
                        case Reading.Refused<Opened>(ProfileProblem problem) ->
                            notices.say(new Notice.NotOpened(problem.phrase()));
                    }
                },
                notices::fault);
    }

    private void take(Opened opened, Path path, Mark mark) {
        Optional<Phrase> refused = root.refusal(opened.work().comparison());
        if (refused.isPresent()) {
            notices.say(new Notice.NotOpened(Phrase.of("{0}: {1}", path, refused.get())));
            return;
        }
        profiles = opened.catalogue();
        root.load(opened.work().comparison());
        pages.shownProperty().set(Page.written(opened.work().page()));
        used(path);
        seen = new SeenFile(Optional.of(path), mark);
        become(Optional.of(path), opened.access());
        if (opened.access() == Access.READ_ONLY) {
            notices.say(new Notice.OpenedReadOnly(path.toString()));
        }
    }

    /// Goes on where the last run stopped.
    ///
    /// @param opened  what was on screen then; the root shows it already
    /// @param session the rest of what was kept
    /// @param original what the session's file holds, if it can still be read
    public void resume(Opened opened, Session session, Optional<Opened> original) {
        profiles = opened.catalogue();
        pages.shownProperty().set(Page.written(opened.work().page()));
        recent.set(session.recent());
        file.set(session.file());
        seen = new SeenFile(session.file(), session.seen());
        readOnly.set(
                original.filter(found -> found.access() == Access.READ_ONLY).isPresent());
        saved = original.map(found -> found.work().comparison()).orElse(root.first());
        changed.set(!saved.equals(root.getComparison()));
        kept.note(step());
        if (session.ending() == Ending.OPEN) {
            notices.say(new Notice.Restored());
        }
    }

    /// Saves to a file, whatever stands in it, which becomes the comparison's own.
    ///
    /// @param then runs once it is saved
    public void save(Path path, Runnable then) {
        save(path, _ -> false, then, () -> {});
    }

    /// Saves to the comparison's own file, unless that is no longer what this window read or wrote last.
    ///
    /// Between the look at the file and its replacement there is less than it takes to write it.
    ///
    /// @param then    runs once it is saved
    /// @param changed runs in place of that where somebody else wrote the file
    public void saveUnlessChanged(Path own, Runnable then, Runnable changed) {
        save(own, now -> seen.isChanged(own, now), then, changed);
    }

    private void save(Path path, Predicate<Mark> refuses, Runnable then, Runnable refused) {
        Work work = work();
        Catalogue known = profiles;
        saving.request(
                () -> {
                    if (refuses.test(files.mark(path))) {
                        return Optional.empty();
                    }
                    seen = new SeenFile(Optional.of(path), files.write(work, known, path));
                    return Optional.of(path);
                },
                place -> place.ifPresentOrElse(
                        written -> {
                            used(written);
                            saved = work.comparison();
                            file.set(Optional.of(written));
                            readOnly.set(false);
                            settled();
                            then.run();
                        },
                        refused),
                failure -> notices.say(new Notice.NotSaved(path.toString(), String.valueOf(failure.getMessage()))));
    }

    /// Forgets which files were used lately.
    public void clearRecent() {
        recent.set(List.of());
        keep();
    }

    /// Keeps the session as one that was closed. Any thread.
    ///
    /// @throws java.io.IOException where it cannot be written
    public void close() throws IOException {
        kept.close(seen.mark());
    }

    private void become(Optional<Path> path, Access now) {
        notices.leaveFile();
        saved = root.getComparison();
        file.set(path);
        readOnly.set(now == Access.READ_ONLY);
        settled();
    }

    private void used(Path path) {
        var newest = new ArrayList<Path>();
        newest.add(path);
        recent.get().stream().filter(other -> !other.equals(path)).forEach(newest::add);
        recent.set(newest.subList(0, Math.min(MOST_RECENT, newest.size())));
    }

    private void settled() {
        changed.set(!saved.equals(root.settledProperty().get()));
        keep();
    }

    private void keep() {
        kept.keep(step());
    }

    private Step step() {
        return new Step(new Session(work(), file.get(), seen.mark(), recent.get(), Ending.OPEN), profiles);
    }

    private Work work() {
        return new Work(root.getComparison(), pages.shownProperty().get().inFiles());
    }
}
