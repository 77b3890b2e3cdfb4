package org.tonari.profiles.gguf;

import java.util.List;
import java.util.Locale;
import org.tonari.domain.model.LanguageModel.Details;

/// Names of a model from those its file and the file's author gave it.
final class Naming {
    private static final int LONGEST = 120;

    private Naming() {}

    /// @return the model's own name, else the file's
    static String name(Metadata metadata, String file) {
        String name = metadata.text("general.name").map(Naming::clean).orElse("");
        return name.isBlank() ? clean(file) : name;
    }

    /// @return the file's name as an id
    static String id(String file) {
        String id = clean(file)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceFirst("^[^a-z0-9]+", "");
        return id.isEmpty() ? "model" : id;
    }

    /// @return where the model comes from, as far as its file says
    static Details details(Metadata metadata) {
        String repository = metadata.text("general.source.huggingface.repository")
                .or(() -> metadata.text("general.source.repo_url"))
                .or(() -> metadata.text("general.source.url"))
                .map(Naming::clean)
                .orElse("");
        String licence = metadata.text("general.license").map(Naming::clean).orElse("");
        return new Details(repository, "", licence, "text", 0, List.of());
    }

    /// A file may come from anywhere: nothing in it may steer a terminal.
    static String clean(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\x{fffd}]+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).strip();
    }
}
