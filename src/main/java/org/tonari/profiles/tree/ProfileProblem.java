package org.tonari.profiles.tree;

import java.io.IOException;
import org.tonari.explain.Phrase;

/// What is wrong with a file, in terms of the person who wrote it.
///
/// @param file     the file, as it was named
/// @param place    where in it, as a path such as `memory.pools[0].capacity.value`, or empty for the whole file
/// @param found    what stands there
/// @param expected what should; empty where what was found says all
public record ProfileProblem(String file, Phrase place, Phrase found, Phrase expected) {
    private static final Phrase NOTHING = Phrase.verbatim("");
    private static final Phrase A_FILE = Phrase.of("a file");

    /// @return a problem with a file as a whole
    public static ProfileProblem ofFile(String file, Phrase found, Phrase expected) {
        return new ProfileProblem(file, NOTHING, found, expected);
    }

    /// @return a problem with a file as a whole that says all by itself
    public static ProfileProblem ofFile(String file, Phrase why) {
        return new ProfileProblem(file, NOTHING, why, NOTHING);
    }

    /// @return a problem with a file that the system does not let be read
    public static ProfileProblem unreadable(String file, IOException refused) {
        return ofFile(file, Phrase.of("a file that cannot be read: {0}", String.valueOf(refused.getMessage())), A_FILE);
    }

    /// @return a problem with a file that is not there
    public static ProfileProblem noFile(String file) {
        return ofFile(file, Phrase.of("no file"), A_FILE);
    }

    /// @return the problem in one line
    public Phrase phrase() {
        // Words that stand in no file are called "command line" and the like, which has translations.
        Phrase origin = Phrase.of(file);
        Phrase where = place.isEmpty() ? origin : Phrase.of("{0}: {1}", origin, place);
        return expected.isEmpty()
                ? Phrase.of("{0}: {1}", where, found)
                : Phrase.of("{0}: found {1}, expected {2}", where, found, expected);
    }

    /// @return the problem in one line of English
    public String sentence() {
        return phrase().english();
    }
}
