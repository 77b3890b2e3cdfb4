package org.tonari.viewmodel.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidates;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.form.MachineForm.Usual;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.forms.FormWriter;
import org.tonari.profiles.forms.MachineForms;
import org.tonari.profiles.forms.MachineProfile;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.outside.MachineFiles;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// Machines of the person's own: their files, followed as they change, in and out. UI thread only.
///
/// A profile that changed is shown in all its columns and in every step of the history; it is no step of its own.
public final class OwnMachinesViewModel {
    private static final Usual NOBODY = new Usual(Source.Kind.SECONDARY, "", "");

    private final WorkbenchViewModel root;
    private final ColumnsViewModel columns;
    private final NoticesViewModel notices;
    private final Catalogue catalogue;
    private final FollowedFolder folder;
    private final MachineFiles files;
    private final Background background;
    private final LatestTask<FollowedFolder.Held> rereading;
    private final LatestTask<Runnable> acting;
    private final ReadOnlyObjectWrapper<Map<String, Whose>> own = new ReadOnlyObjectWrapper<>(Map.of());

    /// Whose a machine's profile is.
    public enum Whose {
        SHIPPED,
        YOURS,
        /// The person's own, in place of a shipped one of the same id.
        HIDES_SHIPPED
    }

    /// @param root       whose columns follow a changed profile
    /// @param columns    where machines of the person's own can be added
    /// @param notices    where it is said what was saved or went wrong
    /// @param catalogue  the profiles that came with the product
    /// @param files      keeps the machines
    /// @param background runs what waits for files
    public OwnMachinesViewModel(
            WorkbenchViewModel root,
            ColumnsViewModel columns,
            NoticesViewModel notices,
            Catalogue catalogue,
            MachineFiles files,
            Background background) {
        this.root = root;
        this.columns = columns;
        this.notices = notices;
        this.catalogue = catalogue;
        this.folder = new FollowedFolder(catalogue);
        this.files = files;
        this.background = background;
        this.rereading = background.newest();
        this.acting = background.newest();
    }

    /// @return the machines whose profiles are the person's own, by their ids
    public ReadOnlyObjectProperty<Map<String, Whose>> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /// @return whose a machine's profile is
    public Whose whose(Machine machine) {
        return own.get().getOrDefault(machine.id(), Whose.SHIPPED);
    }

    /// @return the profile behind a column
    public Optional<Machine> profile(String columnId) {
        return root.getComparison().candidates().find(columnId).map(Candidate::profile);
    }

    /// Looks at the person's folder again, as when a file in it changed.
    public void reread() {
        rereading.request(folder::read, this::take, notices::fault);
    }

    private void take(FollowedFolder.Held held) {
        Map<String, Machine> changed = folder.changed(held);
        own.set(Map.copyOf(held.own()));
        columns.know(held.machines());
        if (!changed.isEmpty()) {
            follow(changed);
        }
        if (!held.problems().isEmpty()) {
            notices.say(new Notice.OutlivedProfiles(held.problems()));
        } else if (notices.noticeProperty().get().orElse(null) instanceof Notice.OutlivedProfiles) {
            notices.dismiss();
        }
    }

    private void follow(Map<String, Machine> changed) {
        UnaryOperator<Machine> now = machine -> changed.getOrDefault(machine.id(), machine);
        UnaryOperator<Comparison> follow = comparison -> comparison.withCandidates(columnsNow(now));
        Optional<Phrase> refused = root.refusal(follow.apply(root.getComparison()));
        if (refused.isPresent()) {
            notices.say(
                    new Notice.NotOpened(Phrase.of("{0}: {1}", String.join(", ", changed.keySet()), refused.get())));
            return;
        }
        if (root.choices().machines().stream().anyMatch(machine -> changed.containsKey(machine.id()))) {
            root.widen(choices -> choices.following(now));
        }
        root.follow(follow);
    }

    private static UnaryOperator<Candidates> columnsNow(UnaryOperator<Machine> now) {
        return all -> new Candidates(all.all().stream()
                .map(one -> one.withProfile(now.apply(one.profile()), one.copy()))
                .toList());
    }

    /// @return an editor of a new machine
    public MachineEditorViewModel create() {
        return editor(new MachineEditorViewModel.Begin.Blank(usual()));
    }

    /// @return an editor of a copy, whose id is free
    public MachineEditorViewModel copy(Machine machine) {
        String plain = machine.id() + "-own";
        String id = Stream.concat(
                        Stream.of(plain),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> plain + "-" + number))
                .filter(free -> !exists(free))
                .findFirst()
                .orElseThrow();
        return editor(new MachineEditorViewModel.Begin.Copy(machine, id, usual()));
    }

    /// @return an editor of a machine of the person's own
    public MachineEditorViewModel edit(Machine machine) {
        return editor(new MachineEditorViewModel.Begin.Edit(machine, usual()));
    }

    private MachineEditorViewModel editor(MachineEditorViewModel.Begin begin) {
        return new MachineEditorViewModel(begin, this, catalogue.machines());
    }

    private Usual usual() {
        return new Usual(Source.Kind.SECONDARY, "", files.today());
    }

    /// Keeps a profile among the person's own, and shows it in a column if it is in none.
    ///
    /// @param saved is told once it is kept
    void save(Machine machine, String text, Runnable saved) {
        act(() -> {
            String place = files.save(machine.id(), text);
            FollowedFolder.Held held = folder.read();
            return () -> {
                take(held);
                if (root.getComparison().candidates().find(machine.id()).isEmpty()) {
                    columns.add(machine);
                }
                notices.say(new Notice.Saved(place));
                saved.run();
            };
        });
    }

    /// Takes a profile of the person's own away, and its columns unless a shipped one comes to light.
    public void delete(Machine machine) {
        boolean hides = whose(machine) == Whose.HIDES_SHIPPED;
        act(() -> {
            files.delete(machine.id());
            FollowedFolder.Held held = folder.read();
            return () -> {
                take(held);
                if (!hides) {
                    root.getComparison().candidates().all().stream()
                            .filter(one -> one.profile().id().equals(machine.id()))
                            .map(Candidate::id)
                            .forEach(columns::remove);
                }
            };
        });
    }

    /// Writes a machine's profile to a file.
    public void export(Machine machine, Path target) {
        act(() -> {
            files.export(target, FormWriter.text(MachineForms.of(machine, NOBODY)));
            return () -> notices.say(new Notice.Saved(target.toString()));
        });
    }

    /// Reads a profile and keeps it among the person's own. A file that is none is refused with what is wrong.
    ///
    /// @param confirm asks before a profile is replaced: which, and what to do then
    public void read(Path file, BiConsumer<Machine, Runnable> confirm) {
        act(() -> {
            String text = files.text(file);
            Reading<Machine> reading = MachineProfile.read(file.toString(), text);
            return () -> {
                switch (reading) {
                    case Reading.Refused<Machine>(ProfileProblem problem) ->
                        notices.say(new Notice.NotOpened(problem.phrase()));
                    case Reading.Read<Machine>(Machine machine) -> {
                        Runnable keep = () -> save(machine, text, () -> {});
                        if (exists(machine.id())) {
                            confirm.accept(machine, keep);
                        } else {
                            keep.run();
                        }
                    }
                }
            };
        });
    }

    /// Reads a file as a machine's profile if it calls itself one, else leaves it to somebody else.
    ///
    /// @param otherwise takes any other file
    public void readOr(Path file, BiConsumer<Machine, Runnable> confirm, Runnable otherwise) {
        if (!file.toString().endsWith(".json")) {
            otherwise.run();
            return;
        }
        act(() -> {
            boolean mine = MachineProfile.isOne(file.toString(), files.text(file));
            return () -> {
                if (mine) {
                    read(file, confirm);
                } else {
                    otherwise.run();
                }
            };
        });
    }

    /// @return whether there is a machine of that id, shipped or not
    boolean exists(String id) {
        return catalogue.ids(ProfileKind.MACHINE).contains(id);
    }

    /// @return whose a machine of that id is, if there is one
    Optional<Whose> whose(String id) {
        return exists(id) ? Optional.of(own.get().getOrDefault(id, Whose.SHIPPED)) : Optional.empty();
    }

    /// @return this computer
    public ThisComputerViewModel thisComputer() {
        return new ThisComputerViewModel(this, catalogue, files, background, notices);
    }

    private void act(Callable<Runnable> work) {
        acting.request(work, Runnable::run, failure -> {
            if (failure instanceof IOException unwritable) {
                notices.say(new Notice.NotSaved(String.valueOf(unwritable.getMessage()), ""));
            } else {
                notices.fault(failure);
            }
        });
    }
}
