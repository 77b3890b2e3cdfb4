package org.tonari.engine.fit;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.units.Bytes;

/// What to remark on an estimate beside its figures.
public final class Remarks {
    private static final double PLAIN_BITS = 16;

    private Remarks() {}

    /// @return what a person should know, the weightiest first; mostly nothing
    public static List<Remark> of(Estimate estimate) {
        Scenario scenario = estimate.scenario();
        Workload workload = scenario.workload();
        var remarks = new ArrayList<Remark>();
        if (workload.context().compareTo(scenario.model().maxContext()) > 0) {
            remarks.add(new Remark.ContextBeyondModel(
                    workload.context(), scenario.model().maxContext()));
        }
        MemoryStack.Served served = estimate.memory().served();
        if (!served.isAll() && estimate.fit().verdict().runs()) {
            remarks.add(new Remark.SequencesWait(served.asked(), served.sequences()));
        }
        Bytes beyond = Advance.beyondAdvised(estimate.memory());
        if (beyond.count() > 0 && estimate.fit().verdict().runs()) {
            remarks.add(
                    new Remark.TakesBeyondAdvice(estimate.memory().reserved().bytes(), beyond));
        }
        if (splittingComesUp(estimate)) {
            remarks.add(new Remark.SplittingSavesNothing());
        }
        if (unpacksOnProcessor(scenario)) {
            remarks.add(new Remark.CacheSlowOnProcessor());
        }
        if (!workload.flashAttention().isOn()) {
            remarks.add(new Remark.PlainAttentionNotCounted());
        }
        if (workload.speculation() instanceof Speculation.MultiToken && !has(scenario, Extra.Kind.MTP)) {
            remarks.add(new Remark.NoDraftingHead());
        }
        if (workload.projector().isOn() && !has(scenario, Extra.Kind.VISION) && !has(scenario, Extra.Kind.AUDIO)) {
            remarks.add(new Remark.NoProjector());
        }
        return List.copyOf(remarks);
    }

    /// On a machine with one memory: where a person asked for a split, or would next think of one.
    private static boolean splittingComesUp(Estimate estimate) {
        Scenario scenario = estimate.scenario();
        if (scenario.machine().hostPool().isPresent()) {
            return false;
        }
        boolean asked = isChosen(scenario.workload().cpuExperts())
                || scenario.workload().gpuLayers() instanceof LayerPlacement.Exactly;
        return asked
                || estimate.fit().verdict() instanceof Verdict.DoesNotFit(var _, Verdict.Reason reason)
                        && (reason == Verdict.Reason.WEIGHTS_TOO_LARGE || reason == Verdict.Reason.CONTEXT_TOO_LONG);
    }

    private static boolean unpacksOnProcessor(Scenario scenario) {
        boolean processor = scenario.machine().backends().stream()
                .filter(scenario.runtime().backends()::contains)
                .findFirst()
                .filter("cpu"::equals)
                .isPresent();
        return processor
                && Math.min(
                                scenario.keys().block().bitsPerElement(),
                                scenario.values().block().bitsPerElement())
                        < PLAIN_BITS;
    }

    private static boolean isChosen(LayerPlacement experts) {
        return switch (experts) {
            case LayerPlacement.Automatic _ -> false;
            case LayerPlacement.All _ -> true;
            case LayerPlacement.Exactly(int layers) -> layers > 0;
        };
    }

    private static boolean has(Scenario scenario, Extra.Kind kind) {
        return scenario.model().extras().stream().anyMatch(extra -> extra.kind() == kind);
    }
}
