package org.tonari.viewmodel.pages;

import java.util.Arrays;
import java.util.Locale;

/// The pages of the window.
public enum Page {
    /// Memory stacks, speed curves and the table of the candidates.
    WORKBENCH(true),
    /// Which model fits which machine at the chosen context.
    MATRIX(true),
    /// Which way to store the chosen model's weights.
    FORMATS(true),
    /// Several models in one memory.
    TOGETHER(false),
    /// The model on several machines.
    LINKED(true),
    /// What fine-tuning takes.
    TRAINING(false),
    /// Generating pictures and clips.
    PICTURES(false),
    /// How the runtime's kernels run on each machine, and why.
    COMPATIBILITY(true),
    /// What the sticker says and what the workload reaches.
    REACH(true),
    /// What machines and their running cost.
    COST(true),
    /// Which machine for a wish.
    ADVICE(false),
    /// The articles' claims, recomputed.
    CLAIMS(false),
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

    /// @return its name in saved files
    public String inFiles() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return the page of that name in a saved file; the workbench where no page has it
    public static Page written(String name) {
        return Arrays.stream(values())
                .filter(page -> page.inFiles().equals(name))
                .findFirst()
                .orElse(WORKBENCH);
    }
}
