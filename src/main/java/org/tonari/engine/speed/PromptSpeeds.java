package org.tonari.engine.speed;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.answer.Speed.Prediction;

/// What a prompt takes, remembered along a curve: it is the same at every context that leaves the model where it is.
///
/// For one scenario but for its context and users, and for one thread.
public final class PromptSpeeds {
    private @Nullable Placement placement;
    private @Nullable Evidence evidence;
    private @Nullable Answer answer;

    /// @param rate       tokens a second
    /// @param firstToken seconds until there is one
    record Answer(Prediction rate, Prediction firstToken) {}

    /// @param make the answer where the model stands so, by such evidence
    Answer of(Placement where, Evidence near, Supplier<Answer> make) {
        Answer known = answer;
        if (known != null && where.equals(placement) && near == evidence) {
            return known;
        }
        Answer made = make.get();
        placement = where;
        evidence = near;
        answer = made;
        return made;
    }
}
