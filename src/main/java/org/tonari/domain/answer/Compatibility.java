package org.tonari.domain.answer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Ratio;

/// Whether a runtime's kernels run natively on a machine.
///
/// @param state  how
/// @param why    what decided
/// @param effect what it does to prompts
/// @param decode by how much decoding is faster or slower than with kernels of the machine's own, where it is stated
/// @param source who states it, and as of when
/// @param path   the questions that led here, in the order they were asked
public record Compatibility(
        State state, Finding why, Effect effect, Sourced<Ratio> decode, Source source, List<Step> path) {
    /// Nothing is stated of decoding.
    public static final Sourced<Ratio> NOT_STATED =
            Sourced.unknown("compatibility.decode_factor", "no source states what these kernels do to decoding");

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
        PROMPTS_AT_16_BIT_RATE;

        String sentence() {
            return switch (this) {
                case NONE -> "No effect on speed is stated";
                case PROMPTS_AT_16_BIT_RATE -> "Prompts run at the rate of 16-bit weights";
            };
        }
    }

    /// A question on the way to the state.
    public enum Question {
        /// Has the runtime a back end for the machine?
        BACK_END,
        /// Does the runtime read files of these weights?
        FILES,
        /// Does this statement speak of the combination?
        STATEMENT,
        /// Do these kernels change the speed?
        SPEED
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

    /// What came out of a question.
    public sealed interface Finding {
        /// @param words        a source's statement, as it was noted down in English
        /// @param translations the same by language tag, such as `ja`; may be empty
        record Stated(String words, Map<String, String> translations) implements Finding {
            public Stated {
                translations = Map.copyOf(translations);
                if (words.isBlank()) {
                    throw new IllegalArgumentException("a statement needs words");
                }
            }
        }

        /// The runtime has a back end for the machine.
        record RunsThrough(String runtime, String machine, String backend) implements Finding {}

        /// The runtime has no back end for the machine.
        record NoBackEnd(String runtime, String machine) implements Finding {}

        /// The runtime reads files of these weights.
        record Reads(String runtime, String weights) implements Finding {}

        /// The runtime does not read files of these weights.
        record DoesNotRead(String runtime, String weights) implements Finding {}

        /// No source read so far speaks of the combination.
        record NothingStated(String runtime, String weights, String architecture) implements Finding {}

        /// What the kernels do to speed.
        record Speeds(Effect effect) implements Finding {}

        /// @return the finding as an English sentence, for files that programs read
        default String sentence() {
            return switch (this) {
                case Stated(String words, var _) -> words;
                case RunsThrough(String runtime, String machine, String backend) ->
                    runtime + " runs on " + machine + " through " + backend;
                case NoBackEnd(String runtime, String machine) -> runtime + " has no back end here for " + machine;
                case Reads(String runtime, String weights) -> runtime + " reads " + weights + " files";
                case DoesNotRead(String runtime, String weights) -> runtime + " does not read " + weights + " files";
                case NothingStated(String runtime, String weights, String architecture) ->
                    "no source read so far says how " + runtime + "'s kernels for " + weights + " are made for "
                            + architecture;
                case Speeds(Effect effect) -> effect.sentence();
            };
        }
    }

    /// One step of the path: a question, its answer, and with it where the path goes on.
    ///
    /// @param question what was asked
    /// @param reply    what came of it
    /// @param finding  on what grounds
    /// @param source   who states it
    public record Step(Question question, Reply reply, Finding finding, Source source) {}

    public Compatibility {
        Objects.requireNonNull(state);
        Objects.requireNonNull(effect);
        Objects.requireNonNull(decode);
        path = List.copyOf(path);
    }

    /// @return the step that follows one of this path, nothing after the last
    public Optional<Step> after(Step step) {
        int next = path.indexOf(step) + 1;
        return next > 0 && next < path.size() ? Optional.of(path.get(next)) : Optional.empty();
    }
}
