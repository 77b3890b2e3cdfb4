package org.tonari.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.chart.MachineMark;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.memory.MemoryColumn;
import org.tonari.chart.memory.PartBox;
import org.tonari.chart.memory.PoolBox;
import org.tonari.chart.memory.Size;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.QuestionNames;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;

/// Turns the answer to a bigger question into the column that the memory chart draws.
public final class ProjectionColumns {
    private static final List<Measure> FIRST =
            List.of(Measure.MAKING_TIME, Measure.TRAINING_RATE, Measure.STEP_TIME, Measure.DECODE);

    private final Wording wording;
    private final QuestionNames names;

    /// @param wording in which language and unit
    public ProjectionColumns(Wording wording) {
        this.wording = wording;
        this.names = new QuestionNames(wording.messages(), wording.formats());
    }

    /// @param mark   the machine
    /// @param answer what it holds; of linked machines the one with the most in it is drawn
    public MemoryColumn column(MachineMark mark, Projection answer) {
        Verdict verdict = answer.verdict();
        return new MemoryColumn(
                mark,
                VerdictWords.mark(verdict),
                List.of(VerdictWords.aboveColumn(verdict, wording), VerdictWords.aboveNarrowColumn(verdict, wording)),
                pools(mark, answer),
                headline(answer),
                unit(answer),
                "",
                wording.text(
                        WindowText.SPOKEN_COLUMN,
                        mark.name(),
                        wording.names().sentence(verdict),
                        headline(answer) + " " + unit(answer)));
    }

    /// The card's memory before the host's; of several machines the fullest alone.
    private static List<Load> shown(Projection answer) {
        boolean oneMachine = answer.loads().stream().allMatch(load -> load.machine() == 1);
        return oneMachine ? answer.loads() : List.of(answer.fullest());
    }

    /// The figure below a column: what people ask for first.
    private static Optional<Figure> first(Projection answer) {
        for (Measure measure : FIRST) {
            for (Figure figure : answer.figures()) {
                if (figure.measure() == measure) {
                    return Optional.of(figure);
                }
            }
        }
        return Optional.empty();
    }

    private String headline(Projection answer) {
        return first(answer)
                .map(figure -> figure.value() instanceof Speed.Estimated known && isRate(figure)
                        ? wording.formats().chartRate(known.value())
                        : names.value(figure))
                .orElse(Formats.NOT_APPLICABLE);
    }

    private String unit(Projection answer) {
        return first(answer)
                .filter(figure -> figure.value() instanceof Speed.Estimated && isRate(figure))
                .map(_ -> wording.text(WindowText.RATE_UNIT))
                .orElse("");
    }

    private static boolean isRate(Figure figure) {
        return figure.measure() == Measure.DECODE || figure.measure() == Measure.TRAINING_RATE;
    }

    private List<PoolBox> pools(MachineMark mark, Projection answer) {
        return shown(answer).stream().map(load -> pool(mark, load)).toList();
    }

    private PoolBox pool(MachineMark mark, Load load) {
        String capacity = load.capacity()
                .optional()
                .map(term -> wording.formats().memory(term.bytes(), Detail.CHART))
                .orElse(Formats.UNKNOWN);
        Bytes usable = PartBoxes.known(load.usable());
        String excess = load.usable().optional().isPresent() && load.required().compareTo(usable) > 0
                ? wording.formats().signed(load.required().differenceFrom(usable), Detail.CHART)
                : "";
        return new PoolBox(
                wording.text(WindowText.MEMORY_NAMED, wording.names().pool(load.pool()), capacity),
                PartBoxes.size(load.capacity()),
                capacity,
                load.usable()
                        .optional()
                        .map(term -> Size.of(term.bytes().plus(PartBoxes.known(load.osOverhead()))))
                        .orElse(Size.UNKNOWN),
                parts(mark, load),
                excess,
                List.of());
    }

    private List<PartBox> parts(MachineMark mark, Load load) {
        var parts = new ArrayList<PartBox>();
        var boxes = new PartBoxes(wording, mark.name(), load.capacity());
        parts.add(boxes.of(MemoryPart.SYSTEM, wording.text(CommonText.SYSTEM), load.osOverhead()));
        for (Item item : load.items()) {
            if (!item.size()
                    .optional()
                    .map(term -> term.bytes().equals(Bytes.ZERO))
                    .orElse(false)) {
                parts.add(boxes.of(part(item.part()), names.part(item.part()), item.size()));
            }
        }
        load.usable().optional().ifPresent(usable -> parts.add(boxes.spare(usable.bytes(), load.required())));
        if (PartBoxes.known(load.keptFree()).count() > 0) {
            parts.add(boxes.of(MemoryPart.KEPT_FREE, wording.text(CommonText.KEPT_FREE), load.keptFree()));
        }
        return parts;
    }

    private static MemoryPart part(Part part) {
        return switch (part) {
            case RUNTIME -> MemoryPart.RUNTIME;
            case WEIGHTS -> MemoryPart.WEIGHTS;
            case KV_CACHE -> MemoryPart.KV_CACHE;
            case STATE -> MemoryPart.STATE;
            case ADAPTERS -> MemoryPart.ADAPTERS;
            case GRADIENTS -> MemoryPart.GRADIENTS;
            case OPTIMISER -> MemoryPart.OPTIMISER;
            case ACTIVATIONS -> MemoryPart.ACTIVATIONS;
            case OTHER -> MemoryPart.OTHER;
        };
    }

    /// @return which part of a memory a part of the chart shows; nothing for room and system
    public static Optional<Part> shownBy(MemoryPart part) {
        for (Part each : Part.values()) {
            if (part(each) == part) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
