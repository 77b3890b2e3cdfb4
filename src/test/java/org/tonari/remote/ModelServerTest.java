package org.tonari.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tonari.remote.TestServer.status;
import static org.tonari.remote.TestServer.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonari.remote.RemoteException.Reason;
import org.tonari.remote.ServerMeasurement.Plan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelServerTest {
    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private ModelServer found() throws IOException {
        return ModelServer.at(server.address(""), Optional.empty(), Errands.silent());
    }

    private static Plan plan(Long... depths) {
        return new Plan(Optional.empty(), List.of(depths), 8, 1);
    }

    private void llama(int context) {
        server.at(
                        "/props",
                        text("{\"default_generation_settings\": {\"n_ctx\": " + context + "},"
                                + " \"model_path\": \"/models/tiny.gguf\", \"build_info\": \"b1-abc\"}"))
                .at("/tokenize", text("{\"tokens\": [5, 6, 7, 8, 9, 10, 11]}"))
                .at("/completion", text("""
                    {"content": "x", "timings": {"prompt_n": 512, "prompt_ms": 256.0, "predicted_n": 8,
                     "predicted_ms": 400.0}}
                    """));
    }

    @Test
    void llamaTellsItsOwnTimings() throws IOException {
        llama(8192);

        ServerMeasurement measured = ServerMeasurement.of(found(), plan(512L), Errands.silent(), _ -> {});

        assertThat(measured.facts().kind()).isEqualTo(ServerKind.LLAMA_CPP);
        assertThat(measured.facts().version()).isEqualTo("b1-abc");
        assertThat(measured.model()).isEqualTo("tiny.gguf");
        // 512 tokens in 0.256 s and 8 in 0.4 s.
        assertThat(measured.runs()).containsExactly(new Run(512, 8, 2000, 20, Run.Clock.SERVER));
        assertThat(measured.runs().getFirst().depth()).isEqualTo(516);
    }

    @Test
    void llamaIsAskedForExactlySoManyTokensPastItsCache() throws IOException {
        llama(8192);

        ServerMeasurement.of(found(), plan(100L), Errands.silent(), _ -> {});

        JsonNode asked = JsonMapper.shared().readTree(server.seen().getLast().body());
        assertThat(asked.get("prompt").size()).isEqualTo(100);
        assertThat(asked.get("cache_prompt").asBoolean()).isFalse();
        assertThat(asked.get("n_predict").asInt()).isEqualTo(8);
    }

    @Test
    void noMoreIsAskedThanTheServerHolds() throws IOException {
        llama(1024);

        ServerMeasurement measured = ServerMeasurement.of(found(), plan(512L, 4096L), Errands.silent(), _ -> {});

        assertThat(measured.runs()).hasSize(1);
        assertThat(measured.stopped())
                .hasValueSatisfying(why -> assertThat(why.english()).contains("1024"));
    }

    @Test
    void ollamaTellsDurationsAndMemory() throws IOException {
        server.at("/api/tags", text("{\"models\": [{\"name\": \"tiny:1b\"}, {\"name\": \"other\"}]}"))
                .at("/api/version", text("{\"version\": \"0.32.1\"}"))
                .at("/api/generate", text("""
                    {"prompt_eval_count": 1000, "prompt_eval_duration": 500000000, "eval_count": 8,
                     "eval_duration": 200000000}
                    """))
                .at("/api/ps", text("{\"models\": [{\"name\": \"tiny:1b\", \"size\": 123456789}]}"));

        ServerMeasurement measured = ServerMeasurement.of(found(), plan(1000L), Errands.silent(), _ -> {});

        assertThat(measured.facts().kind()).isEqualTo(ServerKind.OLLAMA);
        assertThat(measured.facts().models()).containsExactly("tiny:1b", "other");
        assertThat(measured.runs()).containsExactly(new Run(1000, 8, 2000, 40, Run.Clock.SERVER));
        assertThat(measured.memory()).isEqualTo(OptionalLong.of(123_456_789));
    }

    @Test
    void otherServersAreTimedByTheArrivalOfTokens() throws IOException {
        server.at("/v1/models", text("{\"data\": [{\"id\": \"m\", \"owned_by\": \"vllm\", \"max_model_len\": 4096}]}"))
                .at("/v1/completions", exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 8; i++) {
                        write(exchange.getResponseBody(), "data: {\"choices\": [{\"text\": \"a\"}]}\n\n");
                    }
                    write(
                            exchange.getResponseBody(),
                            "data: {\"choices\": [], \"usage\": {\"prompt_tokens\": 90, \"completion_tokens\":"
                                    + " 8}}\n\n");
                    write(exchange.getResponseBody(), "data: [DONE]\n\n");
                });

        ServerMeasurement measured = ServerMeasurement.of(found(), plan(100L), Errands.silent(), _ -> {});

        Run run = measured.runs().getFirst();
        assertThat(measured.facts().name()).isEqualTo("vllm");
        assertThat(run.clock()).isEqualTo(Run.Clock.ARRIVAL);
        assertThat(run.prompt()).isEqualTo(90);
        assertThat(run.answer()).isEqualTo(8);
        assertThat(run.prefill()).isPositive();
        assertThat(run.decode()).isPositive();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Test
    void aServerThatOnlyChatsIsAskedToChat() throws IOException {
        server.at("/v1/models", text("{\"data\": [{\"id\": \"m\"}]}")).at("/v1/chat/completions", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 3; i++) {
                write(
                        exchange.getResponseBody(),
                        "data: {\"choices\": [{\"delta\": {\"reasoning_content\": \"a\"}}]}\n\n");
            }
        });

        Run run = found().measure("m", 64, 3, Errands.silent());

        assertThat(run.answer()).isEqualTo(3);
        assertThat(run.prompt()).isEqualTo(64);
    }

    @Test
    void theTimingsOfAStreamWinOverTheClockHere() throws IOException {
        server.at("/v1/models", text("{\"data\": [{\"id\": \"m\"}]}")).at("/v1/completions", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(
                    exchange.getResponseBody(),
                    "data: {\"choices\": [{\"text\": \"a\"}], \"timings\": {\"prompt_n\": 10,"
                            + " \"prompt_ms\": 10, \"predicted_n\": 4, \"predicted_ms\": 100}}\n\n");
        });

        Run run = found().measure("m", 10, 4, Errands.silent());

        assertThat(run.clock()).isEqualTo(Run.Clock.SERVER);
        assertThat(run.decode()).isEqualTo(40, within(1e-9));
    }

    @Test
    void theAddressMayEndWithTheVersion() throws IOException {
        llama(8192);

        assertThat(ModelServer.at(server.address("/v1/"), Optional.empty(), Errands.silent())
                        .facts()
                        .kind())
                .isEqualTo(ServerKind.LLAMA_CPP);
    }

    @Test
    void aKeyIsSentAndNeverSaid() throws IOException {
        server.at("/props", status(401));
        var key = new Token("sk-very-secret");

        assertThatThrownBy(() -> ModelServer.at(server.address(""), Optional.of(key), Errands.silent()))
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNAUTHORIZED))
                .hasMessageNotContaining("secret");
        assertThat(server.seen().getFirst().token()).isEqualTo("Bearer sk-very-secret");
        assertThat(key).asString().doesNotContain("secret");
    }

    @Test
    void whatIsNoServerOfModelsIsSaidSo() {
        assertThatThrownBy(this::found)
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_UNDERSTOOD));
    }

    @Test
    void aServerThatFailsInBetweenLeavesWhatWasMeasured() throws IOException {
        llama(1 << 20);
        var runs = new ArrayList<Run>();
        ModelServer asked = found();

        ServerMeasurement measured = ServerMeasurement.of(asked, plan(100L, 200L), Errands.silent(), run -> {
            runs.add(run);
            server.at("/completion", status(500));
        });

        assertThat(measured.runs()).isEqualTo(runs).hasSize(1);
        assertThat(measured.stopped()).isPresent();
    }

    @Test
    void measuringCanBeCancelled() throws Exception {
        llama(8192);
        var asked = new CountDownLatch(1);
        server.at("/completion", exchange -> {
            asked.countDown();
            server.silence().to(exchange);
        });
        var errand = new Errand((_, _) -> {}, Duration.ofMinutes(1));
        ModelServer running = found();
        try (var worker = Executors.newSingleThreadExecutor()) {
            var outcome = worker.submit(() -> {
                try {
                    ServerMeasurement.of(running, plan(100L), errand, _ -> {});
                    return Optional.<Reason>empty();
                } catch (RemoteException failure) {
                    return Optional.of(failure.reason());
                }
            });
            asked.await();

            errand.cancel();

            assertThat(outcome.get()).contains(Reason.CANCELLED);
        }
    }
}
