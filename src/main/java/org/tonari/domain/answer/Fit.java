package org.tonari.domain.answer;

import java.util.List;
import org.tonari.domain.scenario.Change;
import org.tonari.explain.Answer;
import org.tonari.units.ByteDifference;
import org.tonari.units.Bytes;

/// Whether a scenario fits, how far it could go, and what would help.
///
/// @param verdict        whether it fits
/// @param spare          what models may take less what is required, negative when over
/// @param longestContext the longest context, in steps of 256 tokens and up to the model's own limit, up to which
///                       everything fits; for a machine whose VRAM cannot hold the weights, up to which it runs
/// @param remedies       changes that help: first those after which it fits, of each sort the lightest first
public record Fit(Verdict verdict, ByteDifference spare, Answer longestContext, List<Remedy> remedies) {

    /// @param change  what to change
    /// @param saves   memory it saves
    /// @param verdict whether the scenario fits then
    public record Remedy(Change change, Bytes saves, Verdict verdict) {}

    public Fit {
        remedies = List.copyOf(remedies);
    }
}
