package org.tonari.viewmodel;

/// What a step of the undo history did; the menu names it.
public enum Act {
    MODEL,
    WEIGHTS,
    CACHE,
    RUNTIME,
    CONTEXT,
    PROMPT,
    USERS,
    TARGET,
    REMEDY,
    OVERRIDE,
    COST,
    WISH,
    RESET
}
