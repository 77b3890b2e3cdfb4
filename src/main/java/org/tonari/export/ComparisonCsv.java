package org.tonari.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.text.EstimateFigures;
import org.tonari.text.Names;
import org.tonari.text.StackTotals;

/// A comparison of machines as comma-separated values: bytes as integers, points as decimal marks, unknown cells empty.
///
/// The head's names are those of the JSON. A text that a spreadsheet would take for a formula starts with `'`.
public final class ComparisonCsv {
    private static final List<String> SPEED_COLUMNS = List.of("decode", "aggregate", "prefill", "time_to_first_token");

    private final List<String> head = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();

    /// @throws IOException where the writer cannot take more
    public void write(Writer writer, List<Estimate> estimates) throws IOException {
        boolean headed = false;
        for (Estimate estimate : estimates) {
            fill(estimate);
            if (!headed) {
                writer.write(String.join(",", head) + "\n");
                headed = true;
            }
            writer.write(String.join(",", cells) + "\n");
        }
    }

    private void fill(Estimate estimate) {
        head.clear();
        cells.clear();
        scenario(estimate.scenario());
        memory(estimate.memory());
        fit(estimate);
        speed(estimate);
        text("compatibility", Words.of(estimate.compatibility().state()));
        cost(estimate);
    }

    private void scenario(Scenario scenario) {
        text("machine", scenario.machine().id());
        text("machine_name", scenario.machine().name());
        text("model", scenario.model().id());
        text("weights", scenario.weights().id());
        text("kv_k", scenario.keys().id());
        text("kv_v", scenario.values().id());
        text("runtime", scenario.runtime().id());
        whole("context", scenario.workload().context().count());
        whole("prompt", scenario.workload().prompt().count());
        whole("concurrency", scenario.workload().concurrency());
    }

    private void memory(MemoryStack stack) {
        StackTotals totals = StackTotals.of(stack);
        text("pool", Words.of(totals.kinds().getFirst()));
        bytes("capacity_bytes", totals.capacity());
        bytes("os_overhead_bytes", totals.osOverhead());
        bytes("usable_bytes", totals.usable());
        bytes("kept_free_bytes", totals.keptFree());
        for (Part part : Part.values()) {
            bytes(StackTotals.partId(part), totals.part(part));
        }
        bytes("required_bytes", totals.required());
        add("spare_bytes", totals.spare().map(spare -> Long.toString(spare.count())));
    }

    private void fit(Estimate estimate) {
        Verdict verdict = estimate.fit().verdict();
        text("verdict", Names.word(verdict));
        text("reason", verdict instanceof Verdict.DoesNotFit(var _, Verdict.Reason reason) ? Words.of(reason) : "");
        add(
                "longest_context",
                estimate.fit()
                        .longestContext()
                        .optional()
                        .map(term -> Long.toString((long) term.value().magnitude())));
    }

    private void speed(Estimate estimate) {
        var figures = new EstimateFigures(estimate);
        var speeds = List.of(figures.decode(), figures.aggregate(), figures.prefill(), figures.firstToken());
        for (int i = 0; i < speeds.size(); i++) {
            String unit = i == 3 ? "_seconds" : "_tokens_per_second";
            interval(SPEED_COLUMNS.get(i) + unit, speeds.get(i));
        }
        Optional<Speed.Known> known = estimate.speed().known();
        text("limited_by", known.map(speed -> Words.of(speed.limitedBy())).orElse(""));
        text("evidence", known.map(speed -> speed.evidence().name()).orElse(""));
    }

    private void interval(String name, Optional<Speed.Estimated> speed) {
        add(name + "_low", speed.map(Speed.Estimated::low).map(ComparisonCsv::decimal));
        add(name, speed.map(Speed.Estimated::value).map(ComparisonCsv::decimal));
        add(name + "_high", speed.map(Speed.Estimated::high).map(ComparisonCsv::decimal));
    }

    private void cost(Estimate estimate) {
        var figures = new EstimateFigures(estimate);
        number("watts", figures.watts());
        number("joules_per_token", figures.joulesPerToken());
        add("price_amount", figures.price().map(price -> decimal(price.amount().amount())));
        text(
                "price_currency",
                figures.price().map(price -> price.amount().currency().name()).orElse(""));
        text("price_as_of", figures.price().map(price -> price.source().date()).orElse(""));
    }

    private void bytes(String name, Answer answer) {
        add(name, answer.optional().map(term -> Long.toString(term.bytes().count())));
    }

    private void whole(String name, long value) {
        add(name, Optional.of(Long.toString(value)));
    }

    private void number(String name, OptionalDouble value) {
        add(name, value.isPresent() ? Optional.of(decimal(value.getAsDouble())) : Optional.empty());
    }

    private void text(String name, String value) {
        add(name, Optional.of(quoted(harmless(value))));
    }

    private void add(String name, Optional<String> cell) {
        head.add(name);
        cells.add(cell.orElse(""));
    }

    private static String decimal(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// Spreadsheets run a text that starts like a formula, in Japanese also with a wide sign; a leading apostrophe
    /// keeps it a text.
    static String harmless(String text) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (text.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> "'" + text;
            default -> text;
        };
    }

    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
