package org.tonari.engine.training;

import java.util.List;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.explain.Term;

/// What a model brings to its training, whatever sort of model it is.
sealed interface Learner permits TextLearner, PictureLearner {

    /// Weights that stand in memory.
    ///
    /// @param name       of the part
    /// @param fourBit    weights that QLoRA packs into 4 bits
    /// @param sixteenBit weights kept in 16 bits
    /// @param eightBit   weights kept in 8 bits
    record Weights(String name, long fourBit, long sixteenBit, long eightBit) {}

    /// @return the weights that stand in memory, part by part
    List<Weights> weights(TrainingPlan plan);

    /// @return all weights that full training changes
    Term trainable();

    /// @return input and output widths of the matrices that adapters attach to, added up
    Term adapterWidths(TrainingPlan.Targets targets);

    /// @return what one pass keeps for the way back
    Term activations(TrainingPlan plan);

    /// @return the work of one pass forward over the whole batch
    Term forward(TrainingPlan plan);

    /// @return what one step sees: tokens of text, or pictures
    Term seen(TrainingPlan plan);
}
