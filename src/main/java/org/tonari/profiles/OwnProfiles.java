package org.tonari.profiles;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.writers.MachineWriter;
import tools.jackson.databind.JsonNode;

/// The profiles of a [Catalogue] that are the person's own, as their files change. Thread-safe.
public final class OwnProfiles {
    private final Catalogue catalogue;

    /// Whose a profile is.
    public enum Standing {
        SHIPPED,
        YOURS,
        /// The person's own, in place of a shipped one of the same id.
        HIDES_SHIPPED
    }

    /// @param catalogue all profiles
    public OwnProfiles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Looks at the files of a kind again. Of one that became broken the last good version stays.
    ///
    /// @return what is wrong with files of that kind
    public List<ProfileProblem> reread(ProfileKind kind) {
        ProfileSource<?> source = catalogue.source(kind);
        source.reread();
        return source.problems();
    }

    /// @return whose the profile of that id is
    public Standing standing(ProfileKind kind, String id) {
        return catalogue.source(kind).standing(id);
    }

    /// @return the profile of a machine that these profiles do not describe, or describe otherwise
    public Optional<JsonNode> foreign(Machine machine) {
        boolean known = catalogue
                .machine(machine.id())
                .optional()
                .filter(machine::equals)
                .isPresent();
        return known ? Optional.empty() : Optional.of(MachineWriter.write(machine));
    }
}
