package org.tonari.engine.speed;

import org.tonari.domain.runtime.BlockFormat;

/// Weight formats whose kernels run alike.
///
/// The split follows what separate efficiencies the published measurements can tell apart: 16 bits and more, 8 bits,
/// k-quants, other formats of 4 to 6 bits, and the two FP4 formats.
public enum KernelFamily {
    BITS_16("16bit"),
    BITS_8("8bit"),
    K_QUANT("kquant"),
    BITS_4("4bit"),
    FP4("fp4");

    private static final double LEAST_16_BIT = 15;
    private static final double LEAST_8_BIT = 7.4;
    private static final double MOSTLY_16_BIT = 13;
    private static final String BLOCK_SCALED = "fp8_128x128";

    private final String residentRate;
    private final String expertRate;
    private final String promptResidentRate;
    private final String promptExpertRate;

    KernelFamily(String key) {
        this.residentRate = "resident." + key;
        this.expertRate = "expert." + key;
        this.promptResidentRate = "prefill." + residentRate;
        this.promptExpertRate = "prefill." + expertRate;
    }

    /// @return the family whose kernels read the format
    public static KernelFamily of(BlockFormat block) {
        if (block.id().equals("mxfp4") || block.id().equals("nvfp4")) {
            return FP4;
        }
        if (block.bitsPerElement() >= LEAST_16_BIT) {
            return BITS_16;
        }
        if (block.bitsPerElement() >= LEAST_8_BIT) {
            return BITS_8;
        }
        return block.id().endsWith("_k") || block.id().startsWith("iq") ? K_QUANT : BITS_4;
    }

    /// @return the family whose kernels multiply prompts with the format. FP8 scaled by blocks is widened first on
    ///         every machine measured, as packed weights are; formats a little below 16 bits are mostly 16 bits
    /// wide.
    public static KernelFamily ofPrompt(BlockFormat block) {
        if (block.id().equals(BLOCK_SCALED)) {
            return K_QUANT;
        }
        return of(block) == BITS_8 && block.bitsPerElement() >= MOSTLY_16_BIT ? BITS_16 : of(block);
    }

    /// @return the rate at which decoding reads weights that every token passes through
    String residentRate() {
        return residentRate;
    }

    /// @return the rate at which decoding reads experts
    String expertRate() {
        return expertRate;
    }

    /// @return the rate at which prompts are multiplied with weights that every token passes through
    String promptResidentRate() {
        return promptResidentRate;
    }

    /// @return the rate at which prompts are multiplied with experts
    String promptExpertRate() {
        return promptExpertRate;
    }
}
