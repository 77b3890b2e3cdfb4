package org.tonari.viewmodel.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Phrase;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.OwnProfiles;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;

/// The machines of the person's folder, and which of them changed since they were read last.
final class FollowedFolder {
    private final Catalogue catalogue;
    private final OwnProfiles profiles;
    private final Map<String, Machine> lastRead = new HashMap<>();

    /// What the folder holds.
    ///
    /// @param machines all there are, shipped ones too
    /// @param own      those of the person's own, by their ids
    /// @param problems what is wrong with files
    record Held(List<Machine> machines, Map<String, Whose> own, List<Phrase> problems) {
        Held {
            machines = List.copyOf(machines);
            own = Map.copyOf(own);
            problems = List.copyOf(problems);
        }
    }

    FollowedFolder(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.profiles = new OwnProfiles(catalogue);
    }

    /// Looks at the files again; slow, for a background thread.
    Held read() {
        List<Phrase> problems = profiles.reread(ProfileKind.MACHINE).stream()
                .map(ProfileProblem::phrase)
                .toList();
        var yours = new TreeMap<String, Whose>();
        List<Machine> machines = catalogue.machines();
        for (Machine machine : machines) {
            switch (profiles.standing(ProfileKind.MACHINE, machine.id())) {
                case SHIPPED -> {}
                case YOURS -> yours.put(machine.id(), Whose.YOURS);
                case HIDES_SHIPPED -> yours.put(machine.id(), Whose.HIDES_SHIPPED);
            }
        }
        return new Held(machines, yours, problems);
    }

    /// @return the person's own profiles that are not as they were read last, and shipped ones that came to light
    ///     again; on the UI thread
    Map<String, Machine> changed(Held held) {
        var changed = new HashMap<String, Machine>();
        for (Machine machine : held.machines()) {
            boolean yours = held.own().containsKey(machine.id());
            boolean followed = yours || lastRead.containsKey(machine.id());
            if (followed && !machine.equals(lastRead.get(machine.id()))) {
                changed.put(machine.id(), machine);
            }
            if (yours) {
                lastRead.put(machine.id(), machine);
            }
        }
        lastRead.keySet().removeIf(id -> !held.own().containsKey(id));
        return changed;
    }
}
