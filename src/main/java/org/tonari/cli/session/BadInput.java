package org.tonari.cli.session;

import java.io.Serial;
import org.tonari.profiles.tree.ProfileProblem;

/// What a person wrote cannot be understood or done. Caught once, where the command line ends.
public final class BadInput extends RuntimeException {
    /// How [org.tonari.profiles.requests.ScenarioWords] is told to call the options it is given.
    public static final String COMMAND_LINE = "command line";

    @Serial
    private static final long serialVersionUID = 1L;

    /// @param message what was found and what was expected
    public BadInput(String message) {
        super(message);
    }

    /// @return a problem in the words of the command line: `--machine: found "x", expected …`
    public static BadInput of(ProfileProblem problem) {
        if (!problem.file().equals(COMMAND_LINE)) {
            return new BadInput(problem.sentence());
        }
        String place = problem.place().english();
        String option = place.startsWith("overrides.")
                ? "--set " + place.substring("overrides.".length())
                : "--" + place.replace('_', '-');
        return new BadInput(option + ": found " + problem.found() + ", expected " + problem.expected());
    }
}
