package org.tonari.viewmodel.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonari.domain.comparison.Comparison;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.work.Work;
import org.tonari.profiles.work.WorkReader;
import org.tonari.profiles.work.WorkReader.Access;
import org.tonari.profiles.work.WorkReader.Opened;
import org.tonari.profiles.work.WorkWriter;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.choosing.ContextViewModel;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.pages.Library;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.Pages;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;
import org.tonari.viewmodel.work.WorkFiles.Session;

class WorkViewModelTest {
    private static final Path EVENING = Path.of("evening.tonari");

    private final Desk desk = new Desk();
    private final Disk disk = new Disk();
    private final NoticesViewModel notices = new NoticesViewModel();
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final Pages pages = new Pages(
            desk.root, Desk.engine(), Desk.catalogue(), background, Library.of(Desk.catalogue(), Desk.engine()));
    private final WorkViewModel work =
            new WorkViewModel(desk.root, pages, new AppearanceViewModel(), notices, disk, Desk.catalogue(), background);
    private final ContextViewModel context = new ContextViewModel(desk.root);

    @Test
    void aChangeMarksTheFileUntilItIsSavedOrTakenBack() {
        context.enter("64k");
        assertThat(work.changedProperty().get()).isTrue();

        work.save(EVENING, () -> {});
        assertThat(work.changedProperty().get()).isFalse();
        assertThat(work.fileProperty().get()).contains(EVENING);

        context.enter("8k");
        assertThat(work.changedProperty().get()).isTrue();
        desk.root.undo();
        assertThat(work.changedProperty().get()).isFalse();
    }

    @Test
    void openingBringsBackEverythingWithoutAPast() {
        context.enter("64k");
        pages.shownProperty().set(Page.MATRIX);
        Comparison before = desk.root.getComparison();
        work.save(EVENING, () -> {});
        work.startNew();
        assertThat(desk.context()).isEqualTo(32_768);
        assertThat(pages.shownProperty().get()).isEqualTo(Page.WORKBENCH);

        work.open(EVENING);

        assertThat(desk.root.getComparison()).isEqualTo(before);
        assertThat(pages.shownProperty().get()).isEqualTo(Page.MATRIX);
        assertThat(desk.root.history().undoableProperty().get()).isEmpty();
        assertThat(work.recentProperty().get()).containsExactly(EVENING);
    }

    @Test
    void aBrokenFileIsSaidAndChangesNothing() {
        disk.files.put(EVENING, "{");
        context.enter("64k");

        work.open(EVENING);

        assertThat(notices.noticeProperty().get())
                .get()
                .isInstanceOfSatisfying(
                        Notice.NotOpened.class,
                        notice -> assertThat(notice.problem().english()).startsWith("evening.tonari"));
        assertThat(desk.context()).isEqualTo(65_536);
    }

    @Test
    void aFileOfANewerFormatOpensReadOnly() {
        work.save(EVENING, () -> {});
        disk.files.computeIfPresent(EVENING, (_, text) -> text.replace("\"format\" : 1", "\"format\" : 7"));

        work.open(EVENING);

        assertThat(work.readOnlyProperty().get()).isTrue();
        assertThat(notices.noticeProperty().get()).contains(new Notice.OpenedReadOnly("evening.tonari"));

        work.startNew();

        assertThat(notices.noticeProperty().get()).isEmpty();
    }

    @Test
    void everySettledStepIsKeptForTheNextRun() {
        context.hold();
        context.moveTo(40_000, 100, ContextViewModel.Snap.OFF);
        assertThat(disk.kept).isNull();
        context.release();

        assertThat(disk.kept.work().comparison()).isEqualTo(desk.root.getComparison());
        assertThat(disk.kept.ending()).isEqualTo(WorkFiles.Ending.OPEN);
    }

    @Test
    void aFileThatAnotherWindowWroteIsNotWrittenOverUnasked() {
        work.save(EVENING, () -> {});
        String theirs = disk.files.get(EVENING) + " ";
        disk.files.put(EVENING, theirs);
        context.enter("64k");
        var told = new ArrayList<String>();

        work.saveUnlessChanged(EVENING, () -> told.add("saved"), () -> told.add("changed"));

        assertThat(told).containsExactly("changed");
        assertThat(disk.files).containsEntry(EVENING, theirs);
        assertThat(work.changedProperty().get()).isTrue();

        work.save(EVENING, () -> told.add("overwritten"));
        work.saveUnlessChanged(EVENING, () -> told.add("saved"), () -> told.add("changed"));
        assertThat(told).containsExactly("changed", "overwritten", "saved");
    }

    @Test
    void whatThisWindowWroteOrReadItselfIsNoChange() {
        work.save(EVENING, () -> {});
        disk.files.computeIfPresent(EVENING, (_, text) -> text + " ");
        work.open(EVENING);
        var told = new ArrayList<String>();
        for (String context : List.of("64k", "32k", "8k")) {
            this.context.enter(context);
            work.saveUnlessChanged(EVENING, () -> told.add("saved"), () -> told.add("changed"));
        }

        assertThat(told).containsExactly("saved", "saved", "saved");
    }

    /// The background writes both before the window hears of the first.
    @Test
    void aSecondSaveDoesNotTakeTheFirstForSomebodyElses() {
        var waiting = new ArrayList<Runnable>();
        var slow = new WorkViewModel(
                desk.root,
                pages,
                new AppearanceViewModel(),
                notices,
                disk,
                Desk.catalogue(),
                new Background(waiting::add, Runnable::run));
        var told = new ArrayList<String>();
        slow.save(EVENING, () -> {});
        context.enter("64k");
        slow.saveUnlessChanged(EVENING, () -> {}, () -> told.add("changed"));
        context.enter("8k");
        slow.saveUnlessChanged(EVENING, () -> told.add("saved"), () -> told.add("changed"));

        List.copyOf(waiting).forEach(Runnable::run);

        assertThat(told).containsExactly("saved");
    }

    @Test
    void aFileThatIsGoneIsWrittenAnew() {
        work.save(EVENING, () -> {});
        disk.files.remove(EVENING);
        var told = new ArrayList<String>();

        work.saveUnlessChanged(EVENING, () -> told.add("saved"), () -> told.add("changed"));

        assertThat(told).containsExactly("saved");
        assertThat(disk.files).containsKey(EVENING);
    }

    @Test
    void theNextRunStillKnowsWhatItsFileHeld() {
        work.save(EVENING, () -> {});
        context.enter("64k");
        Session left = disk.kept;
        var next = new WorkViewModel(
                desk.root, pages, new AppearanceViewModel(), notices, disk, Desk.catalogue(), background);
        disk.files.computeIfPresent(EVENING, (_, text) -> text + " ");
        next.resume(new Opened(left.work(), Access.WRITABLE, Desk.catalogue()), left, Optional.empty());
        var told = new ArrayList<String>();

        next.saveUnlessChanged(EVENING, () -> told.add("saved"), () -> told.add("changed"));

        assertThat(told).containsExactly("changed");
    }

    /// Files in memory.
    private static final class Disk implements WorkFiles {
        private final Map<Path, String> files = new HashMap<>();
        private Session kept = null;

        @Override
        public Reading<Opened> read(Path file) {
            return Optional.ofNullable(files.get(file))
                    .map(text -> new WorkReader(Desk.catalogue()).read(file.toString(), text))
                    .orElseGet(() -> new Reading.Refused<>(ProfileProblem.noFile(file.toString())));
        }

        @Override
        public Mark mark(Path file) {
            return new Mark(files.getOrDefault(file, ""));
        }

        @Override
        public Mark write(Work work, Catalogue profiles, Path file) throws IOException {
            files.put(file, new WorkWriter(profiles, "test").write(work));
            return mark(file);
        }

        @Override
        public void keep(Session session, Catalogue profiles) {
            kept = session;
        }
    }
}
