package org.tonari.viewmodel.window;

import java.util.List;
import org.tonari.explain.Phrase;

/// Something the window has to say: in a bar under the menu what has to be known until it is closed, over the page what
/// only confirms an act. It never stops anybody from working.
public sealed interface Notice {
    /// Some profiles could not be read.
    ///
    /// @param problems file, place, found, expected of each; at least one
    record BrokenProfiles(List<Phrase> problems) implements Notice {
        public BrokenProfiles {
            problems = List.copyOf(problems);
        }
    }

    /// Files of the person's own can no longer be read; the last good versions stay.
    ///
    /// @param problems file, place, found, expected of each; at least one
    record OutlivedProfiles(List<Phrase> problems) implements Notice {
        public OutlivedProfiles {
            problems = List.copyOf(problems);
        }
    }

    /// A fault of Tonari's own.
    ///
    /// @param code    short, stable for the same fault
    /// @param details what to send to whoever can mend it
    record Fault(String code, String details) implements Notice {
        /// @return a failure as something a person can pass on
        public static Fault of(Throwable failure) {
            return FaultReport.of(failure);
        }
    }

    /// Something was saved.
    ///
    /// @param place where
    record Saved(String place) implements Notice {}

    /// Something could not be saved.
    ///
    /// @param place  where
    /// @param reason in the system's words
    record NotSaved(String place, String reason) implements Notice {}

    /// A file could not be opened.
    ///
    /// @param problem file, place, found and expected
    record NotOpened(Phrase problem) implements Notice {}

    /// A file of a newer format was opened.
    ///
    /// @param place where
    record OpenedReadOnly(String place) implements Notice {}

    /// The last run stopped without closing its window; what was on screen is there again.
    record Restored() implements Notice {}

    /// What to try first, for whoever opens the window for the first time.
    record FirstSteps() implements Notice {}

    /// Text was put on the clipboard.
    record Copied() implements Notice {}

    /// @return whether it only confirms what a person just did, so that their next act may take it away
    default boolean isPassing() {
        return switch (this) {
            case Saved _, Copied _ -> true;
            case BrokenProfiles _, OutlivedProfiles _, Fault _, NotSaved _, NotOpened _ -> false;
            case OpenedReadOnly _, Restored _, FirstSteps _ -> false;
        };
    }
}
