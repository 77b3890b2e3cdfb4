package org.tonari.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.Measurement.Use;
import org.tonari.domain.scenario.Scenario;

/// Runs of a person's own server as measurements, to stand beside published ones.
public final class MeasuredRuns {
    private static final String OF_ARRIVAL = "Timed by the arrival of tokens: network and queue are included.";

    private MeasuredRuns() {}

    /// @param measured what was measured
    /// @param scenario what ran where, as the person says: machine, model, weights, cache, runtime
    /// @param date     of the measurement, as `2026-11-21`
    /// @return one measurement a run
    public static List<Measurement> of(ServerMeasurement measured, Scenario scenario, String date) {
        var rows = new ArrayList<Measurement>();
        String id = id(scenario, date);
        for (Run run : measured.runs()) {
            rows.add(row(measured, run, scenario, date, id + "-" + (rows.size() + 1)));
        }
        return rows;
    }

    /// @return an id for the file of these runs, such as `own-dgx-spark-llama.cpp-qwen3-8b-2026-11-21`
    public static String id(Scenario scenario, String date) {
        return String.join(
                        "-",
                        "own",
                        scenario.machine().id(),
                        scenario.runtime().id(),
                        scenario.model().id(),
                        scenario.weights().id(),
                        date)
                .toLowerCase(Locale.ROOT);
    }

    private static Measurement row(ServerMeasurement measured, Run run, Scenario scenario, String date, String id) {
        boolean arrival = run.clock() == Run.Clock.ARRIVAL;
        return new Measurement(
                id,
                scenario.machine().id(),
                scenario.runtime().id(),
                scenario.machine().backends().stream().findFirst().orElse(""),
                measured.facts().version(),
                date.substring(0, 4),
                scenario.model().id(),
                scenario.weights().id(),
                scenario.keys().id(),
                1,
                run.depth(),
                run.prompt(),
                0,
                scenario.workload().ubatch().count(),
                run.decode(),
                run.prefill(),
                0,
                0,
                "",
                "own run, " + date,
                "own run, " + date,
                false,
                run.decode() > 0 ? Use.CALIBRATE : Use.EXCLUDED,
                arrival ? Use.CHECK : run.prefill() > 0 ? Use.CALIBRATE : Use.EXCLUDED,
                arrival ? OF_ARRIVAL : "");
    }
}
