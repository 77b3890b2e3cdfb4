package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an estimate says beside its figures.
class RemarksTest {
    private final Terminal terminal = new Terminal();

    @Test
    void aContextBeyondTheModelsOwnIsRemarkedOn() {
        assertThat(text("--machine", "dgx-spark", "--model", "llama-3.1-8b", "--context", "256k"))
                .contains("a context of 262,144 tokens is longer than the 131,072 the model was made for");
        assertThat(reasons("--machine", "dgx-spark", "--model", "llama-3.1-8b", "--context", "256k"))
                .anyMatch(reason -> reason.startsWith("context_beyond_model: the context of 262144 tokens"));
        assertThat(reasons("--machine", "dgx-spark", "--model", "llama-3.1-8b", "--context", "128k"))
                .noneMatch(reason -> reason.startsWith("context_beyond_model"));
    }

    @Test
    void onOneMemorySplittingIsSaidToSaveNothing() {
        String sentence = "moving layers or experts to the processor saves nothing";

        assertThat(text("--machine", "dgx-spark", "--cpu-moe-layers", "12")).contains(sentence);
        assertThat(text("--machine", "mac-mini-m4-pro-64", "--model", "deepseek-r1", "--weights", "q4_k_m"))
                .contains(sentence);
        assertThat(text("--machine", "dgx-spark")).doesNotContain(sentence);
        assertThat(text("--machine", "hp-omen-45l-rtx-5090", "--cpu-moe-layers", "12"))
                .doesNotContain(sentence);
        assertThat(reasons("--machine", "dgx-spark", "--gpu-layers", "12"))
                .anyMatch(reason -> reason.startsWith("splitting_saves_nothing"));
    }

    @Test
    void partsThatTheModelDoesNotHaveAreNamed() {
        String text = text("--machine", "dgx-spark", "--speculative", "mtp", "--mmproj", "on");

        assertThat(text).contains("no multi-token prediction head", "no vision or audio part");
    }

    @Test
    void effectsOnSpeedThatNoRunShowsAreSaidRatherThanGuessed() {
        String slower = "a quantised cache is unpacked on the processor";
        String plain = "rates were fitted to runs with flash attention";

        assertThat(text("--machine", "self-built-ddr5-192", "--model", "llama-3.1-8b", "--kv", "q8_0"))
                .contains(slower);
        assertThat(text("--machine", "dgx-spark", "--model", "llama-3.1-8b", "--kv", "q8_0"))
                .doesNotContain(slower, plain);
        assertThat(text("--machine", "dgx-spark", "--model", "llama-3.1-8b", "--flash-attention", "off"))
                .contains(plain);
    }

    @Test
    void usersBeyondThePoolAndReservationsBeyondAdviceAreNamed() {
        String text = text(
                "--machine",
                "dgx-spark",
                "--runtime",
                "vllm",
                "--concurrency",
                "64",
                "--set",
                "runtime.gpu_memory_utilization=0.9");

        assertThat(text)
                .contains("of 64 sequences with a full context", "GiB more than is advised on this machine", "Tight");
    }

    private String text(String... options) {
        return run(options).out();
    }

    private List<String> reasons(String... options) {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add("--json");
        JsonNode answer = JsonMapper.shared()
                .readTree(run(arguments.toArray(String[]::new)).out());
        return answer.get("explanation")
                .valueStream()
                .filter(each -> each.get("quantity").stringValue().equals("remark"))
                .map(each -> each.get("reason").stringValue())
                .toList();
    }

    private Terminal.Outcome run(String... options) {
        var arguments = new ArrayList<>(List.of("estimate"));
        arguments.addAll(List.of(options));
        return terminal.run(arguments.toArray(String[]::new));
    }
}
