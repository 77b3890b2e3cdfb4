package org.tonari.export;

import java.util.Optional;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.text.StackTotals;
import org.tonari.units.Bytes;
import tools.jackson.core.JsonGenerator;

/// A memory stack as JSON: its figures over the pools in use, and again for each pool where there are several.
/// `pool` names the one that models go into first.
///
/// `capacity = os_overhead + usable + kept_free`, `required` is the sum of the parts, `spare = usable − required`.
final class MemoryJson {
    private final JsonGenerator json;
    private final JsonFigures figures;

    MemoryJson(JsonGenerator json) {
        this.json = json;
        this.figures = new JsonFigures(json);
    }

    void write(MemoryStack stack) {
        StackTotals totals = StackTotals.of(stack);
        boolean complete = totals.required().optional().isPresent();
        json.writeStartObject();
        json.writeStringProperty("pool", Words.of(totals.kinds().getFirst()));
        parts(totals);
        figures.field("required_low_bytes", Optional.of(stack.requiredLow()));
        figures.field("required_high_bytes", complete ? Optional.of(stack.requiredHigh()) : Optional.<Bytes>empty());
        figures.field("reserved_bytes", complete ? Optional.of(stack.reserved().bytes()) : Optional.<Bytes>empty());
        figures.field("spare_bytes", totals.spare());
        json.writeArrayPropertyStart("pools");
        if (stack.pools().size() > 1) {
            stack.pools().forEach(this::pool);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void pool(PoolStack pool) {
        StackTotals totals = StackTotals.of(pool);
        json.writeStartObject();
        json.writeStringProperty("kind", Words.of(pool.kind()));
        parts(totals);
        figures.field("spare_bytes", totals.spare());
        json.writeEndObject();
    }

    private void parts(StackTotals totals) {
        figures.field("capacity_bytes", totals.capacity());
        figures.field("os_overhead_bytes", totals.osOverhead());
        figures.field("usable_bytes", totals.usable());
        figures.field("kept_free_bytes", totals.keptFree());
        for (Part part : Part.values()) {
            figures.field(StackTotals.partId(part), totals.part(part));
        }
        figures.field("required_bytes", totals.required());
    }
}
