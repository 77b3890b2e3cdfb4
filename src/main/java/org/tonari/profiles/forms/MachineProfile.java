package org.tonari.profiles.forms;

import org.tonari.domain.machine.Machine;
import org.tonari.profiles.readers.MachineReader;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileText;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.writers.MachineWriter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// A machine's profile as text: what one saves, sends on and reads back.
public final class MachineProfile {
    private static final ObjectWriter INDENTED = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private MachineProfile() {}

    /// @return the profile as indented text with a newline at its end; reading it gives the machine back
    public static String text(Machine machine) {
        return INDENTED.writeValueAsString(MachineWriter.write(machine)) + "\n";
    }

    /// @param name how the text is called in messages
    /// @return whether the text calls itself a machine's profile, sound or not
    public static boolean isOne(String name, String text) {
        try {
            ProfileNode root = ProfileText.parse(name, text);
            return root.isObject()
                    && root.optionalField("kind")
                            .filter(kind -> kind.isText() && kind.text().equals(ProfileKind.MACHINE.word()))
                            .isPresent();
        } catch (ProfileException _) {
            return false;
        }
    }

    /// @param name how the text is called in messages
    /// @return the machine that the text describes, or what is wrong with it
    public static Reading<Machine> read(String name, String text) {
        try {
            return new Reading.Read<>(MachineReader.read(ProfileText.parse(name, text)));
        } catch (ProfileException refused) {
            return new Reading.Refused<>(refused.problem());
        }
    }
}
