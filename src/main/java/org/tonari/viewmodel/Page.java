package org.tonari.viewmodel;

/// The pages of the window.
public enum Page {
    /// Memory stacks, speed curves and the table of the candidates.
    WORKBENCH(true),
    /// Which model fits which machine at the chosen context.
    MATRIX(true),
    /// How right estimates are, against published runs.
    EVIDENCE(false);

    private final boolean follows;

    /// @param follows whether the page shows what the fields above it say
    Page(boolean follows) {
        this.follows = follows;
    }

    /// @return whether the page shows what the fields (model, weights, context …) say, so that they stay above it
    public boolean followsFields() {
        return follows;
    }
}
