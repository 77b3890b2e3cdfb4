package org.tonari.view.why;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Measurement;
import org.tonari.explain.Term;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.WindowText;
import org.tonari.units.Tokens;
import org.tonari.view.parts.Labels;
import org.tonari.view.parts.Pictures;
import org.tonari.view.parts.RowPool;
import org.tonari.viewmodel.why.StepTime;
import org.tonari.viewmodel.why.Why;

/// What one decoding step waits for: a bar of its shares, and each share with its formula.
final class StepPanel {
    /// Shares of a step under this are not worth a line.
    private static final double SHORTEST = 0.01;

    private final Label title = Labels.styled("section-title");
    private final Label rate = Labels.styled("step-rate");
    private final Label limit = Labels.styled("step-limit");
    private final ShareBar bar = new ShareBar();
    private final VBox shares = new VBox();
    private final Map<Spent, StepShare> known = new EnumMap<>(Spent.class);
    private final RowPool measured = new RowPool();
    private final VBox box;

    /// What a share of the step is spent on.
    private enum Spent {
        WEIGHTS(WindowText.STEP_WEIGHTS_PART, "weights"),
        CACHE(WindowText.STEP_CACHE_PART, "cache"),
        LAUNCHES(WindowText.STEP_LAUNCH_PART, "launches"),
        OTHER(WindowText.STEP_OTHER_PART, "other");

        private final WindowText name;
        private final String style;

        Spent(WindowText name, String style) {
            this.name = name;
            this.style = style;
        }

        static Spent of(Term part) {
            return switch (part.id()) {
                case "expert_read_time", "weight_read_time", "host_read_time" -> WEIGHTS;
                case "cache_read_time", "latent_cache_read_time", "state_read_time" -> CACHE;
                case "launch_time", "step_overhead_time" -> LAUNCHES;
                default -> OTHER;
            };
        }
    }

    StepPanel() {
        var head = new HBox(title, Pictures.spacer(), rate);
        head.setAlignment(Pos.BASELINE_LEFT);
        shares.getStyleClass().add("shares");
        limit.setMaxWidth(Double.MAX_VALUE);
        limit.setWrapText(true);
        box = new VBox(head, limit, bar, shares, measured.node());
        box.getStyleClass().add("step");
    }

    Node node() {
        return box;
    }

    void show(Why why, Wording wording) {
        title.setText(wording.text(CommonText.SPEED));
        showMeasured(why, wording);
        switch (why.step()) {
            case StepTime.Split(Speed.Known speed, List<Term> parts) -> showSplit(speed, parts, wording);
            case StepTime.NotRunning _ -> showNothing(wording.text(WindowText.DOES_NOT_RUN));
            case StepTime.Unknown(var fact) ->
                showNothing(wording.text(WindowText.NO_SPEED, wording.names().missing(fact)));
        }
    }

    /// `Measured at 32k: 42.8  −1.4 %`: how far the estimate is from a published run.
    private void showMeasured(Why why, Wording wording) {
        if (why.measured().isEmpty() || !(why.step() instanceof StepTime.Split split)) {
            measured.show(List.of());
            return;
        }
        Measurement run = why.measured().get();
        double error = split.speed().decode().value() / run.decode() - 1;
        String text = wording.text(
                WindowText.MEASURED_AT,
                wording.formats().contextLabel(new Tokens(Math.round(run.depth()))),
                wording.formats().tableRate(run.decode()));
        String sign = error > 0 ? "+" : "";
        measured.show(List.of(new RowPool.Row(0, text, sign + wording.formats().share(error), "measured")));
    }

    private void showNothing(String sentence) {
        rate.setText("");
        limit.setText(sentence);
        bar.setVisible(false);
        bar.setManaged(false);
        shares.getChildren().clear();
    }

    private void showSplit(Speed.Known speed, List<Term> parts, Wording wording) {
        double seconds = speed.stepTime().value().magnitude();
        rate.setText(wording.text(
                WindowText.RATE_AND_STEP,
                wording.formats().tableRate(speed.decode().value()),
                wording.formats().duration(seconds)));
        limit.setText(limit(speed, wording));
        bar.setVisible(true);
        bar.setManaged(true);
        Map<Spent, List<Term>> spent = new LinkedHashMap<>();
        for (Spent kind : Spent.values()) {
            parts.stream()
                    .filter(part -> Spent.of(part) == kind && part.value().magnitude() >= SHORTEST * seconds)
                    .forEach(part ->
                            spent.computeIfAbsent(kind, _ -> new ArrayList<>()).add(part));
        }
        bar.show(spent, seconds, wording);
        spent.forEach((kind, terms) ->
                row(kind).show(wording.text(kind.name), formula(terms, wording), 1e3 * sum(terms), wording));
        List<StepShare> shown = spent.keySet().stream().map(this::row).toList();
        if (!shares.getChildren().equals(shown)) {
            shares.getChildren().setAll(shown);
        }
    }

    private StepShare row(Spent kind) {
        return known.computeIfAbsent(kind, _ -> new StepShare(kind.style));
    }

    private static String limit(Speed.Known speed, Wording wording) {
        String name = wording.names().limit(speed.limitedBy());
        return bandwidth(speed.stepTime())
                .filter(_ -> speed.limitedBy() == Speed.Limit.MEMORY_BANDWIDTH)
                .map(term -> wording.text(
                        WindowText.LIMITED_BY_BANDWIDTH,
                        name,
                        wording.explanations().value(term)))
                .orElseGet(() -> wording.text(CommonText.LIMITED_BY, name));
    }

    private static Optional<Term> bandwidth(Term term) {
        return switch (term) {
            case Term.Given given -> given.id().equals("bandwidth") ? Optional.of(given) : Optional.empty();
            case Term.Derived derived ->
                derived.parts().stream()
                        .flatMap(part -> bandwidth(part).stream())
                        .findFirst();
        };
    }

    /// How one share follows from its inputs; several of a kind are added up.
    private static String formula(List<Term> parts, Wording wording) {
        return parts.size() == 1
                ? wording.explanations().formula(parts.getFirst())
                : parts.stream()
                        .map(part ->
                                wording.formats().decimals(1e3 * part.value().magnitude(), 1))
                        .collect(Collectors.joining(" + "));
    }

    private static double sum(List<Term> parts) {
        return parts.stream().mapToDouble(part -> part.value().magnitude()).sum();
    }

    /// A bar of shares, drawn to the pixel; its labels stay while their texts change.
    private static final class ShareBar extends Pane {
        private final Map<Spent, Label> labels = new EnumMap<>(Spent.class);
        private List<Double> widths = List.of();
        private List<String> texts = List.of();

        ShareBar() {
            getStyleClass().add("share-bar");
        }

        void show(Map<Spent, List<Term>> spent, double whole, Wording wording) {
            widths = spent.values().stream().map(parts -> sum(parts) / whole).toList();
            var written = new ArrayList<String>();
            for (List<Term> parts : spent.values()) {
                String text = wording.formats().decimals(1e3 * sum(parts), 1);
                written.add(written.isEmpty() ? text + " ms" : text);
            }
            texts = written;
            List<Label> shown = spent.keySet().stream().map(this::label).toList();
            if (!getChildren().equals(shown)) {
                getChildren().setAll(shown);
            }
            requestLayout();
        }

        private Label label(Spent kind) {
            return labels.computeIfAbsent(kind, _ -> {
                Label label = Labels.styled("share", kind.style);
                label.setAlignment(Pos.CENTER);
                return label;
            });
        }

        @Override
        protected void layoutChildren() {
            double at = 0;
            for (int i = 0; i < getChildren().size(); i++) {
                var label = (Label) getChildren().get(i);
                double start = snapPositionX(at * getWidth());
                at += widths.get(i);
                double width = snapPositionX(at * getWidth()) - start;
                label.setText(width < 9.0 * texts.get(i).length() ? "" : texts.get(i));
                label.resizeRelocate(start, 0, width, getHeight());
            }
        }
    }
}
