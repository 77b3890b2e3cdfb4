package org.tonari.view.window;

import java.util.List;
import java.util.StringJoiner;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tonari.domain.comparison.Pin;
import org.tonari.domain.comparison.Setup;
import org.tonari.export.picture.Wording;
import org.tonari.text.ChartText;
import org.tonari.text.CommonText;
import org.tonari.text.DeskText;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.table.Difference;

/// The pins as chips: a letter, how it differs from what is on screen, a way back and a way out.
final class PinStrip {
    private final Workbench workbench;
    private final Words words;
    private final HBox strip = new HBox();
    private List<String> shown = List.of();

    private PinStrip(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.words = words;
    }

    static Region build(Workbench workbench, Words words) {
        return new PinStrip(workbench, words).strip();
    }

    private Region strip() {
        strip.setId("pins");
        strip.getStyleClass().add("pin-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.setFillHeight(false);
        workbench.root().comparisonProperty().subscribe(_ -> show());
        words.wording().subscribe(_ -> show());
        Label imagining = words.on(new Label(), ChartText.WHAT_IF_HINT);
        imagining.setId("imagining");
        imagining.getStyleClass().add("imagining");
        imagining.visibleProperty().bind(workbench.root().resultsProperty().map(Difference::isImagined));
        imagining.managedProperty().bind(imagining.visibleProperty());
        var both = new HBox(imagining, strip);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private void show() {
        List<Pin> pins = workbench.pins().pinsProperty().getValue();
        List<String> texts = pins.stream()
                .map(pin -> pin.letter() + words.now().messages().language().tag() + difference(pin))
                .toList();
        if (!texts.equals(shown)) {
            shown = texts;
            strip.getChildren().setAll(pins.stream().map(this::chip).toList());
        }
    }

    private HBox chip(Pin pin) {
        var letter = new Label(String.valueOf(pin.letter()));
        letter.getStyleClass().add("pin-letter");
        letter.setMinWidth(Region.USE_PREF_SIZE);
        var back = new Button(difference(pin));
        back.getStyleClass().addAll("flat", "pin-name");
        back.setMnemonicParsing(false);
        Hint.on(back, words.now().text(DeskText.GO_BACK_TO, String.valueOf(pin.letter())));
        back.setOnAction(_ -> workbench.pins().goBack(pin));
        var out = new Button("×");
        out.getStyleClass().addAll("flat", "pin-out");
        out.setMinWidth(Region.USE_PREF_SIZE);
        out.setAccessibleText(words.now().text(DeskText.UNPIN_LETTER, String.valueOf(pin.letter())));
        Hint.on(out, out.getAccessibleText());
        out.setOnAction(_ -> workbench.pins().unpin(pin));
        var chip = new HBox(letter, back, out);
        chip.getStyleClass().add("pin-chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }

    private String difference(Pin pin) {
        return difference(pin.setup(), workbench.root().getComparison().setup(), words.now());
    }

    /// `128k, q8_0`: only what differs.
    static String difference(Setup pinned, Setup now, Wording wording) {
        var parts = new StringJoiner(", ");
        if (!pinned.model().equals(now.model())) {
            parts.add(pinned.model().id());
        }
        if (!pinned.weights().equals(now.weights())) {
            parts.add(pinned.weights().name());
        }
        if (!pinned.workload().context().equals(now.workload().context())) {
            parts.add(wording.formats().contextLabel(pinned.workload().context()));
        }
        if (!pinned.keys().equals(now.keys()) || !pinned.values().equals(now.values())) {
            parts.add(caches(pinned));
        }
        if (!pinned.runtime().runtime().equals(now.runtime().runtime())) {
            parts.add(pinned.runtime().runtime().name());
        }
        if (pinned.workload().concurrency() != now.workload().concurrency()) {
            parts.add(wording.text(CommonText.USERS) + " "
                    + wording.formats().whole(pinned.workload().concurrency()));
        }
        boolean same = pinned.equals(now);
        return parts.length() > 0 ? parts.toString() : wording.text(same ? DeskText.PIN_SAME : DeskText.PIN_OTHER);
    }

    private static String caches(Setup setup) {
        return setup.keys().equals(setup.values())
                ? setup.keys().id()
                : setup.keys().id() + "/" + setup.values().id();
    }
}
