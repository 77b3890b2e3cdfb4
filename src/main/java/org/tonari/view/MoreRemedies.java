package org.tonari.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.tonari.domain.Fit;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Results;
import org.tonari.viewmodel.Why;
import org.tonari.viewmodel.Workbench;

/// The other changes that would help the explained machine, one click each.
final class MoreRemedies {
    private static final int MOST = 3;

    private final Workbench workbench;
    private final Words words;
    private final VBox box = new VBox();
    private List<String> shown = List.of();

    MoreRemedies(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.words = words;
        box.getStyleClass().add("more-remedies");
    }

    Node node() {
        return box;
    }

    void show(Why why) {
        List<Fit.Remedy> others = workbench
                .root()
                .getResults()
                .column(why.machine().id())
                .map(Results.Column::estimate)
                .map(estimate -> estimate.fit().remedies())
                .orElse(List.of())
                .stream()
                .skip(1)
                .limit(MOST)
                .toList();
        List<String> texts =
                others.stream().map(one -> words.now().names().remedy(one)).toList();
        if (!texts.equals(shown)) {
            shown = texts;
            box.getChildren().setAll(others.stream().map(this::link).toList());
        }
    }

    private Hyperlink link(Fit.Remedy remedy) {
        var link = new Hyperlink(words.now().names().remedy(remedy));
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> workbench.why().apply(remedy));
        return link;
    }
}
