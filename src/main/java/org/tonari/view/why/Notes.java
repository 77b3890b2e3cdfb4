package org.tonari.view.why;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tonari.export.picture.Wording;
import org.tonari.text.Names;
import org.tonari.viewmodel.why.Why;

/// What no figure of an estimate says: remarks, kernels that are not the machine's own, a missing fact.
final class Notes {
    private final VBox box = new VBox();
    private List<String> shown = List.of();

    Notes() {
        box.setId("notes");
        box.getStyleClass().add("notes");
    }

    Node node() {
        return box;
    }

    void show(Why.Notes notes, Wording wording) {
        List<String> sentences = sentences(notes, wording.names());
        box.setVisible(!sentences.isEmpty());
        box.setManaged(!sentences.isEmpty());
        if (!sentences.equals(shown)) {
            shown = sentences;
            box.getChildren().setAll(sentences.stream().map(Notes::line).toList());
        }
    }

    private static List<String> sentences(Why.Notes notes, Names names) {
        var sentences = new ArrayList<String>();
        notes.missing().ifPresent(fact -> sentences.add(names.missing(fact)));
        notes.remarks().forEach(remark -> sentences.add(names.remark(remark)));
        notes.kernels()
                .ifPresent(kernels ->
                        sentences.add(names.compatibility(kernels.state()) + " · " + names.finding(kernels.why())));
        return sentences;
    }

    private static Label line(String sentence) {
        var label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("note");
        return label;
    }
}
