package org.tonari.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.answer.Speed;

/// The speeds of an estimate under the names they have in files.
final class SpeedFigures {
    static final String DECODE = "decode_tokens_per_second";

    /// In the order they are written.
    static final List<String> NAMES =
            List.of(DECODE, "aggregate_tokens_per_second", "prefill_tokens_per_second", "time_to_first_token_seconds");

    private SpeedFigures() {}

    static Map<String, Speed.Prediction> of(Speed.Known speed) {
        var figures = new LinkedHashMap<String, Speed.Prediction>();
        figures.put(NAMES.get(0), speed.decode());
        figures.put(NAMES.get(1), speed.aggregate());
        figures.put(NAMES.get(2), speed.prefill());
        figures.put(NAMES.get(3), speed.firstToken());
        return figures;
    }
}
