package org.tonari.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonari.domain.Calibration.Entry;
import org.tonari.domain.Calibration.Interval;
import org.tonari.domain.Calibration.Parameter;
import org.tonari.evidence.Calibrator.Quantity;
import org.tonari.explain.Source;
import org.tonari.profiles.CalibrationWriter;
import org.tonari.profiles.Catalogue;

/// Fits every rate anew from the published runs and rewrites `profiles/calibration`: `mvn -Pcalibrate`.
public final class CalibrationProgram {
    private static final Source FITTED = new Source(
            Source.Kind.FITTED,
            "profiles/measurements, fitted by mvn -Pcalibrate",
            "",
            "hierarchical ridge regression");

    private static final String OVERALL = "overall";

    private final Catalogue catalogue;

    private CalibrationProgram(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param arguments the folder to write to
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: CalibrationProgram FOLDER");
            System.exit(2);
        }
        new CalibrationProgram(Catalogue.open(List.of())).write(Path.of(arguments[0]));
    }

    private void write(Path folder) throws IOException {
        var byRuntime = new TreeMap<String, List<Entry>>();
        for (Entry entry : together(fitted(Quantity.DECODE), fitted(Quantity.PREFILL))) {
            String file = entry.runtime().isEmpty() ? OVERALL : entry.runtime();
            byRuntime.computeIfAbsent(file, _ -> new ArrayList<>()).add(entry);
        }
        Files.createDirectories(folder);
        for (var file : byRuntime.entrySet()) {
            List<Interval> widths = file.getKey().equals(OVERALL) ? intervals() : List.of();
            String text = CalibrationWriter.text(file.getKey(), file.getValue(), widths);
            Files.writeString(folder.resolve(file.getKey() + ".json"), text);
        }
    }

    private List<Entry> fitted(Quantity quantity) {
        Dataset data = Dataset.of(catalogue, quantity);
        System.out.println(quantity.key() + ": " + data.size() + " rows");
        var fit = data.calibrator().fit(data.observations());
        return data.calibrator().entries(fit, data.runs(), catalogue.machines(), catalogue.runtimes(), FITTED);
    }

    /// Widths come from rows of a source kept back, and of a machine kept back where that leaves its tier thinner.
    private List<Interval> intervals() {
        var intervals = new ArrayList<Interval>();
        for (Quantity quantity : Quantity.values()) {
            var validation = new CrossValidation(Dataset.of(catalogue, quantity));
            var residuals = new ArrayList<>(validation.residuals(Protocol.LEAVE_ONE_SOURCE_OUT));
            residuals.addAll(validation.residuals(Protocol.LEAVE_ONE_MACHINE_OUT));
            intervals.addAll(IntervalFit.of(quantity.key(), residuals));
        }
        return intervals;
    }

    /// Decode and prefill rates of one scope stand in one entry.
    private static List<Entry> together(List<Entry> decode, List<Entry> prefill) {
        var prompts = prefill.stream().collect(Collectors.toMap(CalibrationProgram::scope, entry -> entry));
        return decode.stream()
                .map(entry -> Optional.ofNullable(prompts.get(scope(entry)))
                        .map(other -> joined(entry, other))
                        .orElse(entry))
                .toList();
    }

    private static Entry joined(Entry decode, Entry prefill) {
        Map<String, Parameter> parameters = new HashMap<>(prefill.parameters());
        parameters.putAll(decode.parameters());
        return new Entry(
                decode.scope(),
                decode.key(),
                decode.runtime(),
                decode.build(),
                parameters,
                decode.rows(),
                decode.models(),
                decode.source());
    }

    private static String scope(Entry entry) {
        return entry.scope() + "|" + entry.key() + "|" + entry.runtime();
    }
}
