package org.tonari.domain.question;

import java.util.Objects;
import org.tonari.domain.model.DiffusionJob;

/// What a person asks on the pages beside the workbench, each with its own assumptions. Immutable.
///
/// Part of a comparison, so that a change is undone, saved and exported like any other.
///
/// @param together models in one memory at once
/// @param linking  how linked machines work on the workbench's model
/// @param training how a model is fine-tuned
/// @param pictures what is generated
/// @param cost     what costs rest on
/// @param wish     what a machine is wanted for, and within which limits
public record Questions(
        ModelSet together,
        Linking linking,
        TrainingPlan training,
        DiffusionJob pictures,
        CostAssumptions cost,
        Wish wish) {
    /// Every page as it stands at first.
    public static final Questions DEFAULT = new Questions(
            ModelSet.DEFAULT,
            Linking.DEFAULT,
            TrainingPlan.DEFAULT,
            DiffusionJob.DEFAULT,
            CostAssumptions.DEFAULT,
            Wish.DEFAULT);

    public Questions {
        Objects.requireNonNull(together);
        Objects.requireNonNull(linking);
        Objects.requireNonNull(training);
        Objects.requireNonNull(pictures);
        Objects.requireNonNull(cost);
        Objects.requireNonNull(wish);
    }

    /// @return this with another set of models
    public Questions withTogether(ModelSet other) {
        return new Questions(other, linking, training, pictures, cost, wish);
    }

    /// @return this with machines linked otherwise
    public Questions withLinking(Linking other) {
        return new Questions(together, other, training, pictures, cost, wish);
    }

    /// @return this with another training
    public Questions withTraining(TrainingPlan other) {
        return new Questions(together, linking, other, pictures, cost, wish);
    }

    /// @return this with something else generated
    public Questions withPictures(DiffusionJob other) {
        return new Questions(together, linking, training, other, cost, wish);
    }

    /// @return these with other assumptions on cost
    public Questions withCost(CostAssumptions other) {
        return new Questions(together, linking, training, pictures, other, wish);
    }

    /// @return these with another wish
    public Questions withWish(Wish other) {
        return new Questions(together, linking, training, pictures, cost, other);
    }
}
