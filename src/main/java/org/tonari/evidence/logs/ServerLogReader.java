package org.tonari.evidence.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonari.evidence.logs.ServerLog.Buffer;
import org.tonari.evidence.logs.ServerLog.Speed;
import org.tonari.evidence.logs.ServerLog.Use;
import org.tonari.units.Bytes;

/// Reads llama.cpp's log line by line; whatever it does not know it passes over.
///
/// The lines are those of `src/llama-model-loader.cpp`, `src/llama-model.cpp`, `src/llama-context.cpp`,
/// `src/llama-kv-cache.cpp` and `tools/server/server.cpp`. A second load or context in the same log takes the place of
/// the first.
public final class ServerLogReader {
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_SPEEDS = 10_000;
    private static final Pattern FILE = Pattern.compile("loaded meta data with .{1,80}? tensors from (.+?) \\(version");
    private static final Pattern BUFFER = Pattern.compile(
            "(\\S{1,60})\\s+(model|KV|RS|compute|output) buffer size\\s*=\\s*(\\d{1,9}(?:\\.\\d{1,6})?) MiB");
    private static final Pattern SETTING =
            Pattern.compile("llama_context:\\s+(n_\\w{1,30}|flash_attn|kv_unified)\\s*=\\s*(\\w{1,30})");
    private static final Pattern TYPES = Pattern.compile("K \\((\\w{1,12})\\):.{1,40}?V \\((\\w{1,12})\\):");
    private static final Pattern TIME =
            Pattern.compile("(prompt eval|eval) time\\s*=\\s*([\\d.]{1,18}) ms /\\s*(\\d{1,12}) (?:tokens|runs)");
    private static final Map<String, Use> USES = Map.of(
            "model", Use.WEIGHTS,
            "KV", Use.KV_CACHE,
            "RS", Use.RECURRENT_STATE,
            "compute", Use.COMPUTE,
            "output", Use.OUTPUT);

    private Optional<String> file = Optional.empty();
    private final Map<String, String> settings = new HashMap<>();
    private final List<Buffer> added = new ArrayList<>();
    private final Map<String, Buffer> replaced = new LinkedHashMap<>();
    private final List<Speed> speeds = new ArrayList<>();
    private Optional<double[]> prompt = Optional.empty();

    private ServerLogReader() {}

    /// @return what the lines say; empty where none is llama.cpp's
    public static Optional<ServerLog> read(Stream<String> lines) {
        var reader = new ServerLogReader();
        lines.filter(line -> line.length() <= LONGEST_LINE).forEach(reader::take);
        var buffers = new ArrayList<>(reader.added);
        buffers.addAll(reader.replaced.values());
        return buffers.isEmpty() && reader.speeds.isEmpty()
                ? Optional.empty()
                : Optional.of(new ServerLog(reader.file, reader.settings, buffers, reader.speeds));
    }

    private void take(String line) {
        Matcher loaded = FILE.matcher(line);
        if (loaded.find()) {
            file = Optional.of(loaded.group(1));
            added.clear();
            replaced.clear();
        }
        if (line.contains("constructing llama_context")) {
            settings.clear();
            replaced.clear();
            added.removeIf(buffer -> buffer.use() != Use.WEIGHTS);
        }
        if (line.contains("using full-size SWA cache")) {
            settings.put("swa_full", "true");
        }
        Matcher setting = SETTING.matcher(line);
        if (setting.find()) {
            settings.put(setting.group(1), setting.group(2));
        }
        Matcher types = TYPES.matcher(line);
        if (types.find()) {
            settings.put("type_k", types.group(1));
            settings.put("type_v", types.group(2));
        }
        buffer(line);
        time(line);
    }

    /// Graphs are reserved more than once and the last counts; caches and weights come in several lines that add up.
    private void buffer(String line) {
        Matcher match = BUFFER.matcher(line);
        if (!match.find()) {
            return;
        }
        Use use = USES.getOrDefault(match.group(2), Use.OUTPUT);
        var size = new Bytes(Math.round(Double.parseDouble(match.group(3)) * (1 << 20)));
        var buffer = new Buffer(use, match.group(1), size);
        if (use == Use.COMPUTE || use == Use.OUTPUT) {
            replaced.put(use + match.group(1), buffer);
        } else {
            added.add(buffer);
        }
    }

    private void time(String line) {
        Matcher match = TIME.matcher(line);
        if (!match.find() || speeds.size() >= MOST_SPEEDS) {
            return;
        }
        double milliseconds = Double.parseDouble(match.group(2));
        double tokens = Double.parseDouble(match.group(3));
        if (match.group(1).equals("prompt eval")) {
            prompt = Optional.of(new double[] {tokens, rate(tokens, milliseconds)});
        } else if (prompt.isPresent()) {
            double[] before = prompt.get();
            speeds.add(new Speed((long) before[0], before[1], (long) tokens, rate(tokens, milliseconds)));
            prompt = Optional.empty();
        }
    }

    private static double rate(double tokens, double milliseconds) {
        return milliseconds > 0 ? tokens / (milliseconds / 1000) : 0;
    }
}
