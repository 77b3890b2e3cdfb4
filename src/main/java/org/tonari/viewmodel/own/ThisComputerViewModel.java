package org.tonari.viewmodel.own;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.form.MachineForm.Usual;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.forms.FormWriter;
import org.tonari.profiles.forms.MachineForms;
import org.tonari.units.BytesPerSecond;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.outside.MachineFiles;
import org.tonari.viewmodel.window.NoticesViewModel;

/// This computer as a machine among the others: looked at, kept, and its memory measured on request. UI thread only.
public final class ThisComputerViewModel {
    private final OwnMachinesViewModel machines;
    private final Catalogue catalogue;
    private final MachineFiles files;
    private final Background background;
    private final LatestTask<Machine> looking;
    private final LatestTask<Optional<Machine>> measuring;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Looking());
    private final NoticesViewModel notices;
    private AtomicBoolean cancelled = new AtomicBoolean();

    /// How far it is.
    public sealed interface State {
        /// The operating system is asked.
        record Looking() implements State {}

        /// @param machine as it is kept
        record Found(Machine machine) implements State {}

        /// @param machine as it is known so far
        /// @param share   done, from 0 to 1
        record Measuring(Machine machine, double share) implements State {}
    }

    ThisComputerViewModel(
            OwnMachinesViewModel machines,
            Catalogue catalogue,
            MachineFiles files,
            Background background,
            NoticesViewModel notices) {
        this.machines = machines;
        this.catalogue = catalogue;
        this.files = files;
        this.background = background;
        this.looking = background.newest();
        this.measuring = background.newest();
        this.notices = notices;
    }

    /// @return how far it is
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Asks the operating system, keeps what it says among the person's own machines, and shows it in a column.
    public void look() {
        looking.request(() -> described(Optional.empty()), this::keep, notices::fault);
    }

    /// What was measured before stays, for looking again says nothing against it.
    private Machine described(Optional<BytesPerSecond> measured) {
        List<Machine> all = catalogue.machines();
        Machine now = files.thisComputer(all, measured);
        return measured.isPresent()
                ? now
                : all.stream()
                        .filter(known -> known.id().equals(now.id()))
                        .findFirst()
                        .map(before -> now.withPools(now.pools().stream()
                                .map(pool -> asMeasured(pool, before))
                                .toList()))
                        .orElse(now);
    }

    private static MemoryPool asMeasured(MemoryPool pool, Machine before) {
        return before.pools().stream()
                .filter(earlier -> earlier.kind() == pool.kind())
                .filter(earlier -> earlier.measuredBandwidth() instanceof Sourced.Known<BytesPerSecond>)
                .findFirst()
                .map(earlier -> new MemoryPool(
                        pool.kind(),
                        pool.capacity(),
                        pool.nominal(),
                        pool.systemReserve(),
                        pool.limit(),
                        pool.bandwidth(),
                        earlier.measuredBandwidth()))
                .orElse(pool);
    }

    private void keep(Machine machine) {
        state.set(new State.Found(machine));
        var nobody = new Usual(Source.Kind.MEASURED, "", "");
        machines.save(machine, FormWriter.text(MachineForms.of(machine, nobody)), () -> {});
    }

    /// Measures how fast the memory can be read.
    public void measure() {
        if (!(state.get() instanceof State.Found(Machine machine))) {
            return;
        }
        cancelled = new AtomicBoolean();
        AtomicBoolean end = cancelled;
        state.set(new State.Measuring(machine, 0));
        measuring.request(
                () -> files.measureBandwidth(
                                share -> background.uiThread().later(() -> progress(machine, share, end)), end::get)
                        .map(rate -> described(Optional.of(rate))),
                found -> {
                    state.set(new State.Found(machine));
                    found.ifPresent(this::keep);
                },
                failure -> {
                    state.set(new State.Found(machine));
                    notices.fault(failure);
                });
    }

    private void progress(Machine machine, double share, AtomicBoolean end) {
        if (state.get() instanceof State.Measuring && !end.get()) {
            state.set(new State.Measuring(machine, share));
        }
    }

    /// Ends measuring; what is known stays.
    public void cancel() {
        cancelled.set(true);
        if (state.get() instanceof State.Measuring(Machine machine, double _)) {
            measuring.cancel();
            state.set(new State.Found(machine));
        }
    }
}
