package org.tonari.viewmodel.pages;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.domain.machine.Machine;
import org.tonari.engine.Estimator;
import org.tonari.evidence.Calibrator.Quantity;
import org.tonari.evidence.Progress;
import org.tonari.evidence.Proof;
import org.tonari.evidence.Protocol;
import org.tonari.evidence.Residual;
import org.tonari.explain.Phrase;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.why.Explained;

/// How right estimates are: computed in the background when the page is first shown. UI thread only.
public final class ProofViewModel {
    private final Catalogue catalogue;
    private final Estimator engine;
    private final Function<Progress, Proof> proves;
    private final List<String> places;
    private final Background background;
    private final LatestTask<Proof> task;
    private final ObjectProperty<Optional<Explained>> explained;
    private final ReadOnlyObjectWrapper<Optional<Proof>> proof = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.DECODE);
    private final ObjectProperty<KeptBack> keptBack = new SimpleObjectProperty<>(KeptBack.MODEL);
    private final ObjectProperty<Common> common = new SimpleObjectProperty<>(Common.MACHINE);
    private final ReadOnlyObjectWrapper<List<Run>> runs = new ReadOnlyObjectWrapper<>(List.of());
    private AtomicBoolean cancelled = new AtomicBoolean();

    /// What was measured.
    public enum Measure {
        DECODE,
        PREFILL,
        BATCH
    }

    /// What was kept back while the rates were fitted that a run is estimated with.
    public enum KeptBack {
        NOTHING(Protocol.IN_SAMPLE),
        SOURCE(Protocol.LEAVE_ONE_SOURCE_OUT),
        MODEL(Protocol.LEAVE_ONE_MODEL_OUT),
        MACHINE(Protocol.LEAVE_ONE_MACHINE_OUT),
        CHIP(Protocol.LEAVE_ONE_CHIP_OUT);

        final Protocol protocol;

        KeptBack(Protocol protocol) {
            this.protocol = protocol;
        }
    }

    /// What the runs of a line have in common.
    public enum Common {
        MACHINE,
        RUNTIME,
        FAMILY,
        MODEL,
        TIER
    }

    /// A published run beside its estimate.
    ///
    /// @param row       what ran
    /// @param machine   on which machine
    /// @param place     of the machine among all, which decides colour and symbol
    /// @param measured  tokens a second
    /// @param estimated tokens a second, without the rows that were kept back
    public record Run(Measurement row, Machine machine, int place, double measured, double estimated) {
        /// @return how far the estimate is off, as a share: above 0 where it is too fast
        public double error() {
            return estimated / measured - 1;
        }
    }

    /// Errors over runs that have something in common.
    ///
    /// @param name     what they have in common
    /// @param rows     how many runs
    /// @param groups   of one source, machine, runtime, build, model and weight format
    /// @param median   error over groups, as a share
    /// @param ninety   nine groups of ten are off by less
    /// @param coverage share of rows in their 80 % interval
    /// @param tau      how well machines are ordered, where any two ran the same
    public record Line(
            String name, int rows, int groups, double median, double ninety, double coverage, OptionalDouble tau) {}

    /// @param reason why rows were left out
    /// @param rows   how many
    public record LeftOut(Phrase reason, int rows) {}

    /// Memory that a run printed beside its estimate.
    ///
    /// @param reading   what was measured
    /// @param machine   the machine's name; empty where the figure was read on another and does not depend on it
    /// @param context   tokens each sequence may hold
    /// @param estimated by the engine
    /// @param error     how far the estimate is off, as a share: above 0 where it is too much
    public record MemoryLine(MemoryReading reading, String machine, Tokens context, Bytes estimated, double error) {}

    /// @param rows    published
    /// @param mapped  to profiles
    /// @param decode  that decode is fitted to
    /// @param prefill that prefill is fitted to
    /// @param batches that batches are fitted to
    public record Tally(int rows, int mapped, int decode, int prefill, int batches) {}

    /// @param proves holds estimates against published runs
    ProofViewModel(
            Catalogue catalogue,
            Estimator engine,
            Function<Progress, Proof> proves,
            Background background,
            ObjectProperty<Optional<Explained>> explained) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.proves = proves;
        this.places = catalogue.ids(ProfileKind.MACHINE);
        this.background = background;
        this.task = background.newest();
        this.explained = explained;
        proof.subscribe(_ -> choose());
        measure.subscribe(_ -> choose());
        keptBack.subscribe(_ -> choose());
    }

    /// Computes everything, unless it is there or under way.
    public void ask() {
        if (proof.get().isPresent() || busy.get()) {
            return;
        }
        var mine = new AtomicBoolean();
        cancelled = mine;
        busy.set(true);
        progress.set(0);
        task.request(
                () -> proves.apply(share -> report(share, mine)),
                found -> {
                    busy.set(false);
                    proof.set(Optional.of(found));
                },
                failure -> {
                    busy.set(false);
                    throw new IllegalStateException(failure);
                });
    }

    /// Stops computing.
    public void cancel() {
        cancelled.set(true);
        task.cancel();
        busy.set(false);
    }

    private void report(double share, AtomicBoolean stopped) {
        if (stopped.get()) {
            throw new CancellationException("cancelled by the person");
        }
        background.uiThread().later(() -> progress.set(share));
    }

    /// @return whether everything is computed
    public ObservableValue<Boolean> readyProperty() {
        return proof.map(Optional::isPresent);
    }

    /// @return the promises line by line; none until they are computed
    public List<PromiseLine> promises() {
        return proof.get().stream()
                .flatMap(found -> found.targets().stream())
                .flatMap(target -> target.figures().stream().map(figure -> PromiseLine.of(target, figure)))
                .toList();
    }

    /// @return why published rows fit no rate, the most frequent reason first
    public List<LeftOut> leftOut() {
        return proof.get().stream()
                .flatMap(found -> found.mapping().leftOut().stream())
                .map(reason -> new LeftOut(reason.says(), reason.rows()))
                .toList();
    }

    /// @return memory that runs printed, the readings furthest off first
    public List<MemoryLine> memory() {
        return proof.get().map(ProofRows::memory).orElse(List.of());
    }

    /// @return how many rows are published, mapped, and fitted to
    public Optional<Tally> tally() {
        return proof.get()
                .map(Proof::mapping)
                .map(mapping -> new Tally(
                        mapping.rows(), mapping.mapped(), mapping.decode(), mapping.prefill(), mapping.batches()));
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// @return how far it has come, 0 to 1
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    public ObjectProperty<KeptBack> keptBackProperty() {
        return keptBack;
    }

    public ObjectProperty<Common> commonProperty() {
        return common;
    }

    /// @return the runs of the measure, each estimated without what was kept back
    public ReadOnlyObjectProperty<List<Run>> runsProperty() {
        return runs.getReadOnlyProperty();
    }

    /// @return errors of the measure under the protocol, by what is in common
    public List<Line> lines() {
        return proof.get()
                .map(found -> ProofRows.lines(found, measure.get(), keptBack.get(), common.get()))
                .orElse(List.of());
    }

    /// Explains a run: the estimate of today's rates over what was measured, each with its tree and source.
    public void explain(Run run) {
        explained.set(Optional.of(RunExplanation.of(catalogue, engine, run, measure.get())));
    }

    private void choose() {
        runs.set(proof.get().map(this::residuals).orElse(List.of()).stream()
                .map(this::run)
                .toList());
    }

    private List<Residual> residuals(Proof found) {
        Protocol protocol = keptBack.get().protocol;
        return switch (measure.get()) {
            case DECODE -> found.held().residuals(Quantity.DECODE, protocol);
            case PREFILL -> found.held().residuals(Quantity.PREFILL, protocol);
            case BATCH -> found.held().batches(protocol);
        };
    }

    private Run run(Residual residual) {
        Machine machine = residual.run().scenario().machine();
        return new Run(
                residual.run().measurement(),
                machine,
                places.indexOf(machine.id()),
                residual.measured(),
                residual.estimated());
    }
}
