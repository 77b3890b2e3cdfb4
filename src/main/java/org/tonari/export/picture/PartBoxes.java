package org.tonari.export.picture;

import org.tonari.chart.MemoryPart;
import org.tonari.chart.memory.PartBox;
import org.tonari.chart.memory.Size;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.units.Bytes;

/// The boxes of one memory's stack, each with its figure and what is spoken of it.
///
/// @param wording  in which language and unit
/// @param machine  as its column is headed
/// @param capacity of the memory, which shares are of
record PartBoxes(Wording wording, String machine, Answer capacity) {

    /// @return a part, hatched with a question mark where its size is unknown
    PartBox of(MemoryPart part, String name, Answer answer) {
        return switch (answer) {
            case Answer.Known(Term term) ->
                new PartBox(
                        part,
                        Size.of(term.bytes()),
                        name,
                        wording.formats().memory(term.bytes(), Detail.CHART),
                        spoken(name, term.bytes()));
            case Answer.Unknown _ ->
                new PartBox(
                        part, Size.UNKNOWN, name, Formats.UNKNOWN, machine + ", " + name + ", " + wording.unknown());
        };
    }

    /// @return what is left of the usable memory; its figure is negative where more is required
    PartBox spare(Bytes usable, Bytes required) {
        Bytes room = usable.minusOrZero(required);
        String name = wording.text(CommonText.SPARE);
        return new PartBox(
                MemoryPart.SPARE,
                Size.of(room),
                name,
                wording.formats().memory(usable.differenceFrom(required), Detail.CHART),
                spoken(name, room));
    }

    private String spoken(String name, Bytes bytes) {
        return machine + ", " + name + ", " + wording.spokenSize(bytes, known(capacity));
    }

    static Size size(Answer answer) {
        return answer.optional().map(term -> Size.of(term.bytes())).orElse(Size.UNKNOWN);
    }

    static Bytes known(Answer answer) {
        return answer.optional().map(Term::bytes).orElse(Bytes.ZERO);
    }
}
