package org.tonari.engine.speed;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.Calibration;
import org.tonari.domain.Calibration.Entry;
import org.tonari.domain.Calibration.Parameter;
import org.tonari.domain.Calibration.Scope;
import org.tonari.domain.Compatibility;
import org.tonari.domain.InferenceRuntime;
import org.tonari.domain.Machine;
import org.tonari.domain.Speed.Evidence;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Seconds;

/// The fitted rates that bear on a machine under a runtime: each from the nearest scope that has it.
final class Rates {
    private static final String WIDE = "prefill.resident." + KernelFamily.BITS_16.key();

    private final List<Entry> entries;
    private final Compatibility.Effect effect;

    private Rates(List<Entry> entries, Compatibility.Effect effect) {
        this.entries = entries;
        this.effect = effect;
    }

    static Rates of(Calibration calibration, Machine machine, InferenceRuntime runtime) {
        return new Rates(calibration.nearestFirst(machine, runtime), Compatibility.Effect.NONE);
    }

    /// @return the share of the peak that is reached, `1 ÷` the fitted inverse; empty where nothing was fitted
    Optional<Term> efficiency(String name) {
        return switch (effect) {
            case NONE -> fitted(name);
            case PROMPTS_AT_16_BIT_RATE -> isOfPackedWeights(name) ? capped(name) : fitted(name);
        };
    }

    /// @return these rates with the effect of the kernels that run; meant for prompts
    Rates under(Compatibility.Effect kernels) {
        return new Rates(entries, kernels);
    }

    private static boolean isOfPackedWeights(String name) {
        return name.startsWith("prefill.resident.") || name.startsWith("prefill.expert.");
    }

    /// Weights that are widened first are multiplied no faster than those stored wide. Runs of the machine itself
    /// already show what its kernels do.
    private Optional<Term> capped(String name) {
        Optional<Term> own = fitted(name);
        boolean measuredHere = nearest(name)
                .filter(found -> found.entry().scope() == Scope.MACHINE
                        && found.parameter().rows() > 0)
                .isPresent();
        return measuredHere ? own : own.map(rate -> lower(rate, fitted(WIDE)));
    }

    private static Term lower(Term own, Optional<Term> wide) {
        return wide.filter(rate -> rate.value().magnitude() < own.value().magnitude())
                .orElse(own);
    }

    private Optional<Term> fitted(String name) {
        return nearest(name)
                .filter(found -> found.parameter().value() > 0)
                .map(found -> Term.given(
                        "efficiency", new Ratio(1 / found.parameter().value()), source(found), "calibration." + name));
    }

    /// @return a fitted time, nothing where it was fitted to nothing
    Term time(String name) {
        return nearest(name)
                .map(found -> Term.given(
                        "time_each", new Seconds(found.parameter().value()), source(found), "calibration." + name))
                .orElse(Term.given("time_each", new Seconds(0), Source.of(Source.Kind.FITTED, "not fitted")));
    }

    /// @return a fitted number, or another where there is none
    double number(String name, double otherwise) {
        return nearest(name).map(found -> found.parameter().value()).orElse(otherwise);
    }

    /// @return how near the evidence lies for the model
    Evidence evidence(String modelId) {
        if (entries.isEmpty()) {
            return Evidence.E;
        }
        Entry nearest = entries.getFirst();
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

    private record Found(Entry entry, Parameter parameter) {}

    private Optional<Found> nearest(String name) {
        for (Entry entry : entries) {
            Parameter parameter = entry.parameters().get(name);
            if (parameter != null) {
                return Optional.of(new Found(entry, parameter));
            }
        }
        return Optional.empty();
    }

    private static Source source(Found found) {
        Source fit = found.entry().source();
        String rows = found.parameter().rows() + " measured rows";
        return new Source(fit.kind(), fit.citation(), fit.date(), rows);
    }
}
