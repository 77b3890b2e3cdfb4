package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.runtime.BlockFormat;

class KernelFamilyTest {
    @ParameterizedTest(name = "{0}: {1} weights in {2} bytes are read as {3}, multiplied as {4}")
    @CsvSource(textBlock = """
        # format,       weights, bytes, decoding, prompts
        f32,            1,       4,     BITS_16,  BITS_16
        bf16,           1,       2,     BITS_16,  BITS_16
        just-16,        8,       15,    BITS_16,  BITS_16
        a-little-below, 80,      149,   BITS_8,   BITS_16
        mostly-16,      8,       13,    BITS_8,   BITS_16
        less,           80,      129,   BITS_8,   BITS_8
        q8_0,           32,      34,    BITS_8,   BITS_8
        just-8,         80,      74,    BITS_8,   BITS_8
        below-8,        80,      73,    BITS_4,   BITS_4
        fp8_128x128,    16384,   16388, BITS_8,   K_QUANT
        q6_k,           256,     210,   K_QUANT,  K_QUANT
        iq4_xs,         256,     136,   K_QUANT,  K_QUANT
        q4_0,           32,      18,    BITS_4,   BITS_4
        mxfp4,          32,      17,    FP4,      FP4
        nvfp4,          16,      9,     FP4,      FP4
        """)
    void kernelsOfLikeFormatsAreOneFamily(
            String id, long elements, long bytes, KernelFamily decoding, KernelFamily prompts) {
        var block = new BlockFormat(id, elements, bytes);

        assertThat(KernelFamily.of(block)).isEqualTo(decoding);
        assertThat(KernelFamily.ofPrompt(block)).isEqualTo(prompts);
    }
}
