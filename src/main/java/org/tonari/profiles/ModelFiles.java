package org.tonari.profiles;

import java.nio.file.Path;
import org.tonari.domain.model.LanguageModel;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;

/// Understands model files that are not profiles, such as `.gguf` and `config.json`.
@FunctionalInterface
public interface ModelFiles {

    /// @param place a path, an address (`https://…`), or a repository (`hf:org/name`)
    /// @return the model that is there, or why it cannot be understood
    Reading<LanguageModel> read(String place);

    /// @return the model the file holds, or why it cannot be understood
    default Reading<LanguageModel> read(Path file) {
        return read(file.toString());
    }

    /// @return whether a place lies beyond this computer, so that asking for it means using the network
    static boolean isRemote(String place) {
        return place.startsWith("hf:") || place.startsWith("https://") || place.startsWith("http://");
    }

    /// @return a reader that understands profiles only
    static ModelFiles none() {
        return place -> new Reading.Refused<>(
                ProfileProblem.ofFile(place, Phrase.of("a file of another sort"), Phrase.of("a model's profile")));
    }
}
