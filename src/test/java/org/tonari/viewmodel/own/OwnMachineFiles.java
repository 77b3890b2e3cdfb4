package org.tonari.viewmodel.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.forms.MachineProfile;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.choosing.ColumnsViewModel;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.window.NoticesViewModel;

/// A person's folder of machines with view-models on it; background work is done when a test says so.
final class OwnMachineFiles {
    final Desk desk = new Desk();
    final NoticesViewModel notices = new NoticesViewModel();
    private final Queue<Runnable> work = new ArrayDeque<>();

    private final Path folder;

    OwnMachineFiles(Path folder) {
        this.folder = folder;
    }

    record Desktop(Catalogue catalogue, ColumnsViewModel columns, OwnMachinesViewModel machines) {}

    Desktop desktop() {
        Catalogue catalogue = Catalogue.open(List.of(folder));
        var background = new Background(work::add, Runnable::run);
        var columns = new ColumnsViewModel(desk.root, catalogue, background);
        return new Desktop(
                catalogue,
                columns,
                new OwnMachinesViewModel(
                        desk.root, columns, notices, catalogue, new MadeUpMachineFiles(folder), background));
    }

    void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    Path file(String id) {
        return folder.resolve("machines").resolve(id + ".json");
    }

    void write(Machine machine) throws IOException {
        Files.createDirectories(folder.resolve("machines"));
        Files.writeString(file(machine.id()), MachineProfile.text(machine));
    }

    Machine shown(String id) {
        return desk.root.getComparison().candidates().all().stream()
                .map(Candidate::profile)
                .filter(machine -> machine.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Machine roomier(Machine machine, double gib) {
        return machine.withPools(List.of(machine.primaryPool()
                .withCapacity(
                        Sourced.known(Bytes.ofGiB(gib), Source.of(Source.Kind.MEASURED, "the system's own report")))));
    }
}
