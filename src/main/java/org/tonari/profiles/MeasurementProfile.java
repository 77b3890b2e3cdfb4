package org.tonari.profiles;

import java.util.List;
import java.util.Locale;
import org.tonari.domain.evidence.Measurement;
import org.tonari.profiles.tree.ProfileKind;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A file of measured runs, made from the runs: what one saves after a server was measured.
public final class MeasurementProfile {
    private static final ObjectWriter INDENTED = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private MeasurementProfile() {}

    /// @param id of the file, which is its name without `.json`
    /// @return the file as indented text with a newline at its end; reading it gives the runs back
    public static String text(String id, List<Measurement> runs) {
        ObjectNode file = JsonMapper.shared().createObjectNode();
        file.put("kind", ProfileKind.MEASUREMENTS.word()).put("schema", 1).put("id", id);
        ArrayNode rows = file.putArray("measurements");
        runs.forEach(run -> row(rows.addObject(), run));
        return INDENTED.writeValueAsString(file) + "\n";
    }

    private static void row(ObjectNode row, Measurement run) {
        row.put("id", run.id())
                .put("machine", run.machine())
                .put("runtime", run.runtime())
                .put("backend", run.backend())
                .put("build", run.build())
                .put("build_band", run.buildBand())
                .put("model", run.model())
                .put("weights", run.weights())
                .put("cache", run.cache())
                .put("concurrency", run.concurrency())
                .put("depth_tokens", run.depth())
                .put("prompt_tokens", run.prompt())
                .put("prefill_start_tokens", run.promptStart())
                .put("ubatch", run.ubatch())
                .put("decode_tokens_per_second", run.decode())
                .put("prefill_tokens_per_second", run.prefill())
                .put("memory_utilization", run.memoryShare())
                .put("flash_attention", run.flashAttention())
                .put("source", run.source())
                .put("source_key", run.sourceKey())
                .put("address_known", run.addressKnown())
                .put("decode_use", run.decodeUse().name().toLowerCase(Locale.ROOT))
                .put("prefill_use", run.prefillUse().name().toLowerCase(Locale.ROOT))
                .put("reason", run.reason());
    }
}
