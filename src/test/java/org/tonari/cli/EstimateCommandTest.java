package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.cli.Terminal.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EstimateCommandTest {
    private static final List<String> PARTS = List.of(
            "runtime_bytes",
            "weights_bytes",
            "kv_cache_bytes",
            "recurrent_state_bytes",
            "activations_bytes",
            "other_bytes");

    private final Terminal terminal = new Terminal();

    @Test
    void theJsonHasTheNamesOthersRelyOnInTheirOrder() {
        JsonNode answer = json("estimate", "--machine", "dgx-spark", "--json");

        assertThat(answer.propertyNames())
                .containsExactly("scenario", "memory", "fit", "speed", "compatibility", "cost", "explanation");
        assertThat(answer.get("memory").propertyNames())
                .containsExactly(
                        "pool",
                        "capacity_bytes",
                        "os_overhead_bytes",
                        "usable_bytes",
                        "kept_free_bytes",
                        "runtime_bytes",
                        "weights_bytes",
                        "kv_cache_bytes",
                        "recurrent_state_bytes",
                        "activations_bytes",
                        "other_bytes",
                        "required_bytes",
                        "required_low_bytes",
                        "required_high_bytes",
                        "reserved_bytes",
                        "spare_bytes",
                        "pools");
        assertThat(answer.get("fit").propertyNames())
                .containsExactly("verdict", "reason", "longest_context", "remedies");
        assertThat(answer.get("speed").propertyNames())
                .containsExactly(
                        "decode_tokens_per_second",
                        "aggregate_tokens_per_second",
                        "prefill_tokens_per_second",
                        "time_to_first_token_seconds",
                        "limited_by",
                        "evidence");
        assertThat(answer.get("compatibility").propertyNames())
                .containsExactly("state", "why", "source", "as_of", "effect", "decode_factor", "path");
        assertThat(answer.get("cost").propertyNames())
                .startsWith("watts", "joules_per_token", "price")
                .contains("electricity_per_million", "total_per_million", "break_even_tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dgx-spark", "hp-omen-45l-rtx-5090", "mac-mini-m4-pro-64", "self-built-ddr5-192"})
    void theSumsHoldOverAllAndInEachPool(String machine) {
        JsonNode memory = json("estimate", "--machine", machine, "--json").get("memory");

        assertSums(memory);
        assertThat(bytes(memory, "required_low_bytes")).isLessThanOrEqualTo(bytes(memory, "required_bytes"));
        assertThat(bytes(memory, "required_high_bytes")).isGreaterThanOrEqualTo(bytes(memory, "required_bytes"));
        assertThat(bytes(memory, "reserved_bytes")).isGreaterThanOrEqualTo(bytes(memory, "required_bytes"));
        memory.get("pools").values().forEach(EstimateCommandTest::assertSums);
    }

    @Test
    void aMachineWithTwoMemoriesShowsBoth() {
        JsonNode memory =
                json("estimate", "--machine", "hp-omen-45l-rtx-5090", "--json").get("memory");

        assertThat(memory.get("pools").values().stream()
                        .map(pool -> pool.get("kind").asString()))
                .containsExactly("vram", "host");
    }

    @Test
    void everyKnownFigureIsExplainedByItsOwnValue() {
        JsonNode answer = json("estimate", "--machine", "dgx-spark", "--json");

        for (String part : PARTS) {
            JsonNode explained = explained(answer, part);
            assertThat(explained.propertyNames()).contains("quantity", "value", "formula", "inputs", "source");
            assertThat(explained.get("value")).isEqualTo(answer.get("memory").get(part));
        }
    }

    @Test
    void anUnknownFigureIsNullWithItsReason() {
        JsonNode answer = json("estimate", "--machine", "jetson-thor-128", "--json");

        assertThat(answer.get("memory").get("capacity_bytes").isNull()).isTrue();
        assertThat(answer.get("memory").get("spare_bytes").isNull()).isTrue();
        assertThat(answer.get("fit").get("verdict").asString()).isEqualTo("unknown");
        assertThat(explained(answer, "capacity_bytes").get("value").isNull()).isTrue();
        assertThat(explained(answer, "capacity_bytes").get("reason").asString()).contains("machine.memory");
    }

    @Test
    void whatDoesNotRunHasNoSpeedAndSaysWhy() {
        JsonNode answer = json("estimate", "--machine", "mac-mini-m4-pro-64", "--json");

        assertThat(answer.get("fit").get("verdict").asString()).isEqualTo("does_not_fit");
        assertThat(answer.get("fit").get("reason").asString()).isEqualTo("weights_too_large");
        assertThat(answer.get("speed").get("decode_tokens_per_second").isNull()).isTrue();
        assertThat(bytes(answer.get("memory"), "spare_bytes")).isNegative();
    }

    @Test
    void theScenarioShowsWhatWasTaken() {
        JsonNode scenario = json("estimate", "--machine", "dgx-spark", "--json").get("scenario");

        assertThat(scenario.get("model").asString()).isEqualTo("gpt-oss-120b");
        assertThat(scenario.get("weights").asString()).isEqualTo("mxfp4");
        assertThat(scenario.get("runtime").asString()).isEqualTo("llama.cpp");
        assertThat(scenario.get("context").longValue()).isEqualTo(32_768);
        assertThat(scenario.get("flash_attention").booleanValue()).isTrue();
    }

    @Test
    void theScenarioThatIsShownAsksForTheSameAnswer() {
        JsonNode first = json(
                "estimate", "--machine", "m4-32", "--model", "qwen3-8b", "--kv", "q8_0", "--context", "16k", "--json");

        Outcome again = terminal.typing(first.get("scenario").toString()).run("estimate", "--scenarios", "-", "--json");

        assertThat(parse(again.out())).isEqualTo(first);
    }

    @Test
    void fieldsLeavePartsOut() {
        JsonNode answer = json("estimate", "--machine", "dgx-spark", "--json", "--fields", "fit,cost");

        assertThat(answer.propertyNames()).containsExactly("scenario", "fit", "cost");
    }

    @Test
    void aFigureOfOnesOwnTakesThePlaceOfAShippedOne() {
        JsonNode answer =
                json("estimate", "--machine", "dgx-spark", "--json", "--set", "machine.memory.os_reserve=6GiB");

        assertThat(bytes(answer.get("memory"), "os_overhead_bytes")).isEqualTo(6L << 30);
    }

    @Test
    void aRequiredFitDecidesTheStatus() {
        assertThat(terminal.run("estimate", "--machine", "dgx-spark", "--require-fit")
                        .status())
                .isZero();
        assertThat(terminal.run("estimate", "--machine", "mac-mini-m4-pro-64", "--require-fit")
                        .status())
                .isEqualTo(1);
        assertThat(terminal.run("estimate", "--machine", "mac-mini-m4-pro-64").status())
                .isZero();
    }

    @Test
    void theReportReadsFromTheVerdictToTheSources() {
        Outcome outcome = terminal.run("estimate", "--machine", "dgx-spark");

        assertThat(outcome.out())
                .contains("● Fits, ", "Memory, GiB", "  Weights       59.02", "Longest context: 131,072 tokens")
                .contains("Decode", "80 % interval", "Limited by ", "18 layers × 32,768 cells × 2,048 B")
                .contains("KV cache Q8_0 saves ", "tonari estimate --machine dgx-spark")
                .doesNotContain("\u001b", "NaN", "null");
    }

    @Test
    void theReportSpeaksOtherLanguagesAndUnits() {
        Outcome outcome = terminal.run("estimate", "--machine", "dgx-spark", "--language", "ja", "--unit", "GB");

        assertThat(outcome.out()).contains("● 収まる（空き ", "メモリ, GB", "18層 × 32,768セル");
    }

    @Test
    void everyUnknownFigureOfTheMemoryHasItsReason() {
        JsonNode answer = json("estimate", "--machine", "jetson-thor-128", "--json");

        answer.get("memory").propertyNames().stream()
                .filter(name -> answer.get("memory").get(name).isNull())
                .forEach(
                        name -> assertThat(explained(answer, name).get("reason").asString())
                                .isNotBlank());
    }

    private JsonNode json(String... args) {
        Outcome outcome = terminal.run(args);
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return parse(outcome.out());
    }

    private static JsonNode parse(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode explained(JsonNode answer, String quantity) {
        return answer.get("explanation").values().stream()
                .filter(entry -> entry.get("quantity").asString().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    private static void assertSums(JsonNode memory) {
        long parts = PARTS.stream().mapToLong(part -> bytes(memory, part)).sum();
        assertThat(bytes(memory, "required_bytes")).isEqualTo(parts);
        assertThat(bytes(memory, "spare_bytes"))
                .isEqualTo(bytes(memory, "usable_bytes") - bytes(memory, "required_bytes"));
        assertThat(bytes(memory, "capacity_bytes"))
                .isEqualTo(bytes(memory, "os_overhead_bytes")
                        + bytes(memory, "usable_bytes")
                        + bytes(memory, "kept_free_bytes"));
    }

    private static long bytes(JsonNode memory, String name) {
        assertThat(memory.get(name).isIntegralNumber()).as(name).isTrue();
        return memory.get(name).longValue();
    }
}
