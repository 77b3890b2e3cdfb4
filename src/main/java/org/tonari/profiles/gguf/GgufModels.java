package org.tonari.profiles.gguf;

import java.nio.file.Path;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.LocalFolder;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.Reading;

/// Understands GGUF files.
///
/// ```java
/// Reading<LanguageModel> reading = GgufModels.read(Path.of("model-00001-of-00003.gguf"));
/// ```
public final class GgufModels {
    private GgufModels() {}

    /// @param file a model, or any part of one whose other parts lie beside it
    /// @return the model with its tensors' exact sizes, or why the file cannot be understood
    public static Reading<LanguageModel> read(Path file) {
        return read(LocalFolder.of(file), String.valueOf(file.getFileName()));
    }

    /// @param folder where the model lies
    /// @param file   the name of a model, or of any part of one whose other parts are in the folder too
    /// @return the model with its tensors' exact sizes, or why the file cannot be understood
    public static Reading<LanguageModel> read(ModelFolder folder, String file) {
        try {
            return new Reading.Read<>(GgufModel.of(GgufFile.open(folder, file)));
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        }
    }

    /// @param source the bytes of a whole model
    /// @param name   how it is called, without ending
    /// @return the model with its tensors' exact sizes, or why it cannot be understood
    public static Reading<LanguageModel> read(ByteSource source, String name) {
        try {
            return new Reading.Read<>(GgufModel.of(GgufFile.of(source, name)));
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        }
    }
}
