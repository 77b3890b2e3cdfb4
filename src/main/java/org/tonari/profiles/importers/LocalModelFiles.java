package org.tonari.profiles.importers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.gguf.GgufModels;
import org.tonari.profiles.huggingface.ConfigReader;
import org.tonari.profiles.tree.Reading;

/// Understands model files on this computer: GGUF, and Hugging Face configurations or the folders that hold them.
///
/// The last GGUF file is remembered as long as it does not change, because many scenarios may ask for the same one.
/// Safe for use by several threads.
public final class LocalModelFiles implements ModelFiles {
    private static final String CONFIG = "config.json";

    private final ModelFiles configurations = new ConfigReader();
    private volatile @Nullable Remembered last;

    /// @param stamp what tells that the file is still the same
    private record Remembered(Stamp stamp, Reading<LanguageModel> reading) {}

    private record Stamp(Path file, FileTime modified, long size) {}

    @Override
    public Reading<LanguageModel> read(String place) {
        Path file = Path.of(place);
        if (file.toString().endsWith(".gguf")) {
            return gguf(file);
        }
        boolean weights = file.toString().endsWith(".safetensors");
        return configurations.read(
                Files.isDirectory(file) ? file.resolve(CONFIG) : weights ? file.resolveSibling(CONFIG) : file);
    }

    private Reading<LanguageModel> gguf(Path file) {
        Optional<Stamp> stamp = stamp(file);
        Remembered remembered = last;
        if (remembered != null && stamp.filter(remembered.stamp()::equals).isPresent()) {
            return remembered.reading();
        }
        Reading<LanguageModel> reading = GgufModels.read(file);
        if (stamp.isPresent() && reading instanceof Reading.Read<LanguageModel>) {
            last = new Remembered(stamp.get(), reading);
        }
        return reading;
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            return Optional.of(new Stamp(file, Files.getLastModifiedTime(file), Files.size(file)));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
