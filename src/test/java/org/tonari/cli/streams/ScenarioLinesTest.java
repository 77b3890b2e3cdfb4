package org.tonari.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonari.cli.Terminal;
import org.tonari.cli.Terminal.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scenarios as lines, sound and not.
class ScenarioLinesTest {
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void manyScenariosAreAnsweredInOrderAndABadLineCostsNoOther() throws Exception {
        Path file = folder.resolve("questions.jsonl");
        Files.writeString(file, """
            {"machine": "dgx-spark", "context": "16k"}
            {"machine": "no-such-machine"}

            not JSON
            {"machine": "m4-32", "model": "qwen3-8b", "overrides": {"no.such.figure": 1}}
            {"machine": "m4-32", "model": "qwen3-8b", "kv_unified": true}\
            """);

        Outcome outcome = terminal.run("estimate", "--scenarios", file.toString(), "--json", "--fields", "memory");

        List<JsonNode> answers =
                outcome.out().lines().map(ScenarioLinesTest::parse).toList();
        assertThat(outcome.status()).isZero();
        assertThat(answers).hasSize(5);
        assertThat(answers.get(0).get("scenario").get("context").longValue()).isEqualTo(16_384);
        assertThat(answers.get(1).get("line").longValue()).isEqualTo(2);
        assertThat(answers.get(1).get("error").asString()).contains("no-such-machine");
        assertThat(answers.get(2).get("line").longValue()).isEqualTo(4);
        assertThat(answers.get(3).get("line").longValue()).isEqualTo(5);
        assertThat(answers.get(4).get("scenario").get("kv_unified").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "[]",
                "null",
                "{}",
                "{\"machine\": {}}",
                "{\"machine\": \"a/\\u0000.json\"}",
                "{\"machine\": \"dgx-spark\", \"machine\": \"dgx-spark\"}",
                "{\"machine\": \"dgx-spark\", \"model\": \"/\"}",
                "{\"machine\": \"dgx-spark\", \"context\": 1e400}",
                "{\"machine\": \"dgx-spark\", \"overrides\": 5}",
                "{\"machine\": \"dgx-spark\", \"colour\": \"red\"}"
            })
    void junkIsAnsweredWithWhatIsWrongWithIt(String line) {
        Outcome outcome = terminal.typing(line).run("estimate", "--scenarios", "-", "--json");

        JsonNode answer = parse(outcome.out());
        assertThat(outcome.status()).isZero();
        assertThat(answer.propertyNames()).containsExactly("error", "line");
        assertThat(answer.get("error").asString()).isNotBlank().doesNotContain("internal fault");
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        Outcome outcome = terminal.typing("\uFEFF{\"machine\": \"dgx-spark\"}\r\n")
                .run("estimate", "--scenarios", "-", "--json", "--fields", "fit");

        assertThat(parse(outcome.out()).has("fit")).isTrue();
    }

    @Test
    void aLineBeyondAllMeasureIsAnsweredWithAnError() {
        String endless = "{\"machine\": \"" + "x".repeat(3 << 20) + "\"}\n{\"machine\": \"dgx-spark\"}\n";

        Outcome outcome = terminal.typing(endless).run("estimate", "--scenarios", "-", "--json", "--fields", "fit");

        List<JsonNode> answers =
                outcome.out().lines().map(ScenarioLinesTest::parse).toList();
        assertThat(answers.get(0).get("error").asString()).hasSizeLessThan(200);
        assertThat(answers.get(1).has("fit")).isTrue();
    }

    private static JsonNode parse(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
