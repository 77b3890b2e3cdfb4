package org.tonari.view.why;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.Verdict;
import org.tonari.text.Names;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.why.Why;

/// The changes that would help the explained machine, one click each: the one that helps most simply with a button,
/// others below it. Where the machine does not hold what is asked each says what would become of the verdict.
public final class RemedyBox {
    private static final int MOST_OTHERS = 3;

    private final Workbench workbench;
    private final Words words;
    private final Hyperlink first = new Hyperlink();
    private final HBox row;
    private final VBox others = new VBox();
    private final VBox box;
    private List<String> shown = List.of();

    RemedyBox(Workbench workbench, Words words) {
        this.workbench = workbench;
        this.words = words;
        this.row = row();
        this.box = new VBox(row, others);
        others.getStyleClass().add("more-remedies");
        box.getStyleClass().add("remedies");
    }

    Node node() {
        return box;
    }

    private HBox row() {
        var apply = new Button();
        apply.setId("apply-remedy");
        words.on(apply, WindowText.APPLY);
        apply.getStyleClass().addAll("flat", "link-button");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.setOnAction(_ -> workbench.why().applyRemedy());
        first.setOnAction(_ -> workbench.why().applyRemedy());
        first.setId("remedy");
        first.setWrapText(true);
        // Not a flow pane, which asks for a height without telling the width, and so gives long words one line.
        var pane = new HBox(first, apply);
        pane.getStyleClass().add("remedy-row");
        return pane;
    }

    /// @return whether one of them makes a machine hold what it does not hold now
    boolean show(Why why) {
        Optional<Fit> fit = workbench
                .root()
                .getResults()
                .column(why.machine().id())
                .map(Results.Column::estimate)
                .map(estimate -> estimate.fit());
        boolean holds = fit.map(Fit::verdict).map(Verdict::fits).orElse(true);
        List<Fit.Remedy> all = enough(fit.map(Fit::remedies).orElse(List.of()));
        List<String> texts =
                all.stream().map(one -> text(one, words.now().names(), holds)).toList();
        row.setVisible(!all.isEmpty());
        row.setManaged(!all.isEmpty());
        if (!texts.equals(shown)) {
            shown = texts;
            texts.stream().findFirst().ifPresent(first::setText);
            others.getChildren()
                    .setAll(all.stream()
                            .skip(1)
                            .limit(MOST_OTHERS)
                            .map(one -> link(one, holds))
                            .toList());
        }
        return !holds && all.stream().anyMatch(one -> one.verdict().fits());
    }

    /// Where some changes are enough by themselves those that are not would only distract.
    private static List<Fit.Remedy> enough(List<Fit.Remedy> all) {
        List<Fit.Remedy> enough =
                all.stream().filter(one -> one.verdict().fits()).toList();
        return enough.isEmpty() ? all : enough;
    }

    /// @param holds whether the machine holds what is asked already
    public static String text(Fit.Remedy remedy, Names names, boolean holds) {
        return holds ? names.remedy(remedy) : names.remedyWithVerdict(remedy);
    }

    private Hyperlink link(Fit.Remedy remedy, boolean holds) {
        var link = new Hyperlink(text(remedy, words.now().names(), holds));
        link.setMnemonicParsing(false);
        link.setWrapText(true);
        link.maxWidthProperty().bind(others.widthProperty());
        link.setOnAction(_ -> workbench.why().apply(remedy));
        return link;
    }
}
