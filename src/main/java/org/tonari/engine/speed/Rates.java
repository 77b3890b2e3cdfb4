package org.tonari.engine.speed;

import java.util.Optional;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.engine.speed.FittedRates.Fitted;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;
import org.tonari.units.Unit;

/// The fitted rates that bear on a machine under a runtime: each from the nearest scope that has it.
final class Rates {
    /// Widened weights run at the whole rate of wide ones, at best.
    private static final Ratio WIDENED = new Ratio(1);

    private static final String WIDE = KernelFamily.BITS_16.promptResidentRate();

    private static final Term NOT_FITTED =
            Term.given("time_each", new Seconds(0), Source.of(Source.Kind.FITTED, "not fitted"));

    /// What becomes of a fitted rate.
    @FunctionalInterface
    private interface Adjustment {
        Term of(String name, Term own);
    }

    /// Every entry that decoding was fitted for has it; an entry may be about prompts alone.
    private static final String OF_DECODING = "step";

    private final FittedRates fitted;
    private final Adjustment adjustment;

    private Rates(FittedRates fitted, Adjustment adjustment) {
        this.fitted = fitted;
        this.adjustment = adjustment;
    }

    static Rates of(Calibration calibration, Machine machine, InferenceRuntime runtime) {
        return of(FittedRates.of(calibration.nearestFirst(machine, runtime)));
    }

    static Rates of(FittedRates fitted) {
        return new Rates(fitted, (_, own) -> own);
    }

    /// @return the share of the peak that is reached, `1 ÷` the fitted inverse; empty where nothing was fitted
    Optional<Term> efficiency(String name) {
        return fitted(name).map(own -> adjustment.of(name, own));
    }

    /// Weights that are widened first are multiplied no faster than those stored wide. Runs of the machine itself
    /// already show what its kernels do.
    ///
    /// @return these rates for prompts, with the effect of the kernels that run
    Rates forPrompts(Compatibility kernels) {
        return switch (kernels.effect()) {
            case NONE -> this;
            case PROMPTS_AT_16_BIT_RATE ->
                new Rates(
                        fitted,
                        (name, own) -> isOfPackedPrompts(name) && !isMeasuredHere(name)
                                ? atMostWide(own, kernels.source())
                                : own);
        };
    }

    /// @return these rates for decoding, with the effect of the kernels that run where a source states it
    Rates forDecoding(Compatibility kernels) {
        return switch (kernels.decode()) {
            case Sourced.Unknown<Ratio> _ -> this;
            case Sourced.Known<Ratio>(Ratio factor, Source source) ->
                new Rates(
                        fitted,
                        (name, own) -> isOfPackedReads(name) && !isMeasuredHere(name)
                                ? product("efficiency", own, Term.given("kernel_factor", factor, source))
                                : own);
        };
    }

    private static boolean isOfPackedPrompts(String name) {
        return name.startsWith("prefill.resident.") || name.startsWith("prefill.expert.");
    }

    private static boolean isOfPackedReads(String name) {
        return (name.startsWith("resident.") || name.startsWith("expert.")) && !name.endsWith(".16bit");
    }

    private boolean isMeasuredHere(String name) {
        return fitted.nearest(name)
                .filter(found -> found.entry().scope() == Scope.MACHINE
                        && found.parameter().rows() > 0)
                .isPresent();
    }

    private Term atMostWide(Term own, Source kernels) {
        return fitted(WIDE)
                .map(wide -> Term.derived(
                        "efficiency",
                        Unit.RATIO,
                        Operation.MINIMUM,
                        own.as("own_efficiency"),
                        product(
                                "widened_efficiency",
                                wide.as("wide_efficiency"),
                                Term.given("kernel_factor", WIDENED, kernels))))
                .orElse(own);
    }

    private static Term product(String id, Term rate, Term factor) {
        return Term.derived(id, Unit.RATIO, Operation.PRODUCT, rate, factor);
    }

    private Optional<Term> fitted(String name) {
        return fitted.nearest(name).flatMap(Fitted::efficiency);
    }

    /// @return a fitted time, nothing where it was fitted to nothing
    Term time(String name) {
        return fitted.nearest(name).map(Fitted::time).orElse(NOT_FITTED);
    }

    /// @return a fitted number, or another where there is none
    double number(String name, double otherwise) {
        return fitted.nearest(name).map(found -> found.parameter().value()).orElse(otherwise);
    }

    /// @return how near the evidence lies for the model
    Evidence evidence(String modelId) {
        for (Entry entry : fitted.nearestFirst()) {
            if (entry.parameters().containsKey(OF_DECODING)) {
                return evidence(entry, modelId);
            }
        }
        return Evidence.E;
    }

    private static Evidence evidence(Entry nearest, String modelId) {
        if (nearest.scope() == Scope.MACHINE && nearest.rows() > 0) {
            if (nearest.models().contains(modelId)) {
                return Evidence.A;
            }
            return nearest.rows() > 1 ? Evidence.B : Evidence.C;
        }
        return nearest.scope() == Scope.CLASS || nearest.scope() == Scope.GENERATION || nearest.scope() == Scope.MACHINE
                ? Evidence.D
                : Evidence.E;
    }
}
