package org.tonari.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tonari.domain.Calibration.Entry;
import org.tonari.domain.Calibration.Interval;
import org.tonari.domain.Calibration.Parameter;
import org.tonari.domain.CalibrationPrior;
import org.tonari.domain.Measurement;
import org.tonari.domain.Measurement.Use;
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
            String file = entry.runtime().isEmpty() ? "overall" : entry.runtime();
            byRuntime.computeIfAbsent(file, _ -> new ArrayList<>()).add(entry);
        }
        Files.createDirectories(folder);
        for (var file : byRuntime.entrySet()) {
            List<Interval> intervals = List.of();
            String text = CalibrationWriter.text(file.getKey(), file.getValue(), intervals);
            Files.writeString(folder.resolve(file.getKey() + ".json"), text);
        }
    }

    private List<Entry> fitted(Quantity quantity) {
        CalibrationPrior prior = catalogue
                .prior(quantity.name().toLowerCase(Locale.ROOT))
                .optional()
                .orElseThrow(() -> new IllegalStateException("no prior for " + quantity));
        var calibrator = new Calibrator(prior, quantity);
        var runs = new ArrayList<Reconstruction>();
        var rows = new ArrayList<Observation>();
        for (Measurement measurement : catalogue.measurements()) {
            if (calibrates(measurement, quantity)) {
                Optional<Reconstruction> run = Reconstruction.of(measurement, catalogue);
                run.flatMap(calibrator::observation).ifPresent(row -> {
                    runs.add(run.get());
                    rows.add(row);
                });
            }
        }
        System.out.println(quantity + ": " + rows.size() + " rows");
        return calibrator.entries(calibrator.fit(rows), runs, catalogue.machines(), catalogue.runtimes(), FITTED);
    }

    static boolean calibrates(Measurement run, Quantity quantity) {
        return run.concurrency() == 1
                && switch (quantity) {
                    case DECODE -> run.decodeUse() == Use.CALIBRATE && run.decode() > 0;
                    case PREFILL -> run.prefillUse() == Use.CALIBRATE && run.prefill() > 0 && run.prompt() > 0;
                };
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
