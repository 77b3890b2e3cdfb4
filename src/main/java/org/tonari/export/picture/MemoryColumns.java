package org.tonari.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonari.chart.MemoryPart;
import org.tonari.chart.memory.MemoryColumn;
import org.tonari.chart.memory.PartBox;
import org.tonari.chart.memory.PoolBox;
import org.tonari.chart.memory.Size;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.MemoryStack.Slice;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Answer;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.Names;
import org.tonari.text.WindowText;
import org.tonari.units.Bytes;
import org.tonari.units.TokensPerSecond;

/// Turns an estimate's memory into the column that the chart draws.
public final class MemoryColumns {
    private final Wording wording;
    private final Optional<TokensPerSecond> target;

    /// @param wording in which language and unit
    public MemoryColumns(Wording wording) {
        this(wording, Optional.empty());
    }

    /// @param wording in which language and unit
    /// @param target  the speed that is wished for; verdicts then say whether it is reached
    public MemoryColumns(Wording wording, Optional<TokensPerSecond> target) {
        this.wording = wording;
        this.target = target;
    }

    /// @return the columns from the left
    public List<MemoryColumn> of(List<Pictured> machines) {
        return machines.stream().map(this::column).toList();
    }

    private MemoryColumn column(Pictured machine) {
        Estimate estimate = machine.estimate();
        Verdict verdict = estimate.fit().verdict();
        String rate = rate(estimate.speed());
        return new MemoryColumn(
                machine.mark(),
                VerdictWords.mark(verdict),
                verdicts(estimate),
                pools(machine),
                rate,
                rate.equals(Formats.NOT_APPLICABLE) || rate.equals(Formats.UNKNOWN)
                        ? ""
                        : wording.text(WindowText.RATE_UNIT),
                usage(estimate),
                wording.text(
                        WindowText.SPOKEN_COLUMN,
                        machine.machine().shortName(),
                        VerdictWords.spoken(estimate, target, wording) + kernels(estimate),
                        rate + " " + wording.text(WindowText.RATE_UNIT)));
    }

    /// The sign of the kernels is given up last but for the verdict itself: every column has one.
    private List<String> verdicts(Estimate estimate) {
        String whole = VerdictWords.aboveColumn(estimate, target, wording);
        String brief = VerdictWords.aboveNarrowColumn(estimate.fit().verdict(), wording);
        String kernels = "  " + Names.badge(estimate.compatibility().state());
        return List.of(whole + kernels, brief + kernels, brief);
    }

    /// @return what the signs behind the verdicts say, for where nothing can be pointed at
    String key(List<Pictured> machines) {
        String signs = machines.stream()
                .map(machine -> machine.estimate().compatibility().state())
                .distinct()
                .sorted()
                .map(state -> Names.badge(state) + " " + wording.names().shortCompatibility(state))
                .collect(Collectors.joining("   "));
        return wording.text(CommonText.SOFTWARE) + "   " + signs;
    }

    /// How the kernels run, spoken behind the verdict; the sign says it on screen.
    private String kernels(Estimate estimate) {
        return ", " + wording.names().compatibility(estimate.compatibility().state());
    }

    private String rate(Speed speed) {
        return switch (speed) {
            case Speed.Known known -> wording.formats().chartRate(known.decode().value());
            case Speed.NotRunning _ -> Formats.NOT_APPLICABLE;
            case Speed.Unknown _ -> Formats.UNKNOWN;
        };
    }

    /// `68 of 122`: the stack with the system, of what the system sees.
    private String usage(Estimate estimate) {
        Bytes used = Bytes.ZERO;
        Bytes capacity = Bytes.ZERO;
        for (PoolStack pool : estimate.memory().pools()) {
            used = used.plus(PartBoxes.known(pool.osOverhead())).plus(pool.required());
            capacity = capacity.plus(PartBoxes.known(pool.capacity()));
        }
        return wording.text(
                estimate.memory().missing().isPresent() ? WindowText.AT_LEAST_USAGE : WindowText.USAGE,
                wording.whole(used),
                capacity.equals(Bytes.ZERO) ? Formats.UNKNOWN : wording.whole(capacity));
    }

    private List<PoolBox> pools(Pictured machine) {
        List<PoolStack> pools = machine.estimate().memory().pools();
        var boxes = new ArrayList<PoolBox>();
        for (int i = 0; i < pools.size(); i++) {
            boxes.add(box(machine, pools.get(i), i));
        }
        return boxes;
    }

    private PoolBox box(Pictured machine, PoolStack pool, int index) {
        String capacity = pool.capacity()
                .optional()
                .map(term -> wording.formats().memory(term.bytes(), Detail.CHART))
                .orElse(Formats.UNKNOWN);
        return new PoolBox(
                wording.text(WindowText.MEMORY_NAMED, shortName(pool.kind()), withoutZero(capacity)),
                PartBoxes.size(pool.capacity()),
                capacity,
                limit(pool),
                parts(machine, pool, index),
                excess(pool),
                index == 0 ? new PoolNotes(wording).levels(machine.estimate(), pool) : List.of());
    }

    private String shortName(MemoryPool.Kind kind) {
        return switch (kind) {
            case UNIFIED, VRAM -> wording.names().pool(kind);
            case HOST -> wording.text(WindowText.HOST_MEMORY);
        };
    }

    /// `64` rather than `64.0`: there is little room beside a box.
    private static String withoutZero(String number) {
        return number.endsWith(".0") || number.endsWith(",0") ? number.substring(0, number.length() - 2) : number;
    }

    /// Where the usable part ends, counted from the bottom.
    private static Size limit(PoolStack pool) {
        return pool.usable()
                .optional()
                .map(term -> Size.of(term.bytes().plus(PartBoxes.known(pool.osOverhead()))))
                .orElse(Size.UNKNOWN);
    }

    private String excess(PoolStack pool) {
        return pool.usable()
                .optional()
                .map(usable -> pool.required().differenceFrom(usable.bytes()))
                .filter(over -> over.count() > 0)
                .map(over -> wording.formats().signed(over, Detail.CHART))
                .orElse("");
    }

    private List<PartBox> parts(Pictured machine, PoolStack pool, int index) {
        var parts = new ArrayList<PartBox>();
        var boxes = new PartBoxes(wording, machine.machine().shortName(), pool.capacity());
        parts.add(boxes.of(MemoryPart.SYSTEM, wording.text(CommonText.SYSTEM), pool.osOverhead()));
        for (Slice slice : pool.slices()) {
            if (!isNothing(slice.size())) {
                PartBox box = boxes.of(part(slice.part()), wording.names().part(slice.part()), slice.size());
                parts.add(isSpilled(machine.estimate(), slice.part(), index) ? spilled(box, machine.estimate()) : box);
            }
        }
        pool.usable().optional().ifPresent(usable -> parts.add(boxes.spare(usable.bytes(), pool.required())));
        if (!isNothing(pool.keptFree())) {
            parts.add(boxes.of(MemoryPart.KEPT_FREE, wording.text(CommonText.KEPT_FREE), pool.keptFree()));
        }
        return parts;
    }

    private static boolean isSpilled(Estimate estimate, Part part, int index) {
        return index > 0 && part == Part.WEIGHTS && estimate.fit().verdict() instanceof Verdict.Spills;
    }

    private PartBox spilled(PartBox box, Estimate estimate) {
        return new PartBox(
                box.part(),
                box.size(),
                PartBox.Origin.SPILLED,
                box.name(),
                box.value(),
                new PoolNotes(wording).moved(estimate),
                box.spoken());
    }

    private static boolean isNothing(Answer answer) {
        return answer.optional().map(term -> term.bytes().equals(Bytes.ZERO)).orElse(false);
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
