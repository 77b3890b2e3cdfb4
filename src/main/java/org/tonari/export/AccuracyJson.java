package org.tonari.export;

import java.util.Locale;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.evidence.AccuracyGroup;
import org.tonari.evidence.Attempts.Attempt;
import org.tonari.evidence.Mapping;
import org.tonari.evidence.MemoryErrors;
import org.tonari.evidence.Proof;
import org.tonari.evidence.Target;
import org.tonari.evidence.Target.Figure;
import org.tonari.text.Names;
import tools.jackson.core.JsonGenerator;

/// How right estimates are, as JSON: the groups of the command line's contract, then targets and mapped rows.
public final class AccuracyJson {
    private final JsonGenerator json;

    /// @param json is written to
    public AccuracyJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes one object.
    public void write(Proof proof) {
        json.writeStartObject();
        json.writeArrayPropertyStart("groups");
        proof.groups().forEach(this::group);
        json.writeEndArray();
        json.writeArrayPropertyStart("targets");
        proof.targets().forEach(this::target);
        json.writeEndArray();
        mapping(proof.mapping());
        json.writeArrayPropertyStart("attempts");
        proof.attempts().forEach(this::attempt);
        json.writeEndArray();
        json.writeArrayPropertyStart("memory");
        proof.memory().forEach(this::memory);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void group(AccuracyGroup group) {
        json.writeStartObject();
        json.writeStringProperty("quantity", group.quantity());
        json.writeStringProperty("protocol", group.protocol().key());
        json.writeStringProperty("by", group.by());
        json.writeStringProperty("key", group.key());
        json.writeNumberProperty("rows", group.rows());
        json.writeNumberProperty("groups", group.groups());
        json.writeNumberProperty("median_error", group.medianError());
        json.writeNumberProperty("p90_error", group.p90Error());
        json.writeNumberProperty("bias", group.bias());
        json.writeNumberProperty("coverage_80", group.coverage());
        json.writeNumberProperty("median_half_width", group.medianHalfWidth());
        if (group.kendallTau().isPresent()) {
            json.writeNumberProperty("kendall_tau", group.kendallTau().getAsDouble());
        } else {
            json.writeNullProperty("kendall_tau");
        }
        json.writeEndObject();
    }

    private void target(Target target) {
        json.writeStartObject();
        json.writeStringProperty("promise", target.promise().key());
        json.writeNumberProperty("of", target.rows());
        json.writeBooleanProperty("met", target.met());
        json.writeArrayPropertyStart("figures");
        target.figures().forEach(this::figure);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void figure(Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("kind", figure.kind().key());
        limit("least", figure.least());
        limit("most", figure.most());
        json.writeNumberProperty("reached", figure.reached());
        figure.spread().ifPresent(spread -> {
            json.writeNumberProperty("low", spread.low());
            json.writeNumberProperty("high", spread.high());
        });
        json.writeBooleanProperty("met", figure.met());
        json.writeEndObject();
    }

    private void limit(String name, double limit) {
        if (Double.isFinite(limit)) {
            json.writeNumberProperty(name, limit);
        } else {
            json.writeNullProperty(name);
        }
    }

    private void attempt(Attempt attempt) {
        json.writeStartObject();
        json.writeStringProperty("id", attempt.id());
        json.writeStringProperty("machine", attempt.scenario().machine().id());
        json.writeStringProperty("model", attempt.scenario().model().id());
        json.writeStringProperty("weights", attempt.scenario().weights().id());
        json.writeStringProperty("runtime", attempt.scenario().runtime().id());
        json.writeNumberProperty(
                "context", attempt.scenario().workload().context().count());
        json.writeStringProperty("ended", attempt.ended().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("verdict", Names.word(attempt.verdict()));
        json.writeBooleanProperty("agrees", attempt.agrees());
        json.writeStringProperty("source", attempt.source());
        json.writeEndObject();
    }

    private void memory(MemoryErrors.Row row) {
        json.writeStartObject();
        json.writeStringProperty("id", row.reading().id());
        json.writeStringProperty("part", row.reading().part().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("machine", row.scenario().machine().id());
        json.writeBooleanProperty("on_that_machine", row.reading().host() == MemoryReading.Host.ITSELF);
        json.writeStringProperty("model", row.scenario().model().id());
        json.writeStringProperty("weights", row.scenario().weights().id());
        json.writeStringProperty("runtime", row.scenario().runtime().id());
        json.writeNumberProperty("context", row.scenario().workload().context().count());
        json.writeNumberProperty("measured_bytes", row.reading().measured().count());
        json.writeNumberProperty("estimated_bytes", row.estimated().count());
        json.writeNumberProperty("error", row.error());
        json.writeBooleanProperty("in_margin", row.isInMargin());
        json.writeStringProperty("source", row.reading().source().citation());
        json.writeEndObject();
    }

    private void mapping(Mapping mapping) {
        json.writeObjectPropertyStart("mapping");
        json.writeNumberProperty("rows", mapping.rows());
        json.writeNumberProperty("mapped", mapping.mapped());
        json.writeNumberProperty("decode", mapping.decode());
        json.writeNumberProperty("prefill", mapping.prefill());
        json.writeNumberProperty("batch", mapping.batches());
        json.writeNumberProperty("address_unknown", mapping.unknown());
        json.writeArrayPropertyStart("left_out");
        for (Mapping.Reason reason : mapping.leftOut()) {
            json.writeStartObject();
            json.writeStringProperty("reason", reason.says().english());
            json.writeNumberProperty("rows", reason.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
