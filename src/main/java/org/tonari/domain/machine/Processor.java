package org.tonari.domain.machine;

import java.util.Map;
import org.tonari.explain.Sourced;
import org.tonari.units.FlopsPerSecond;

/// What does the arithmetic in a machine.
///
/// @param name              of the accelerator, or of the processor where there is none
/// @param architecture      compute capability or instruction set: `sm_121`, `sm_120`, `apple9`, `gfx1151`, `avx512`, …
/// @param calibrationClass  machines whose memories behave alike (`gb10`, `gddr`, `apple-max`, `cpu-ddr5`, …)
/// @param generation        finer than the class: the chip family (`blackwell`, `m3`, `m4`, …)
/// @param calibratedAs      id of the machine whose measurements speak for this one too: the same chip and memory; its
///                          own id where there is none
/// @param densePeak         peak rate by number format (`bf16`, `fp8`, `fp4`, …), without sparsity
/// @param sparsePeak        the same with structured sparsity, as marketing quotes it
/// @param measuredPeak      the best a measured matrix product reached, by number format
public record Processor(
        String name,
        String architecture,
        String calibrationClass,
        String generation,
        String calibratedAs,
        Map<String, Sourced<FlopsPerSecond>> densePeak,
        Map<String, Sourced<FlopsPerSecond>> sparsePeak,
        Map<String, Sourced<FlopsPerSecond>> measuredPeak) {
    public Processor {
        densePeak = Map.copyOf(densePeak);
        sparsePeak = Map.copyOf(sparsePeak);
        measuredPeak = Map.copyOf(measuredPeak);
    }
}
