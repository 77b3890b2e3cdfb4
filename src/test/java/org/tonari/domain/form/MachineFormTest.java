package org.tonari.domain.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;

/// A machine being written down: what stands in the form, and where.
class MachineFormTest {
    private static final FigurePlace CAPACITY = new FigurePlace(FigurePlace.Sort.BYTES, "memory.capacity");
    private static final FigureEntry ENTRY =
            new FigureEntry("128", "GB", Optional.of(Source.Kind.VENDOR), "a page", "2026-01-01", "");

    private static MachineForm form() {
        return new MachineForm(
                ShippedScenarios.of("dgx-spark", "llama-3.1-8b", "q8_0").machine(),
                Map.of(MachineForm.Word.NAME, "  Mine "),
                MachineForm.Layout.UNIFIED,
                MachineForm.LimitType.NONE,
                Map.of("memory.capacity", ENTRY),
                new MachineForm.Usual(Source.Kind.VENDOR, "a page", "2026-01-01"));
    }

    @Test
    void wordsAreStrippedAndEmptyWhereNothingStands() {
        assertThat(form().word(MachineForm.Word.NAME)).isEqualTo("Mine");
        assertThat(form().word(MachineForm.Word.ID)).isEmpty();
    }

    @Test
    void aFigureThatWasNotEnteredIsBlankInItsUsualUnit() {
        FigurePlace power = new FigurePlace(FigurePlace.Sort.POWER, "power.load");

        assertThat(form().figure(CAPACITY, "GiB")).isEqualTo(ENTRY);
        assertThat(form().figure(power, "W")).isEqualTo(FigureEntry.blank("W"));
        assertThat(FigureEntry.blank("W").isUnknown()).isTrue();
        assertThat(ENTRY.isUnknown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "memory.capacity, MEMORY",
        "processor.peak, COMPUTE",
        "links.nic, LINKS",
        "storage.read, LINKS",
        "power.idle, POWER",
        "prices.jpy, PRICES"
    })
    void aFigureStandsInTheSectionOfItsPath(String path, FigurePlace.Section section) {
        assertThat(new FigurePlace(FigurePlace.Sort.BYTES, path).section()).isEqualTo(section);
    }
}
