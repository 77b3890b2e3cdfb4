package org.tonari.evidence.logs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.tonari.units.Bytes;

/// What a log of llama.cpp says of the model it loaded last and of the memory that took.
///
/// Sizes stand in the log in MiB with two decimals, so each is known to about 5 KB.
///
/// @param modelFile path of the model's file as the log has it, if it does
/// @param settings  numbers and words of the context by llama.cpp's names, such as `n_ctx`
/// @param buffers   what was taken, in the order of the log
/// @param speeds    answered requests, in the order of the log
public record ServerLog(
        Optional<String> modelFile, Map<String, String> settings, List<Buffer> buffers, List<Speed> speeds) {

    /// What a buffer is for.
    public enum Use {
        WEIGHTS,
        KV_CACHE,
        RECURRENT_STATE,
        COMPUTE,
        OUTPUT
    }

    /// Memory that was taken.
    ///
    /// @param use    what for
    /// @param device where, as llama.cpp calls it: `CUDA0`, `CPU_Mapped`, …
    /// @param size   rounded to a hundredth of a MiB
    public record Buffer(Use use, String device, Bytes size) {}

    /// An answered request.
    ///
    /// @param prompt  tokens of the prompt that were processed
    /// @param prefill prompt tokens a second
    /// @param answer  tokens of the answer
    /// @param decode  answer tokens a second
    public record Speed(long prompt, double prefill, long answer, double decode) {}

    public ServerLog {
        settings = Map.copyOf(settings);
        buffers = List.copyOf(buffers);
        speeds = List.copyOf(speeds);
    }

    /// @return what all buffers of a use take, if there are any; weights that are repacked for a processor are counted
    ///     once, where they were mapped, because what was repacked is not read there again
    public Optional<Bytes> taken(Use use) {
        return buffers.stream()
                .filter(buffer -> buffer.use() == use && !buffer.device().endsWith("_REPACK"))
                .map(Buffer::size)
                .reduce(Bytes::plus);
    }

    /// @return the cache and the fixed state together, if the log has either
    public Optional<Bytes> contextMemory() {
        Optional<Bytes> cache = taken(Use.KV_CACHE);
        Optional<Bytes> state = taken(Use.RECURRENT_STATE);
        return cache.isPresent() && state.isPresent()
                ? Optional.of(cache.get().plus(state.get()))
                : cache.or(() -> state);
    }

    /// @return a setting that is a whole number
    public OptionalLong number(String setting) {
        String text = settings.getOrDefault(setting, "");
        return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /// @return the words of a scenario that asks for the same workload, as far as the log tells
    public Map<String, String> scenarioWords() {
        var words = new TreeMap<String, String>();
        long sequences = number("n_seq_max").orElse(1);
        long all = number("n_ctx").orElse(0);
        long each = number("n_ctx_seq").orElse(sequences > 0 ? all / sequences : all);
        boolean unified = isOn("kv_unified");
        if (all > 0) {
            words.put("context", Long.toString(unified ? all / Math.max(1, sequences) : each));
        }
        words.put("concurrency", Long.toString(sequences));
        long batch = number("n_ubatch").orElse(0);
        if (batch > 0) {
            words.put("ubatch", Long.toString(batch));
        }
        words.put("flash_attention", isOn("flash_attn") ? "on" : "off");
        words.put("kv_unified", unified ? "on" : "off");
        words.put("swa_full", isOn("swa_full") ? "on" : "off");
        words.put("outputs", number("n_outputs_max").orElse(1) > sequences ? "all" : "one");
        cache("type_k").ifPresent(type -> words.put("kv_k", type));
        cache("type_v").ifPresent(type -> words.put("kv_v", type));
        return words;
    }

    private Optional<String> cache(String setting) {
        return Optional.ofNullable(settings.get(setting));
    }

    private boolean isOn(String setting) {
        String text = settings.getOrDefault(setting, "");
        return text.equals("true") || text.equals("1") || text.equals("enabled") || text.equals("auto");
    }
}
