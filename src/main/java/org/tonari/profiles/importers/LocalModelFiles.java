package org.tonari.profiles.importers;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tonari.domain.LanguageModel;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.Reading;
import org.tonari.profiles.gguf.GgufModels;
import org.tonari.profiles.huggingface.ConfigReader;

/// Understands model files on this computer: GGUF, and Hugging Face configurations or the folders that hold them.
public final class LocalModelFiles implements ModelFiles {
    private static final String CONFIG = "config.json";

    private final ModelFiles configurations = new ConfigReader();

    @Override
    public Reading<LanguageModel> read(Path file) {
        if (file.toString().endsWith(".gguf")) {
            return GgufModels.read(file);
        }
        boolean weights = file.toString().endsWith(".safetensors");
        return configurations.read(
                Files.isDirectory(file) ? file.resolve(CONFIG) : weights ? file.resolveSibling(CONFIG) : file);
    }
}
