package org.tonari.domain;

import java.util.Objects;

/// What a person asks on the pages beside the workbench, each with its own assumptions. Immutable.
///
/// Part of a [Comparison], so that a change is undone, saved and exported like any other.
///
/// @param together models in one memory at once
/// @param linking  how linked machines work on the workbench's model
/// @param training how a model is fine-tuned
/// @param pictures what is generated
public record Questions(ModelSet together, Linking linking, TrainingPlan training, DiffusionJob pictures) {
    /// Every page as it stands at first.
    public static final Questions DEFAULT =
            new Questions(ModelSet.DEFAULT, Linking.DEFAULT, TrainingPlan.DEFAULT, DiffusionJob.DEFAULT);

    public Questions {
        Objects.requireNonNull(together);
        Objects.requireNonNull(linking);
        Objects.requireNonNull(training);
        Objects.requireNonNull(pictures);
    }

    /// @return this with another set of models
    public Questions withTogether(ModelSet other) {
        return new Questions(other, linking, training, pictures);
    }

    /// @return this with machines linked otherwise
    public Questions withLinking(Linking other) {
        return new Questions(together, other, training, pictures);
    }

    /// @return this with another training
    public Questions withTraining(TrainingPlan other) {
        return new Questions(together, linking, other, pictures);
    }

    /// @return this with something else generated
    public Questions withPictures(DiffusionJob other) {
        return new Questions(together, linking, training, other);
    }
}
