package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.answer.Estimate;
import org.tonari.explain.Phrase;
import org.tonari.remote.Run;
import org.tonari.remote.ServerFacts;
import org.tonari.remote.ServerMeasurement;
import tools.jackson.core.JsonGenerator;

/// What a measured server answered, beside the estimates where the machine and the model are known.
///
/// @param measured  the runs
/// @param estimates one a run, or none at all
public record MeasureReport(ServerMeasurement measured, List<Optional<Estimate>> estimates) {
    /// Prints what was measured.
    public void print(PrintWriter out) {
        ServerFacts facts = measured.facts();
        out.println(measured.model() + " on " + (facts.name().isEmpty() ? "an OpenAI interface" : facts.name())
                + (facts.version().isEmpty() ? "" : " " + facts.version()));
        var table = new TextTable(_ -> true);
        table.row("depth", "prompt", "prompt tok/s", "answer", "tok/s", estimates.isEmpty() ? "" : "estimated tok/s");
        for (int i = 0; i < measured.runs().size(); i++) {
            Run run = measured.runs().get(i);
            table.row(
                    String.format(Locale.ROOT, "%.0f", run.depth()),
                    Long.toString(run.prompt()),
                    rate(run.prefill()),
                    Long.toString(run.answer()),
                    rate(run.decode()),
                    expected(i).map(MeasureReport::rate).orElse(""));
        }
        table.lines().forEach(out::println);
        if (measured.runs().stream().anyMatch(run -> run.clock() == Run.Clock.ARRIVAL)) {
            out.println("timed by the arrival of tokens: network and queue are included");
        }
        measured.memory().ifPresent(bytes -> out.println("memory, as the server says: " + bytes + " B"));
        measured.stopped().ifPresent(why -> out.println("stopped: " + why));
    }

    /// Writes the same as an object.
    public void json(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("model", measured.model());
        json.writeStringProperty("runtime", measured.facts().name());
        json.writeStringProperty("build", measured.facts().version());
        json.writeArrayPropertyStart("runs");
        for (int i = 0; i < measured.runs().size(); i++) {
            run(json, measured.runs().get(i), expected(i));
        }
        json.writeEndArray();
        json.writeName("memory_bytes");
        measured.memory().ifPresentOrElse(json::writeNumber, json::writeNull);
        json.writeName("stopped");
        measured.stopped().map(Phrase::english).ifPresentOrElse(json::writeString, json::writeNull);
        json.writeEndObject();
    }

    private static void run(JsonGenerator json, Run run, Optional<Double> expected) {
        json.writeStartObject();
        json.writeNumberProperty("depth_tokens", run.depth());
        json.writeNumberProperty("prompt_tokens", run.prompt());
        json.writeNumberProperty("answer_tokens", run.answer());
        json.writeNumberProperty("prefill_tokens_per_second", run.prefill());
        json.writeNumberProperty("decode_tokens_per_second", run.decode());
        json.writeStringProperty("clock", run.clock().name().toLowerCase(Locale.ROOT));
        json.writeName("estimated_decode_tokens_per_second");
        expected.ifPresentOrElse(json::writeNumber, json::writeNull);
        json.writeEndObject();
    }

    private Optional<Double> expected(int run) {
        return run < estimates.size() ? estimates.get(run).flatMap(MeasureReport::decode) : Optional.empty();
    }

    private static Optional<Double> decode(Estimate estimate) {
        return estimate.speed().known().map(known -> known.decode().value());
    }

    private static String rate(double tokensPerSecond) {
        return tokensPerSecond > 0 ? String.format(Locale.ROOT, "%.2f", tokensPerSecond) : "–";
    }
}
