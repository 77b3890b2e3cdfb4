package org.tonari.viewmodel.own;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.engine.Overrides;
import org.tonari.explain.Phrase;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.profiles.requests.OwnFigure;
import org.tonari.text.ByteUnit;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Quantity;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.why.Why;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// Figures of the person's own in the place of shipped ones. UI thread only.
public final class OwnFiguresViewModel {
    private final WorkbenchViewModel root;
    private final AppearanceViewModel appearance;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What was wrong with a figure that was typed.
    ///
    /// @param path   of the figure
    /// @param text   as typed
    /// @param reason why it cannot be taken, nothing where it is no number at all
    public record Problem(String path, String text, Optional<Phrase> reason) {}

    /// @param root       whose machines and parameters are corrected
    /// @param appearance says in which units figures are typed
    public OwnFiguresViewModel(WorkbenchViewModel root, AppearanceViewModel appearance) {
        this.root = root;
        this.appearance = appearance;
    }

    /// @return what was wrong with the last figure, if anything
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @return the inputs of an explanation that a person may put a figure of their own in the place of
    public List<Term.Given> replaceable(Why why) {
        Comparison now = root.getComparison();
        List<String> paths = Overrides.paths(now.on(why.machine()));
        return why.inputs().stream().filter(leaf -> paths.contains(leaf.path())).toList();
    }

    /// @return whether an input is the person's own
    public static boolean isOwn(Term.Given leaf) {
        return leaf.source().kind() == Source.Kind.YOURS;
    }

    /// @return what a bare number typed for this quantity counts in: `GiB`, `GB/s`, or nothing
    public String unit(Quantity quantity) {
        return switch (quantity) {
            case Bytes _ -> appearance.byteUnitProperty().get().symbol();
            case BytesPerSecond _ -> "GB/s";
            default -> "";
        };
    }

    /// @return the number as it is typed, without its unit
    public String typed(Quantity quantity) {
        double number = quantity.magnitude() / worth(quantity);
        return number == Math.rint(number) && number < 1e15
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private double worth(Quantity quantity) {
        ByteUnit unit = appearance.byteUnitProperty().get();
        return switch (quantity) {
            case Bytes _ -> unit.bytes();
            case BytesPerSecond _ -> 1e9;
            default -> 1;
        };
    }

    /// Puts a figure of the person's own in the place of an input: `300`, `300 GB/s`, `6.5 GiB`.
    ///
    /// @return whether it was taken; if not, [#problemProperty] says why
    public boolean replace(String machineId, Term.Given leaf, String text) {
        Optional<Double> value = OwnFigure.parse(text, worth(leaf.value()));
        if (value.isEmpty()) {
            problem.set(Optional.of(new Problem(leaf.path(), text, Optional.empty())));
            return false;
        }
        Setup changed = root.getComparison().setup().withOverride(machineId, leaf.path(), value.get());
        Optional<Phrase> refused = root.refusal(root.getComparison().with(_ -> changed));
        problem.set(refused.map(reason -> new Problem(leaf.path(), text, Optional.of(reason))));
        if (refused.isEmpty()) {
            root.apply(Act.OVERRIDE, now -> now.with(_ -> changed));
        }
        return refused.isEmpty();
    }

    /// Takes the shipped figure again.
    public void reset(String machineId, String path) {
        problem.set(Optional.empty());
        root.apply(Act.RESET_FIGURE, now -> now.with(setup -> setup.withoutOverride(machineId, path)));
    }

    /// Forgets what was wrong.
    public void forgive() {
        problem.set(Optional.empty());
    }
}
