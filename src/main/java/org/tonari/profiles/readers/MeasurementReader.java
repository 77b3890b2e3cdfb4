package org.tonari.profiles.readers;

import java.util.List;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.Measurement.Use;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads `profiles/measurements/*.json`: published runs, mapped to the ids of profiles.
public final class MeasurementReader {
    private static final int MOST_SEQUENCES = 1_000_000;

    private MeasurementReader() {}

    /// @return the file's rows in their order
    public static List<Measurement> read(ProfileNode file) {
        ProfileKind.MEASUREMENTS.requireHeader(file);
        return file.field("measurements").items().stream()
                .map(row -> row.checked(MeasurementReader::row))
                .toList();
    }

    private static Measurement row(ProfileNode row) {
        return new Measurement(
                row.field("id").text(),
                row.field("machine").text(),
                row.field("runtime").text(),
                text(row, "backend"),
                text(row, "build"),
                text(row, "build_band"),
                row.field("model").text(),
                row.field("weights").text(),
                row.field("cache").text(),
                (int) row.field("concurrency").whole(1, MOST_SEQUENCES),
                number(row, "depth_tokens"),
                whole(row, "prompt_tokens"),
                whole(row, "prefill_start_tokens"),
                whole(row, "ubatch"),
                decode(row),
                number(row, "prefill_tokens_per_second"),
                number(row, "published_gib") * (1L << 30),
                number(row, "memory_utilization"),
                text(row, "flash_attention"),
                row.field("source").text(),
                row.field("source_key").text(),
                row.field("address_known").flag(),
                row.field("decode_use").oneOf(Use.class),
                row.field("prefill_use").oneOf(Use.class),
                text(row, "reason"));
    }

    /// A total over a window holds the start and the end of the run; where the rate of each sequence is told too, all
    /// of them together are that many times as fast.
    private static double decode(ProfileNode row) {
        double each = number(row, "decode_per_sequence");
        double total = number(row, "decode_tokens_per_second");
        return each > 0 ? each * number(row, "concurrency") : total;
    }

    private static String text(ProfileNode row, String name) {
        return row.optionalField(name).map(ProfileNode::textOrEmpty).orElse("");
    }

    private static double number(ProfileNode row, String name) {
        return row.optionalField(name).map(ProfileNode::number).orElse(0.0);
    }

    private static long whole(ProfileNode row, String name) {
        return row.optionalField(name).map(field -> field.whole(0)).orElse(0L);
    }
}
