package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;

class ExplanationsTest {
    private static final Source FILE = Source.of(Source.Kind.VENDOR, "config.json");

    private final Term layers = Term.given("layers", new Count(18), FILE);
    private final Term cells = Term.given("cells", new Tokens(32_768), FILE);
    private final Term row = Term.given("row_bytes", new Bytes(2_048), FILE, "model.row");
    private final Term cache = Term.derived("full_attention_cache", Unit.BYTES, Operation.PRODUCT, layers, cells, row);

    @Test
    void aProductReadsAsWhatItCounts() {
        ExplainedTerm explained = english().explain(cache);

        assertThat(explained.name()).isEqualTo("Full-attention layers");
        assertThat(explained.value()).isEqualTo("1.125 GiB");
        assertThat(explained.formula()).isEqualTo("18 layers × 32,768 cells × 2,048 B");
    }

    @Test
    void japaneseCountsWithItsOwnCounters() {
        ExplainedTerm explained = in(Language.JAPANESE).explain(cache);

        assertThat(explained.formula()).isEqualTo("18層 × 32,768セル × 2,048 B");
    }

    @Test
    void aLeafNamesItsSourceAndWhereItCanBeOverridden() {
        ExplainedTerm leaf = english().explain(cache).parts().getLast();

        assertThat(leaf.source()).isEqualTo("vendor: config.json");
        assertThat(leaf.path()).isEqualTo("model.row");
        assertThat(leaf.formula()).isEmpty();
    }

    @Test
    void aNumberWithoutANameStillReadsWell() {
        Term unheard = Term.derived("unheard_of_things", Unit.COUNT, Operation.SUM, layers, layers);

        assertThat(english().name(unheard)).isEqualTo("Unheard of things");
        assertThat(english().formula(unheard)).isEqualTo("18 layers + 18 layers");
    }

    @Test
    void roundingUpAndExtremesAreSaidInWords() {
        Term padded = Term.derived(
                "cells",
                Unit.TOKENS,
                Operation.PAD_UP,
                Term.given("window", new Tokens(640), FILE),
                Term.given("cell_step", new Tokens(256), FILE));
        Term most = Term.derived("cells", Unit.TOKENS, Operation.MAXIMUM, cells, cells);

        assertThat(english().formula(padded)).isEqualTo("window 640, up to a multiple of 256");
        assertThat(english().formula(most)).isEqualTo("the largest of 32,768 cells, 32,768 cells");
    }

    private static Explanations english() {
        return in(Language.ENGLISH);
    }

    private static Explanations in(Language language) {
        return new Explanations(Messages.in(language), new Formats(Locale.ENGLISH, ByteUnit.GIB));
    }
}
