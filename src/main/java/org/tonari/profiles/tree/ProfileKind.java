package org.tonari.profiles.tree;

import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.explain.Phrase;

/// What a profile describes.
public enum ProfileKind {
    MACHINE("machine", "machines"),
    MODEL("model", "models"),
    WEIGHTS("weights", "weights"),
    CACHE("cache", "caches"),
    RUNTIME("runtime", "runtimes"),
    CALIBRATION("calibration", "calibration"),
    PRIOR("prior", "priors"),
    MEASUREMENTS("measurements", "measurements"),
    COMPATIBILITY("compatibility", "compatibility"),
    CLAIMS("claims", "claims"),
    OUTCOMES("outcomes", "outcomes"),
    MEMORY("memory", "memory"),
    USE("use", "uses"),
    LINK("link", "links"),
    DIFFUSION("diffusion", "diffusion"),
    REACH("reach", "reach"),
    TRIALS("trials", "trials");

    private final String word;
    private final String folder;

    ProfileKind(String word, String folder) {
        this.word = word;
        this.folder = folder;
    }

    /// @return what a file of this kind says in its field `kind`
    public String word() {
        return word;
    }

    /// @return what one of this kind is called in a sentence
    Phrase noun() {
        return switch (this) {
            case MACHINE -> Phrase.of("machine");
            case MODEL -> Phrase.of("model");
            case RUNTIME -> Phrase.of("runtime");
            case DIFFUSION -> Phrase.of("diffusion model");
            case WEIGHTS -> Phrase.of("weight format");
            case CACHE -> Phrase.of("cache format");
            case LINK -> Phrase.of("link");
            case USE -> Phrase.of("use");
            case CALIBRATION, PRIOR, MEASUREMENTS, COMPATIBILITY, CLAIMS, OUTCOMES, MEMORY, REACH, TRIALS ->
                Phrase.verbatim(word);
        };
    }

    /// @return the folder that holds profiles of this kind, beside those of the others
    public String folder() {
        return folder;
    }

    /// @return whether a file of this kind describes one thing that is asked for by its id
    public boolean hasId() {
        return switch (this) {
            case MACHINE,
                    MODEL,
                    WEIGHTS,
                    CACHE,
                    RUNTIME,
                    PRIOR,
                    COMPATIBILITY,
                    CLAIMS,
                    MEMORY,
                    USE,
                    LINK,
                    DIFFUSION,
                    REACH,
                    TRIALS -> true;
            case CALIBRATION, MEASUREMENTS, OUTCOMES -> false;
        };
    }

    /// @return the kind a file calls itself
    public static Optional<ProfileKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /// @return all words, for messages
    public static String words() {
        return String.join(", ", Stream.of(values()).map(ProfileKind::word).toList());
    }

    /// Refuses a file that calls itself something else or is of another schema.
    public void requireHeader(ProfileNode file) {
        ProfileNode kind = file.field("kind");
        if (!kind.text().equals(word)) {
            throw kind.refusedBut('\"' + word + '\"');
        }
        file.field("schema").whole(1, 1);
    }
}
