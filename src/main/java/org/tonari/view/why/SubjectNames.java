package org.tonari.view.why;

import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.explain.Term;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.Formats.Detail;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.desk.Subject;

/// Names of what can be explained.
public final class SubjectNames {
    private SubjectNames() {}

    /// @return the name of what is explained, in the language that holds
    public static String of(Subject subject, Wording wording) {
        return switch (subject) {
            case Subject.Required _ -> wording.text(CommonText.REQUIRED);
            case Subject.Part(int _, Part part) -> wording.names().part(part);
            case Subject.OperatingSystem _ -> wording.text(CommonText.SYSTEM);
            case Subject.Usable _ -> wording.text(CommonText.USABLE);
            case Subject.KeptFree _ -> wording.text(CommonText.KEPT_FREE);
            case Subject.Decode _ -> wording.text(CommonText.DECODE);
            case Subject.FirstToken _ -> wording.text(CommonText.FIRST_TOKEN);
            case Subject.Prefill _ -> wording.text(CommonText.PREFILL);
            case Subject.LongestContext _ -> wording.text(CommonText.LONGEST_CONTEXT);
            case Subject.Power _ -> wording.text(CommonText.WATTS);
            case Subject.Energy _ -> wording.text(CommonText.JOULES_PER_TOKEN);
        };
    }

    /// @return a part of a sum: memory in three decimals without its unit, all else with it
    static String leaf(Term term, Wording wording) {
        return term.value() instanceof Bytes bytes && bytes.count() >= Bytes.PER_MIB
                ? wording.formats().memory(bytes, Detail.LEAF)
                : wording.explanations().value(term);
    }
}
