package org.tonari.domain;

import java.util.List;
import java.util.Objects;
import org.tonari.explain.Source;

/// Whether a runtime's kernels run natively on a machine.
///
/// @param state  how
/// @param why    in one sentence
/// @param effect what it does to speed
/// @param source who states it, and as of when
/// @param path   the questions that led here, in the order they were asked
public record Compatibility(State state, String why, Effect effect, Source source, List<Step> path) {
    /// How a model runs.
    public enum State {
        NATIVE,
        /// Weights are widened before each product.
        UPCAST,
        /// Kernels of an older generation run instead.
        FALLBACK,
        UNSUPPORTED,
        UNKNOWN
    }

    /// What the kernels do to speed, beside what was measured of them.
    public enum Effect {
        /// Nothing that is known.
        NONE,
        /// Prompts run no faster than with 16-bit weights: products are made in 16 bits.
        PROMPTS_AT_16_BIT_RATE
    }

    /// A question on the way to the state.
    public enum Question {
        /// Has the runtime a back end for the machine?
        BACK_END,
        /// Does the runtime read files of these weights?
        FILES,
        /// Does this statement speak of the combination?
        STATEMENT
    }

    /// The answer to a question.
    public enum Reply {
        YES,
        NO,
        /// The statement holds, and none that is nearer does.
        DECIDES,
        /// The statement holds, but a nearer one decides.
        OVERRULED
    }

    /// One step of the path.
    ///
    /// @param question what was asked
    /// @param reply    what came of it
    /// @param finding  in one sentence
    /// @param source   who states it
    public record Step(Question question, Reply reply, String finding, Source source) {}

    public Compatibility {
        Objects.requireNonNull(state);
        Objects.requireNonNull(effect);
        path = List.copyOf(path);
    }
}
