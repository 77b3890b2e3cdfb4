package org.tonari.profiles;

import java.nio.file.Path;
import org.tonari.domain.LanguageModel;

/// Understands model files that are not profiles, such as `.gguf` and `config.json`.
@FunctionalInterface
public interface ModelFiles {

    /// @return the model the file holds, or why it cannot be understood
    Reading<LanguageModel> read(Path file);

    /// @return a reader that understands profiles only
    static ModelFiles none() {
        return file -> new Reading.Refused<>(
                new ProfileProblem(file.toString(), "", "a file of another sort", "a model's profile"));
    }
}
