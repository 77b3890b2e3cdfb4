package org.tonari.view.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.form.FigurePlace.Section;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.export.picture.Wording;
import org.tonari.text.Formats;
import org.tonari.text.MachineText;
import org.tonari.units.BytesPerSecond;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.own.FigureField;
import org.tonari.viewmodel.own.MachineEditorViewModel;

/// What a profile says of a machine: stated and measured bandwidth side by side, then every figure with its source.
final class MachineDetails {
    private final Machine machine;
    private final Wording wording;

    private MachineDetails(Machine machine, Wording wording) {
        this.machine = machine;
        this.wording = wording;
    }

    static void show(Node owner, MachineEditorViewModel figures, Machine machine, Words words) {
        var dialog = OwnDialog.open(
                owner, words, "machine-details", MachineText.DETAILS, build(machine, figures, words.now()), () -> {});
        dialog.setTitle(machine.name());
    }

    /// @param figures of the machine
    static Region build(Machine machine, MachineEditorViewModel figures, Wording wording) {
        return new MachineDetails(machine, wording).content(figures);
    }

    private Region content(MachineEditorViewModel figures) {
        var title = new Label(machine.name());
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        var scroll = Scrolls.of(table(figures));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("details-scroll");
        var content = new VBox(title, bandwidths(), scroll);
        content.getStyleClass().addAll("rows", "machine-details");
        return content;
    }

    private GridPane bandwidths() {
        var grid = new GridPane();
        grid.setId("bandwidths");
        grid.getStyleClass().add("bandwidths");
        grid.addRow(0, new Label(), caption(MachineText.STATED), caption(MachineText.MEASURED));
        int row = 1;
        for (MemoryPool pool : machine.pools()) {
            Label name = whole(wording.names().pool(pool.kind()));
            grid.addRow(row++, name, rate(pool.bandwidth()), rate(pool.measuredBandwidth()));
        }
        return grid;
    }

    /// Only sources may be cut: they are whole in their tooltips.
    private static Label whole(String text) {
        var label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Label caption(MachineText text) {
        var label = new Label(wording.text(text));
        label.getStyleClass().add("caption");
        return label;
    }

    private VBox rate(Sourced<BytesPerSecond> figure) {
        var number =
                new Label(figure.optional().map(wording.formats()::quantity).orElse(Formats.UNKNOWN));
        number.getStyleClass().add("big-figure");
        var source = new Label(
                switch (figure) {
                    case Sourced.Known<BytesPerSecond>(BytesPerSecond _, Source stated) ->
                        wording.names().source(stated);
                    case Sourced.Unknown<BytesPerSecond>(var fact) ->
                        wording.names().said(fact.reason());
                });
        source.getStyleClass().addAll("caption", "source");
        Hint.on(source, source.getText());
        return new VBox(number, source);
    }

    private GridPane table(MachineEditorViewModel figures) {
        var grid = new GridPane();
        grid.getStyleClass().add("details");
        var names = new FigureNames(wording, figures::linkName);
        int row = 0;
        Optional<Section> before = Optional.empty();
        for (FigureField field : figures.fieldsProperty().get()) {
            boolean said = !field.numberProperty().get().isBlank()
                    || !field.sourceProperty().get().isBlank();
            if (said) {
                Section section = field.place().section();
                if (!before.equals(Optional.of(section))) {
                    grid.add(head(section), 0, row++, 4, 1);
                }
                before = Optional.of(section);
                grid.addRow(row++, line(field, names).toArray(Node[]::new));
            }
        }
        return grid;
    }

    private Label head(Section section) {
        var head = new Label(wording.text(FigureNames.section(section)));
        head.getStyleClass().add("details-head");
        return head;
    }

    private List<Node> line(FigureField field, FigureNames names) {
        boolean unknown = field.numberProperty().get().isBlank();
        var number = new Label(
                unknown
                        ? Formats.UNKNOWN
                        : field.numberProperty().get() + " "
                                + field.unitProperty().get());
        number.getStyleClass().add("number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(number, HPos.RIGHT);
        String said = field.sourceProperty().get();
        var source = new Label(unknown ? wording.names().reason(said) : said);
        source.getStyleClass().addAll("caption", "source");
        Hint.on(source, source.getText());
        var line = new ArrayList<Node>();
        line.add(whole(names.of(field.place())));
        line.add(number);
        line.add(whole(field.kindProperty().get().map(wording.names()::kind).orElse("")));
        line.add(source);
        return line;
    }
}
