package org.tonari.profiles.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.form.FigureEntry;
import org.tonari.domain.form.FigurePlace;
import org.tonari.domain.form.FigurePlace.Sort;
import org.tonari.domain.form.FormProblem;
import org.tonari.domain.form.MachineForm;
import org.tonari.domain.form.MachineForm.Layout;
import org.tonari.domain.form.MachineForm.LimitType;
import org.tonari.domain.form.MachineForm.Usual;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Bytes;

/// Machines as forms: shown without loss, checked field by field, written as a profile.
class MachineFormsTest {
    private static final Usual NOBODY = new Usual(Source.Kind.SECONDARY, "", "");
    private static final Usual ME = new Usual(Source.Kind.MEASURED, "my own bench", "2026-11-21");

    static List<Machine> machines() {
        return Catalogue.open(List.of()).machines();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aFormThatNobodyChangedGivesTheMachineBack(Machine machine) {
        MachineForm form = MachineForms.of(machine, NOBODY);

        Reading<Machine> read = FormWriter.machine(form);

        assertThat(read).isEqualTo(new Reading.Read<>(machine));
        for (FigurePlace place : MachineForms.places(form)) {
            assertThat(FormCheck.of(place, form.figure(place, ""), NOBODY)).isEmpty();
        }
    }

    @Test
    void figuresStandInTheUnitAPersonWouldWrite() {
        MachineForm form = MachineForms.of(machine("self-built-ddr5-192"), NOBODY);

        assertThat(form.figures().get("memory.pools.0.capacity"))
                .extracting(FigureEntry::number, FigureEntry::unit)
                .containsExactly("192", "GiB");
        assertThat(form.figures().get("memory.pools.0.bandwidth"))
                .extracting(FigureEntry::number, FigureEntry::unit)
                .containsExactly("57.6", "GB/s");
        assertThat(form.figures().get("memory.pools.0.system_reserve").number()).isEqualTo("5 – 8 – 12");
        assertThat(form.figures().get("storage.size").unit()).isEqualTo("TB");
    }

    @ParameterizedTest(name = "{0}: \"{1}\" {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
        BYTES     | 128x       | GiB  | NUMBER
        BYTES     | -5         | GiB  | NUMBER
        BYTES     | 0          | GiB  | ABOVE_ZERO
        BYTES     | 9e30       | TiB  | ABOVE_ZERO
        BYTES     | 128 GB/s   | GiB  | NUMBER
        BANDWIDTH | fast       | GB/s | NUMBER
        SHARE     | 120        | %    | SHARE
        RESERVE   | 8 – 5 – 12 | GiB  | RESERVE
        RESERVE   | 5 – 8      | GiB  | RESERVE
        """)
    void whatIsNoFigureIsRefusedWithWhatWasExpected(Sort sort, String typed, String unit, FormProblem.Kind kind) {
        var place = new FigurePlace(sort, "memory.pools.0.capacity");

        Optional<FormProblem> problem = FormCheck.of(place, entry(typed, unit), ME);

        assertThat(problem).map(FormProblem::kind).contains(kind);
        assertThat(problem).map(FormProblem::found).contains(typed);
    }

    @ParameterizedTest(name = "{0} {1} is {2} bytes")
    @CsvSource(delimiter = '|', textBlock = """
        128      | GiB | 137438953472
        128 GB   | GiB | 128000000000
        1,024    | MiB | 1073741824
        １２８   | GB  | 128000000000
        """)
    void aUnitTypedBehindTheNumberCounts(String typed, String unit, long bytes) {
        Machine read = written(form(machine("dgx-spark")), "memory.pools.0.nominal", entry(typed, unit));

        assertThat(read.primaryPool().nominal().optional()).contains(new Bytes(bytes));
    }

    @Test
    void aFigureNeedsSomebodyWhoStatesIt() {
        var place = new FigurePlace(Sort.BYTES, "memory.pools.0.capacity");

        assertThat(FormCheck.of(place, entry("128", "GiB"), NOBODY))
                .map(FormProblem::kind)
                .contains(FormProblem.Kind.SOURCE);
        assertThat(FormCheck.of(place, entry("128", "GiB"), ME)).isEmpty();
    }

    @Test
    void aFigureWithoutASourceOfItsOwnGoesByThatOfTheForm() {
        Machine read = written(form(machine("dgx-spark")), "memory.pools.0.measured_bandwidth", entry("250", "GB/s"));

        assertThat(read.primaryPool().measuredBandwidth())
                .isInstanceOfSatisfying(
                        Sourced.Known.class,
                        known -> assertThat(known.source())
                                .isEqualTo(new Source(Source.Kind.MEASURED, "my own bench", "2026-11-21", "")));
    }

    @Test
    void aMachineFromNothingIsWhatWasTypedAndUnknownOtherwise() {
        MachineForm blank = MachineForms.blank(ME);
        var words = new EnumMap<Word, String>(blank.words());
        words.putAll(Map.of(Word.ID, "lab-box", Word.NAME, "Lab box", Word.ACCELERATOR, "RTX 3090"));
        words.put(Word.BACKENDS, "cuda cpu");
        var figures = Map.of("memory.pools.0.capacity", entry("24", "GiB"), "links.nic.bandwidth", entry("10", "Gb/s"));
        var form = new MachineForm(blank.base(), words, Layout.CARD_AND_HOST, LimitType.NONE, figures, ME);

        Machine machine = FormWriter.machine(form).optional().orElseThrow();

        assertThat(machine.id()).isEqualTo("lab-box");
        assertThat(machine.shortName()).isEqualTo("Lab box");
        assertThat(machine.backends()).containsExactly("cuda", "cpu");
        assertThat(machine.pools())
                .extracting(MemoryPool::kind)
                .containsExactly(MemoryPool.Kind.VRAM, MemoryPool.Kind.HOST);
        assertThat(machine.primaryPool().capacity().optional()).contains(Bytes.ofGiB(24));
        assertThat(machine.primaryPool().bandwidth().optional()).isEmpty();
        assertThat(machine.links()).singleElement().extracting(Machine.Link::id).isEqualTo("nic");
        assertThat(machine.prices()).isEmpty();
        assertThat(machine.processor().calibratedAs()).isEqualTo("lab-box");
    }

    @Test
    void anEmptyFormSaysWhatItLacks() {
        MachineForm blank = MachineForms.blank(NOBODY);

        assertThat(List.of(Word.values()))
                .filteredOn(word -> FormCheck.of(word, blank.word(word)).isPresent())
                .containsExactly(Word.ID, Word.NAME, Word.ACCELERATOR, Word.BACKENDS);
    }

    @Test
    void earlierPricesStayWhenTheNewestIsTypedOver() {
        Machine mini = machine("mac-mini-m4-pro-64");
        long before = mini.prices().size();

        Machine read = written(form(mini), "prices.JPY", entry("350000", "JPY"));

        assertThat(read.prices()).hasSize((int) before);
        assertThat(read.prices().getLast().amount().amount()).isEqualTo(350_000);
    }

    private static Machine written(MachineForm form, String path, FigureEntry entry) {
        var figures = new HashMap<>(form.figures());
        figures.put(path, entry);
        return FormWriter.machine(
                        new MachineForm(form.base(), form.words(), form.layout(), form.limit(), figures, form.usual()))
                .optional()
                .orElseThrow();
    }

    private static MachineForm form(Machine machine) {
        return MachineForms.of(machine, ME);
    }

    private static FigureEntry entry(String number, String unit) {
        return new FigureEntry(number, unit, Optional.empty(), "", "", "");
    }

    private static Machine machine(String id) {
        return Catalogue.open(List.of()).machine(id).optional().orElseThrow();
    }
}
