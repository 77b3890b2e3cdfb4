package org.tonari.profiles.tree;

import java.io.Serial;

/// A file that cannot be understood. Caught where files are loaded, never further up.
public final class ProfileException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProfileProblem problem;

    /// @param problem what is wrong
    public ProfileException(ProfileProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /// @return what is wrong
    public ProfileProblem problem() {
        return problem;
    }
}
