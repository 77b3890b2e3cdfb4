package org.tonari.viewmodel.why;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.desk.Subject;

/// The explanation of one number. Immutable.
///
/// @param machine   whose number
/// @param subject   which number
/// @param answer    the number and its tree, or what is missing
/// @param certainty how sure it is
/// @param pool      capacity of the memory it lies in, where it is a part of one and that is known
/// @param lines     the tree, ready to be written out
/// @param inputs    the leaves, each once, in the order they are met
/// @param source    the most telling source among the leaves, if there is one
/// @param step      what a decoding step's time is made of
/// @param remedy    the change that helps most simply, if any
/// @param measured  the published run nearest to the chosen context, if one is near
/// @param notes     what else is to be known of the machine's estimate
public record Why(
        Machine machine,
        Subject subject,
        Answer answer,
        Certainty certainty,
        Optional<Bytes> pool,
        List<Line> lines,
        List<Term.Given> inputs,
        Optional<Source> source,
        StepTime step,
        Optional<Fit.Remedy> remedy,
        Optional<Measurement> measured,
        Notes notes) {

    /// What no figure of an estimate says.
    ///
    /// @param remarks the weightiest first
    /// @param kernels that do not run natively, or of which nothing is known
    /// @param missing the first fact that keeps the memory from being told
    public record Notes(List<Remark> remarks, Optional<Compatibility> kernels, Optional<MissingFact> missing) {
        public Notes {
            remarks = List.copyOf(remarks);
        }
    }

    /// How sure a number is.
    public enum Certainty {
        /// Follows from the model's file and the runtime's rules to the byte.
        EXACT,
        /// Carries an interval.
        ESTIMATE,
        /// Parts of it are unknown.
        AT_LEAST,
        UNKNOWN
    }

    /// A line of the written tree.
    public sealed interface Line {
        /// A part with its value.
        record Heading(Term term) implements Line {}

        /// How a number follows from others.
        ///
        /// @param depth   how far it is set in, from 1
        /// @param derived the number
        record Formula(int depth, Term.Derived derived) implements Line {}
    }

    public Why {
        lines = List.copyOf(lines);
        inputs = List.copyOf(inputs);
    }
}
