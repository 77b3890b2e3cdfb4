package org.tonari.view.charts;

import org.tonari.chart.Mark;
import org.tonari.chart.MemoryPart;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.export.picture.SpeedKind;
import org.tonari.viewmodel.desk.Selection;
import org.tonari.viewmodel.desk.SpeedMeasure;
import org.tonari.viewmodel.desk.Subject;

/// Translates between what a chart marks and what is explained.
public final class MarkSelection {
    private MarkSelection() {}

    /// @return what a click on a mark asks for
    public static Selection of(Mark mark, String fallback, SpeedMeasure measure) {
        return switch (mark) {
            case Mark.Nothing _, Mark.Place _ -> new Selection(fallback, new Subject.Required());
            case Mark.Whole(String id) -> new Selection(id, new Subject.Required());
            case Mark.Part(String id, int pool, MemoryPart part) -> new Selection(id, subject(pool, part));
            case Mark.Number(String id, Mark.Figure figure) -> new Selection(id, subject(figure));
            case Mark.Point(String id, double _) -> new Selection(id, subject(measure));
            case Mark.Measurement(String id, int _) -> new Selection(id, subject(measure));
        };
    }

    /// @return the mark that shows what is explained
    public static Mark of(Selection selection) {
        String id = selection.machineId();
        return switch (selection.subject()) {
            case Subject.Part(int pool, Part part) -> new Mark.Part(id, pool, part(part));
            case Subject.OperatingSystem(int pool) -> new Mark.Part(id, pool, MemoryPart.SYSTEM);
            case Subject.Usable(int pool) -> new Mark.Part(id, pool, MemoryPart.SPARE);
            case Subject.KeptFree(int pool) -> new Mark.Part(id, pool, MemoryPart.KEPT_FREE);
            case Subject.Decode _ -> new Mark.Number(id, Mark.Figure.RATE);
            case Subject.Required _ -> new Mark.Number(id, Mark.Figure.USAGE);
            case Subject.FirstToken _, Subject.Prefill _, Subject.LongestContext _, Subject.Power _, Subject.Energy _ ->
                new Mark.Whole(id);
        };
    }

    /// @return the picture's kind for what the view-model measures
    static SpeedKind kind(SpeedMeasure measure) {
        return switch (measure) {
            case DECODE -> SpeedKind.DECODE;
            case FIRST_TOKEN -> SpeedKind.FIRST_TOKEN;
            case PREFILL -> SpeedKind.PREFILL;
            case EACH_USER -> SpeedKind.EACH_USER;
            case ALL_USERS -> SpeedKind.ALL_USERS;
        };
    }

    private static Subject subject(SpeedMeasure measure) {
        return switch (measure) {
            case DECODE, EACH_USER, ALL_USERS -> new Subject.Decode();
            case FIRST_TOKEN -> new Subject.FirstToken();
            case PREFILL -> new Subject.Prefill();
        };
    }

    private static Subject subject(Mark.Figure figure) {
        return switch (figure) {
            case VERDICT, USAGE -> new Subject.Required();
            case RATE -> new Subject.Decode();
        };
    }

    private static Subject subject(int pool, MemoryPart part) {
        return switch (part) {
            case SYSTEM -> new Subject.OperatingSystem(pool);
            case RUNTIME -> new Subject.Part(pool, Part.RUNTIME);
            case WEIGHTS -> new Subject.Part(pool, Part.WEIGHTS);
            case KV_CACHE -> new Subject.Part(pool, Part.KV_CACHE);
            case STATE -> new Subject.Part(pool, Part.RECURRENT_STATE);
            case ACTIVATIONS -> new Subject.Part(pool, Part.ACTIVATIONS);
            case ADAPTERS, GRADIENTS, OPTIMISER, OTHER -> new Subject.Part(pool, Part.OTHER);
            case SPARE -> new Subject.Usable(pool);
            case KEPT_FREE -> new Subject.KeptFree(pool);
        };
    }

    private static MemoryPart part(Part part) {
        return switch (part) {
            case RUNTIME -> MemoryPart.RUNTIME;
            case WEIGHTS -> MemoryPart.WEIGHTS;
            case KV_CACHE -> MemoryPart.KV_CACHE;
            case RECURRENT_STATE -> MemoryPart.STATE;
            case ACTIVATIONS -> MemoryPart.ACTIVATIONS;
            case OTHER -> MemoryPart.OTHER;
        };
    }
}
