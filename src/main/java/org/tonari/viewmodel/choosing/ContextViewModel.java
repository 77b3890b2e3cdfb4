package org.tonari.viewmodel.choosing;

import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.model.LanguageModel;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.ContextScale;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The context: a slider, a box and the line in the speed chart, all of them the same number. UI thread only.
public final class ContextViewModel {
    /// Within how many pixels a power of two attracts the slider.
    public static final double SNAP_REACH = 6;

    private final WorkbenchViewModel workbench;
    private final EntryViewModel entry;
    private final ObservableValue<ContextScale> scale;
    private final ObservableValue<Tokens> context;
    private final ObservableValue<Optional<Shortened>> shortened;

    /// A context that the model does not allow in full.
    ///
    /// @param model   what it is called
    /// @param longest what it allows
    /// @param asked   what was asked for, and returns with a model that allows it
    public record Shortened(String model, Tokens longest, Tokens asked) {
        static Optional<Shortened> of(Setup setup) {
            LanguageModel model = setup.model();
            return setup.asked().map(asked -> new Shortened(model.name(), model.maxContext(), asked));
        }
    }

    /// Whether powers of two attract.
    public enum Snap {
        ON,
        OFF
    }

    /// @param workbench whose context
    public ContextViewModel(WorkbenchViewModel workbench) {
        this.workbench = workbench;
        this.scale = workbench
                .comparisonProperty()
                .map(now -> new ContextScale(now.setup().model().maxContext()));
        this.context =
                workbench.shownProperty().map(now -> now.setup().workload().context());
        this.shortened = workbench.shownProperty().map(now -> Shortened.of(now.setup()));
        this.entry = new EntryViewModel(
                workbench,
                Act.CONTEXT,
                1,
                () -> scale.getValue().longest().count(),
                now -> now.setup().workload().context().count(),
                tokens -> now -> now.withWorkload(workload -> workload.withContext(new Tokens(tokens))));
    }

    /// @return the contexts that can be chosen
    public ObservableValue<ContextScale> scaleProperty() {
        return scale;
    }

    /// @return the context that holds
    public ObservableValue<Tokens> contextProperty() {
        return context;
    }

    /// @return what was asked for, where the model allows less
    public ObservableValue<Optional<Shortened>> shortenedProperty() {
        return shortened;
    }

    /// @return the box beside the slider
    public EntryViewModel entry() {
        return entry;
    }

    /// Begins a drag or a held key; everything until [#release] is one step.
    public void hold() {
        workbench.hold(Act.CONTEXT);
    }

    /// Begins a what-if: until it ends, moving draws a ghost only.
    public void imagine() {
        workbench.imagine();
    }

    /// @return whether a what-if is under way
    public boolean isImagining() {
        return workbench.isImagining();
    }

    /// Ends a what-if; nothing of it stays.
    public void dropImagined() {
        workbench.dropImagined();
    }

    /// Ends the drag or the held key.
    public void release() {
        workbench.release();
    }

    /// Moves to a place on the scale.
    ///
    /// @param tokens          where the pointer is
    /// @param pixelsPerOctave how far apart powers of two are drawn
    /// @param snap            whether powers of two attract
    public void moveTo(double tokens, double pixelsPerOctave, Snap snap) {
        ContextScale now = scale.getValue();
        Tokens target = snap == Snap.ON ? now.snapped(tokens, pixelsPerOctave, SNAP_REACH) : now.clamp(tokens);
        entry.set(target.count());
    }

    /// Moves by sixteenths of an octave.
    public void step(int steps) {
        entry.set(scale.getValue().stepped(context.getValue(), steps).count());
    }

    /// Moves by octaves: 1 doubles, −1 halves.
    public void jump(int octaves) {
        double tokens = context.getValue().count() * Math.pow(2, octaves);
        entry.set(scale.getValue().clamp(tokens).count());
    }

    /// Takes a typed context.
    ///
    /// @return the number taken, if it could be
    public OptionalLong enter(String text) {
        return entry.enter(text);
    }
}
