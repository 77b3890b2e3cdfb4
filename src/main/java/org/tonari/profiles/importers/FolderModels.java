package org.tonari.profiles.importers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.domain.model.LanguageModel;
import org.tonari.explain.Phrase;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.gguf.GgufModels;
import org.tonari.profiles.huggingface.ConfigReader;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;

/// Reads a model from files that lie together, wherever that is, each format by its own reader.
public final class FolderModels {
    private static final String CONFIG = "config.json";

    private FolderModels() {}

    /// @param file the name of a `.gguf`, a configuration, an index of safetensors or a safetensors file
    /// @return the model, or why it cannot be understood
    public static Reading<LanguageModel> read(ModelFolder folder, String file) {
        if (file.endsWith(".gguf")) {
            return GgufModels.read(folder, file);
        }
        if (file.endsWith(".safetensors")) {
            return ConfigReader.read(folder, file.substring(0, file.lastIndexOf('/') + 1) + CONFIG);
        }
        return file.endsWith(".json")
                ? ConfigReader.read(folder, file)
                : new Reading.Refused<>(ProfileProblem.ofFile(
                        folder.place(file),
                        Phrase.of("a file of another sort"),
                        Phrase.of("{0} or {1}", ".gguf, config.json", ".safetensors")));
    }

    /// The models that a repository's files hold: its configuration where there are safetensors or nothing else, and
    /// each GGUF file, of parts the first. Projectors and importance matrices are no models.
    ///
    /// @param files paths of all files
    /// @return the files to read them from
    public static List<String> models(List<String> files) {
        List<String> gguf = files.stream()
                .filter(file -> file.endsWith(".gguf"))
                .filter(file -> !file.matches(".*-\\d{5}-of-\\d{5}\\.gguf") || file.contains("-00001-of-"))
                .filter(file -> !file.toLowerCase(Locale.ROOT).matches(".*(mmproj|imatrix).*"))
                .sorted()
                .toList();
        boolean safetensors = files.stream().anyMatch(file -> file.endsWith(".safetensors"));
        Optional<String> configuration =
                files.contains(CONFIG) && (safetensors || gguf.isEmpty()) ? Optional.of(CONFIG) : Optional.empty();
        return Stream.concat(configuration.stream(), gguf.stream()).toList();
    }
}
