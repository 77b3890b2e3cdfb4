package org.tonari.view.proof;

import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.tonari.text.CommonText;
import org.tonari.text.Formats.Detail;
import org.tonari.text.ProofText;
import org.tonari.units.Bytes;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.pages.ProofViewModel;
import org.tonari.viewmodel.pages.ProofViewModel.MemoryLine;

/// Memory that published runs printed beside what is estimated for it.
final class MemoryTable {
    private final ProofViewModel model;
    private final Words words;
    private final ProofColumns columns;

    MemoryTable(ProofViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.columns = new ProofColumns(words);
    }

    /// Memory that runs printed, the readings furthest off first.
    Region build() {
        var table = new TableView<MemoryLine>();
        table.setId("memory-read");
        table.getStyleClass().add("proof-table");
        table.getColumns()
                .setAll(List.of(
                        columns.word(
                                ProofText.MEMORY_PART, 9, line -> words.now().text(part(line))),
                        columns.number(ProofText.ERROR, 6, MemoryLine::error, line -> ProofTables.signed(line.error())),
                        columns.word(
                                CommonText.MODEL,
                                12,
                                line -> line.reading().words().getOrDefault("model", "")),
                        columns.word(
                                CommonText.WEIGHTS,
                                6,
                                line -> line.reading().words().getOrDefault("weights", "")),
                        columns.word(
                                CommonText.RUNTIME,
                                6,
                                line -> line.reading().words().getOrDefault("runtime", "")),
                        columns.number(
                                ProofText.AXIS_MEASURED,
                                7,
                                line -> line.reading().measured().magnitude(),
                                line -> bytes(line.reading().measured())),
                        columns.number(
                                ProofText.AXIS_ESTIMATED,
                                7,
                                line -> line.estimated().magnitude(),
                                line -> bytes(line.estimated())),
                        columns.word(CommonText.MACHINE, 11, this::machine),
                        columns.word(
                                CommonText.CONTEXT,
                                6,
                                line -> words.now().formats().contextLabel(line.context())),
                        columns.word(
                                CommonText.SOURCE,
                                24,
                                line -> line.reading().source().citation())));
        model.readyProperty().subscribe(_ -> table.getItems().setAll(model.memory()));
        words.wording().subscribe(_ -> table.refresh());
        return table;
    }

    private String machine(MemoryLine line) {
        return line.machine().isEmpty() ? words.now().text(ProofText.MEMORY_OTHER_MACHINE) : line.machine();
    }

    private String bytes(Bytes size) {
        return words.now().formats().memoryWithUnit(size, Detail.CHART);
    }

    private static ProofText part(MemoryLine line) {
        return switch (line.reading().part()) {
            case WEIGHTS -> ProofText.PART_WEIGHTS;
            case KV_CACHE -> ProofText.PART_KV_CACHE;
            case RECURRENT_STATE -> ProofText.PART_RECURRENT_STATE;
            case ACTIVATIONS -> ProofText.PART_ACTIVATIONS;
            case WITHOUT_RUNTIME -> ProofText.PART_WITHOUT_RUNTIME;
            case REQUIRED -> ProofText.PART_REQUIRED;
        };
    }
}
