package org.tonari.viewmodel.choosing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.comparison.Candidates;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.profiles.Catalogue;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The machine columns: which there are, in which order, which are on screen. UI thread only.
///
/// The id of a machine's option is the machine's own id, a dot and a word: `self-built-ddr5-192.two-modules`.
public final class ColumnsViewModel {
    private final WorkbenchViewModel root;
    private final Catalogue catalogue;
    private final LatestTask<List<Machine>> reading;
    private final ReadOnlyObjectWrapper<List<Machine>> known = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableValue<Candidates> candidates;

    /// @param root       whose columns these are
    /// @param catalogue  machines that can be added
    /// @param background reads them
    public ColumnsViewModel(WorkbenchViewModel root, Catalogue catalogue, Background background) {
        this.root = root;
        this.catalogue = catalogue;
        this.reading = background.newest();
        this.candidates = root.comparisonProperty().map(Comparison::candidates);
    }

    /// @return the columns, from left to right
    public ObservableValue<Candidates> candidatesProperty() {
        return candidates;
    }

    /// @return every machine there is, once [#readAll] has read them
    public ReadOnlyObjectProperty<List<Machine>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /// Reads every machine in the background, if that was not done yet.
    public void readAll() {
        if (known.get().isEmpty()) {
            reading.request(catalogue::machines, known::set, failure -> {
                throw new IllegalStateException(failure);
            });
        }
    }

    /// Takes other profiles of machines than were read before.
    public void know(List<Machine> machines) {
        reading.cancel();
        known.set(machines);
    }

    /// @return the machine and its options that are known, the plain one first
    public List<Machine> optionsOf(Machine profile) {
        return known.get().stream()
                .filter(other -> base(other).equals(base(profile)))
                .sorted(Comparator.comparingInt(machine -> machine.id().length()))
                .toList();
    }

    private static String base(Machine machine) {
        int dot = machine.id().indexOf('.');
        return dot < 0 ? machine.id() : machine.id().substring(0, dot);
    }

    /// Adds a machine at the right; one that is there already as a copy with figures of its own.
    public void add(Machine profile) {
        change(all -> all.all().size() < Candidates.MOST ? all.with(profile, "") : all);
    }

    /// Puts a copy right beside a column, with the same figures of the person's own.
    public void duplicate(String id) {
        Candidates now = candidates.getValue();
        if (now.all().size() == Candidates.MOST) {
            return;
        }
        now.find(id).ifPresent(one -> {
            String copy = one.profile().copied(now.freeCopy(one.profile())).id();
            root.apply(
                    Act.MACHINES,
                    before -> before.withCandidates(all -> all.with(one.profile(), id))
                            .with(setup -> setup.withMachineOverrides(
                                            copy, setup.machineOverrides().getOrDefault(id, Map.of()))
                                    .withMeasurements(copy, setup.ownMeasurements(id))));
        });
    }

    /// Takes a column out, with the person's own figures about it. The last one on screen stays.
    public void remove(String id) {
        Candidates after = candidates.getValue().without(id);
        if (after.find(id).isEmpty()) {
            root.apply(
                    Act.MACHINES,
                    now -> now.withCandidates(_ -> after)
                            .with(setup ->
                                    setup.withMachineOverrides(id, Map.of()).withMeasurements(id, List.of())));
        }
    }

    /// Takes a column out of sight or brings it back. The last one on screen stays.
    public void show(String id, Visibility visibility) {
        change(all -> all.changed(id, one -> one.with(visibility)));
    }

    /// Moves a column by some places, negative for left.
    public void move(String id, int places) {
        change(all -> all.moved(id, places));
    }

    /// Gives a column a runtime of its own, or that of all others again; with it weights that it reads, if those of
    /// all others are of no use to it.
    public void run(String id, Optional<InferenceRuntime> own) {
        Optional<WeightFormat> instead = own.flatMap(runtime -> root.readable().instead(root.getComparison(), runtime));
        change(all -> all.changed(id, one -> one.withRuntime(own).withWeights(weights(one, own, instead))));
    }

    private static Optional<WeightFormat> weights(
            Candidate column, Optional<InferenceRuntime> own, Optional<WeightFormat> instead) {
        boolean kept = own.isPresent()
                && column.weights().filter(format -> format.isReadBy(own.get())).isPresent();
        return kept || own.isEmpty() && column.runtime().isEmpty() ? column.weights() : instead;
    }

    /// Stores the weights of a column in a way of its own, or as those of all others again.
    public void store(String id, Optional<WeightFormat> own) {
        change(all -> all.changed(id, one -> one.withWeights(own)));
    }

    /// Exchanges a column's machine for one of its options; colour and symbol stay.
    public void choose(String id, Machine option) {
        Candidates now = candidates.getValue();
        boolean same = now.find(id)
                .filter(one -> one.profile().id().equals(option.id()))
                .isPresent();
        if (!same) {
            change(all -> all.changed(id, one -> one.withProfile(option, now.freeCopy(option))));
        }
    }

    /// @return whether a column stands on screen and another one too, so that it may be hidden
    public boolean mayHide(Candidate column) {
        return !column.isShown() || candidates.getValue().shown().size() > 1;
    }

    private void change(UnaryOperator<Candidates> change) {
        root.apply(Act.MACHINES, now -> now.withCandidates(change));
    }
}
