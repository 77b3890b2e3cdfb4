package org.tonari.engine.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Roofline.Counting;
import org.tonari.domain.answer.Roofline.Sticker;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.Processor;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.explain.Sourced;
import org.tonari.units.FlopsPerSecond;

/// The compute peaks that sources state of a machine.
final class Stickers {
    /// Of formats that compute alike where both are known, the first that a source states.
    private static final List<String> WIDE = List.of("bf16", "fp16", "fp32");

    private Stickers() {}

    /// @return every stated peak, the highest first
    static List<Sticker> of(Machine machine) {
        Processor processor = machine.processor();
        var all = new ArrayList<Sticker>();
        add(all, Counting.SPARSE, processor.sparsePeak());
        add(all, Counting.DENSE, processor.densePeak());
        add(all, Counting.MEASURED, processor.measuredPeak());
        all.sort(Comparator.comparingDouble(Stickers::size).reversed());
        return all;
    }

    private static void add(List<Sticker> all, Counting counting, Map<String, Sourced<FlopsPerSecond>> peaks) {
        peaks.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(peak -> {
            Answer answer = Answer.given(id(counting), peak.getValue(), "");
            if (answer instanceof Answer.Known) {
                all.add(new Sticker(counting, peak.getKey(), answer));
            }
        });
    }

    private static String id(Counting counting) {
        return switch (counting) {
            case DENSE -> "dense_peak";
            case SPARSE -> "sparse_peak";
            case MEASURED -> "measured_peak";
        };
    }

    private static double size(Sticker sticker) {
        return sticker.peak().optional().map(term -> term.value().magnitude()).orElse(0.0);
    }

    /// @return the highest peak that is advertised
    static Answer headline(List<Sticker> stickers, Machine machine) {
        return stickers.stream()
                .filter(sticker -> sticker.counting() != Counting.MEASURED)
                .findFirst()
                .or(() -> stickers.stream().findFirst())
                .map(Sticker::peak)
                .orElseGet(() -> unknown(machine));
    }

    /// Packed FP4 and FP8 weights run at their own rate only where the kernels are native; all else is multiplied in 16
    /// bits, or in 32 where a machine has no other.
    ///
    /// @return the dense peak that products of these weights can use
    static Answer roof(List<Sticker> stickers, Machine machine, WeightFormat weights, Compatibility kernels) {
        var formats = new ArrayList<String>();
        if (kernels.state() == Compatibility.State.NATIVE) {
            if (weights.kernelFamily().equals("fp4")) {
                formats.add("fp4");
            } else if (weights.id().startsWith("fp8")) {
                formats.add("fp8");
            }
        }
        formats.addAll(WIDE);
        for (Counting counting : List.of(Counting.DENSE, Counting.MEASURED)) {
            for (String format : formats) {
                for (Sticker sticker : stickers) {
                    if (sticker.counting() == counting && sticker.format().equals(format)) {
                        return sticker.peak();
                    }
                }
            }
        }
        return unknown(machine);
    }

    private static Answer unknown(Machine machine) {
        return new Answer.Unknown(new MissingFact(
                "machine.compute.dense", Phrase.of("no source states a compute peak of {0}", machine.name())));
    }
}
