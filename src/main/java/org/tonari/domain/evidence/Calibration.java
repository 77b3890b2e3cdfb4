package org.tonari.domain.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.explain.Source;

/// Fitted speed parameters: for machines with rows of their own, for classes, and for everything.
///
/// @param entries   every scope that was fitted
/// @param intervals half-widths of the 80 % interval, by evidence tier and runtime
public record Calibration(List<Entry> entries, List<Interval> intervals) {

    /// What an entry speaks of, from near to far.
    public enum Scope {
        MACHINE,
        GENERATION,
        CLASS,
        RUNTIME,
        OVERALL
    }

    /// The parameters of one scope.
    ///
    /// @param scope      how near
    /// @param key        the machine's id, the generation's or class's name; empty for runtime and overall
    /// @param runtime    id of the runtime; empty for overall
    /// @param build      the band of builds the rows come from, or empty
    /// @param parameters by name; each in its base unit
    /// @param rows       how many measured rows stand behind them
    /// @param models     ids of the models measured in this scope
    /// @param source     how they were fitted
    public record Entry(
            Scope scope,
            String key,
            String runtime,
            String build,
            Map<String, Parameter> parameters,
            int rows,
            List<String> models,
            Source source) {
        public Entry {
            parameters = Map.copyOf(parameters);
            models = List.copyOf(models);
        }
    }

    /// @param value the fitted number
    /// @param rows  how many measured rows bear on it
    public record Parameter(double value, int rows) {}

    /// How far estimates of one kind turned out off on rows kept back.
    ///
    /// @param tier     how near the evidence
    /// @param runtime  id of the runtime; empty for all
    /// @param quantity `decode`, `prefill` or `batch`
    /// @param factor   the interval runs from the estimate divided by this to the estimate times this, above 1
    public record Interval(Speed.Evidence tier, String runtime, String quantity, double factor) {
        public Interval {
            if (!(factor >= 1 && Double.isFinite(factor))) {
                throw new IllegalArgumentException("an interval factor is at least 1: " + factor);
            }
        }
    }

    public Calibration {
        entries = List.copyOf(entries);
        intervals = List.copyOf(intervals);
    }

    /// @return the entries that bear on a machine under a runtime, the nearest first: its own, or those of the machine
    ///     whose measurements speak for it
    public List<Entry> nearestFirst(Machine machine, InferenceRuntime runtime) {
        return Stream.of(
                        entry(Scope.MACHINE, machine.id(), runtime.id())
                                .or(() ->
                                        entry(Scope.MACHINE, machine.processor().calibratedAs(), runtime.id())),
                        entry(Scope.GENERATION, machine.processor().generation(), runtime.id()),
                        entry(Scope.CLASS, machine.processor().calibrationClass(), runtime.id()),
                        entry(Scope.RUNTIME, "", runtime.id()),
                        entry(Scope.OVERALL, "", ""))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Entry> entry(Scope scope, String key, String runtime) {
        return entries.stream()
                .filter(entry -> entry.scope() == scope
                        && entry.key().equals(key)
                        && entry.runtime().equals(runtime))
                .findFirst();
    }
}
