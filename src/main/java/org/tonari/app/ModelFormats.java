package org.tonari.app;

import java.nio.file.Path;
import org.tonari.domain.LanguageModel;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.Reading;
import org.tonari.profiles.gguf.GgufModels;
import org.tonari.profiles.huggingface.ConfigReader;

/// Reads model files of every known format: GGUF by its ending, anything else as a Hugging Face configuration.
final class ModelFormats implements ModelFiles {
    @Override
    public Reading<LanguageModel> read(Path file) {
        return file.toString().endsWith(".gguf") ? GgufModels.read(file) : new ConfigReader().read(file);
    }
}
