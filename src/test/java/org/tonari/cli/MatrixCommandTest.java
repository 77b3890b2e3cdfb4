package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.tonari.cli.Terminal.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatrixCommandTest {
    private final Terminal terminal = new Terminal();

    @Test
    void everyMachineInEveryFormatAtSeveralContextsIsARowEach() {
        JsonNode answer = json("--models", "gpt-oss-20b,qwen3-8b", "--machines", "all", "--every-weights");

        assertThat(answer.get("contexts").values().stream().map(JsonNode::longValue))
                .containsExactly(4_096L, 131_072L);
        List<String> rows = StreamSupport.stream(answer.get("rows").spliterator(), false)
                .map(row -> row.get("machine").asString() + " "
                        + row.get("model").asString() + " " + row.get("weights").asString())
                .toList();
        assertThat(rows).doesNotHaveDuplicates().contains("dgx-spark qwen3-8b q4_k_m", "m4-32 gpt-oss-20b q8_0");
        assertThat(rows.getFirst()).startsWith("dgx-spark gpt-oss-20b");
        assertThat(rows.getLast()).contains("qwen3-8b");
    }

    @Test
    void theScenariosOwnModelIsTheOnlyRow() {
        List<String> lines = terminal.run("matrix", "--model", "qwen3-8b", "--machines", "dgx-spark")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(2).last().asString().startsWith("qwen3-8b");
    }

    @Test
    void oneThingIsNotSaidTwice() {
        Outcome models = terminal.run("matrix", "--model", "qwen3-8b", "--models", "gpt-oss-20b");
        Outcome contexts = terminal.run("matrix", "--model", "qwen3-8b", "--context", "8k", "--contexts", "4k,32k");

        assertThat(models.status()).isEqualTo(2);
        assertThat(models.err()).contains("--model and --models");
        assertThat(contexts.status()).isEqualTo(2);
        assertThat(contexts.err()).contains("--context and --contexts");
    }

    @Test
    void aCellIsWhatAnEstimateOfItSays() {
        JsonNode row = json("--models", "llama-3.3-70b", "--machines", "hp-omen-45l-rtx-5090")
                .get("rows")
                .get(0);

        for (int i = 0; i < 2; i++) {
            JsonNode estimate = estimate(i == 0 ? "4k" : "128k");
            assertThat(row.get("verdicts").get(i).asString())
                    .isEqualTo(estimate.get("fit").get("verdict").asString());
            JsonNode speed = estimate.get("speed").get("decode_tokens_per_second");
            assertThat(row.get("decode_tokens_per_second").get(i))
                    .isEqualTo(speed.isNull() ? speed : speed.get("expected"));
        }
    }

    @Test
    void theTableShowsTheLongestOfTheContextsThatRuns() {
        List<String> lines = terminal.run(
                        "matrix",
                        "--models",
                        "qwen3-32b",
                        "--machines",
                        "mac-mini-m4-pro-64",
                        "--contexts",
                        "4k,8k,1M",
                        "--weights",
                        "q8_0")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("qwen3-32b q8_0").contains(" 8k ");
    }

    @Test
    void aContextThatIsNoNumberIsNamed() {
        Outcome outcome = terminal.run("matrix", "--contexts", "4k,long");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--contexts", "\"long\"", "4096,32k");
    }

    @Test
    void partsOfAnEstimateAreRefusedBesideSeveralContexts() {
        Outcome outcome = terminal.run("matrix", "--contexts", "4k", "--json", "--fields", "fit");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--fields");
    }

    private JsonNode json(String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "matrix";
        all[1] = "--json";
        all[2] = "--contexts";
        all[3] = "4k,128k";
        System.arraycopy(options, 0, all, 4, options.length);
        return JsonMapper.shared().readTree(terminal.run(all).out());
    }

    private JsonNode estimate(String context) {
        return JsonMapper.shared()
                .readTree(terminal.run(
                                "estimate",
                                "--machine",
                                "hp-omen-45l-rtx-5090",
                                "--model",
                                "llama-3.3-70b",
                                "--context",
                                context,
                                "--json")
                        .out());
    }
}
