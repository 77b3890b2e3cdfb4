package org.tonari.profiles.huggingface;

import java.io.IOException;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.ProfileText;

/// Reads the JSON files of a repository.
final class JsonFiles {
    private JsonFiles() {}

    /// @return the root of the file
    /// @throws ProfileException where there is no such file or it is no JSON
    static ProfileNode read(ModelFolder folder, String file) {
        try (ByteSource source = folder.open(file)) {
            return ProfileText.read(source);
        } catch (IOException unreadable) {
            throw new ProfileException(ProfileProblem.unreadable(folder.place(file), unreadable));
        }
    }
}
