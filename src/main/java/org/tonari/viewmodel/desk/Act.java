package org.tonari.viewmodel.desk;

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
    /// A setting of a page beside the workbench.
    QUESTION,
    COST,
    WISH,
    RESET_FIGURE,
    MEASURED,
    FORGET_MEASURED,
    MACHINES,
    PIN,
    UNPIN,
    GO_BACK,
    WHAT_IF,
    RESET
}
