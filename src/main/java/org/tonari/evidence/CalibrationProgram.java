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
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Interval;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.evidence.Calibrator.Quantity;
import org.tonari.explain.Source;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.writers.CalibrationWriter;

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
        Dataset decode = Dataset.of(catalogue, Quantity.DECODE);
        var batches = new Batches(catalogue, decode);
        var byRuntime = new TreeMap<String, List<Entry>>();
        for (Entry entry : together(fitted(decode), prefill())) {
            String file = entry.runtime().isEmpty() ? OVERALL : entry.runtime();
            byRuntime.computeIfAbsent(file, _ -> new ArrayList<>()).add(entry);
        }
        byRuntime.forEach((runtime, entries) -> {
            Map<String, Parameter> more = batchParameters(batches, runtime);
            entries.replaceAll(entry -> with(entry, more));
        });
        Files.createDirectories(folder);
        for (var file : byRuntime.entrySet()) {
            List<Interval> widths = file.getKey().equals(OVERALL) ? intervals() : List.of();
            String text = CalibrationWriter.text(file.getKey(), file.getValue(), widths);
            Files.writeString(folder.resolve(file.getKey() + ".json"), text);
        }
    }

    /// A runtime without runs of its own borrows those of the first that has some.
    private static Map<String, Parameter> batchParameters(Batches batches, String runtime) {
        String own = Batches.RUNTIMES.contains(runtime) ? runtime : Batches.RUNTIMES.getFirst();
        int rows = own.equals(runtime) ? batches.rows(own) : 0;
        return batches.rates(own).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, rate -> new Parameter(rate.getValue(), rows)));
    }

    /// Processors have rates of their own for prompts; too few of their decoding runs state the memory they ran on.
    private List<Entry> prefill() {
        var entries = new ArrayList<>(fitted(Dataset.of(catalogue, Quantity.PREFILL)));
        fitted(Dataset.ofProcessors(catalogue, Quantity.PREFILL)).stream()
                .filter(entry -> entry.scope() == Scope.MACHINE)
                .forEach(entries::add);
        return entries;
    }

    private List<Entry> fitted(Dataset data) {
        System.out.println(data.size() + " rows");
        var fit = data.calibrator().fit(data.observations());
        return data.calibrator().entries(fit, data.runs(), catalogue.machines(), catalogue.runtimes(), FITTED);
    }

    /// Widths come from held-out rows that imitate each tier of evidence.
    private List<Interval> intervals() {
        HeldOut held = HeldOut.of(catalogue, Progress.NONE);
        var intervals = new ArrayList<Interval>();
        for (Quantity quantity : Quantity.values()) {
            intervals.addAll(IntervalFit.of(quantity.key(), held.examples(quantity)));
        }
        List<Residual> batches = held.batches(Protocol.LEAVE_ONE_MODEL_OUT);
        for (Evidence tier : Evidence.values()) {
            intervals.addAll(IntervalFit.of(
                    "batch", batches.stream().map(example -> example.of(tier)).toList()));
        }
        return intervals;
    }

    /// Decode and prefill rates of one scope stand in one entry.
    private static List<Entry> together(List<Entry> decode, List<Entry> prefill) {
        var prompts = prefill.stream().collect(Collectors.toMap(CalibrationProgram::scope, entry -> entry));
        var both = new ArrayList<Entry>();
        decode.forEach(entry -> both.add(Optional.ofNullable(prompts.remove(scope(entry)))
                .map(other -> joined(entry, other))
                .orElse(entry)));
        prompts.values().stream().map(CalibrationProgram::withoutDecodeRows).forEach(both::add);
        return both;
    }

    /// An entry's rows and models are those of decoding.
    private static Entry withoutDecodeRows(Entry prompts) {
        return new Entry(
                prompts.scope(),
                prompts.key(),
                prompts.runtime(),
                prompts.build(),
                prompts.parameters(),
                0,
                List.of(),
                prompts.source());
    }

    private static Entry joined(Entry decode, Entry prefill) {
        return with(decode, prefill.parameters());
    }

    private static Entry with(Entry entry, Map<String, Parameter> more) {
        Map<String, Parameter> parameters = new HashMap<>(more);
        parameters.putAll(entry.parameters());
        return new Entry(
                entry.scope(),
                entry.key(),
                entry.runtime(),
                entry.build(),
                parameters,
                entry.rows(),
                entry.models(),
                entry.source());
    }

    private static String scope(Entry entry) {
        return entry.scope() + "|" + entry.key() + "|" + entry.runtime();
    }
}
