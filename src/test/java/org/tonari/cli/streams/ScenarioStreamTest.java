package org.tonari.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tonari.cli.Terminal;
import org.tonari.cli.session.Session;
import org.tonari.export.EstimatePart;
import org.tonari.profiles.ModelFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioStreamTest {
    private final Terminal terminal = new Terminal();

    @Test
    void answersComeInTheOrderOfTheirLines() {
        var random = new Random(7);
        var lines = new StringBuilder();
        var contexts = random.longs(500, 1, 200_000).boxed().toList();
        for (long context : contexts) {
            lines.append("{\"machine\": \"dgx-spark\", \"context\": ")
                    .append(context)
                    .append("}\n");
        }

        var outcome =
                terminal.typing(lines.toString()).run("estimate", "--scenarios", "-", "--json", "--fields", "fit");

        assertThat(outcome.out()
                        .lines()
                        .map(ScenarioStreamTest::parse)
                        .map(answer -> answer.get("scenario").get("context").longValue()))
                .isEqualTo(contexts);
    }

    @Test
    void badLinesAmongManyKeepTheirNumbers() {
        var lines = new StringBuilder();
        for (int line = 1; line <= 300; line++) {
            lines.append(line % 7 == 0 ? "nonsense\n" : line % 11 == 0 ? "\n" : "{\"machine\": \"dgx-spark\"}\n");
        }

        var outcome =
                terminal.typing(lines.toString()).run("estimate", "--scenarios", "-", "--json", "--fields", "fit");

        List<Long> wrong = outcome.out()
                .lines()
                .map(ScenarioStreamTest::parse)
                .filter(answer -> answer.has("error"))
                .map(answer -> answer.get("line").longValue())
                .toList();
        assertThat(wrong).hasSize(42).allMatch(line -> line % 7 == 0).isSorted();
    }

    @Test
    void aLineIsAnsweredBeforeTheNextOneIsThere() throws Exception {
        var typed = new PipedOutputStream();
        var answers = new ArrayBlockingQueue<String>(10);
        var stream = new PipedInputStream(typed, 1 << 16);
        var running = CompletableFuture.supplyAsync(() -> run(stream, new PrintWriter(into(answers))));

        for (int i = 0; i < 3; i++) {
            typed.write("{\"machine\": \"dgx-spark\"}\n".getBytes(StandardCharsets.UTF_8));
            typed.flush();
            assertThat(answers.poll(60, TimeUnit.SECONDS)).contains("\"verdict\"");
        }
        typed.close();

        assertThat(running.get(60, TimeUnit.SECONDS)).isEqualTo(StreamOutcome.ALL_FIT);
    }

    @Test
    void nobodyLeftToReadEndsTheWork() throws IOException {
        String endless = "{\"machine\": \"dgx-spark\"}\n".repeat(200_000);
        var stream = new ByteArrayInputStream(endless.getBytes(StandardCharsets.UTF_8));

        run(stream, new PrintWriter(closed()));

        assertThat(stream.available()).isPositive();
    }

    private static StreamOutcome run(InputStream stream, PrintWriter out) {
        var session = new Session(out, out, stream, Terminal.wiring(ModelFiles.none()));
        try {
            return new ScenarioStream(session, EnumSet.of(EstimatePart.FIT)).run(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Writer into(BlockingQueue<String> answers) {
        return new Writer() {
            @Override
            public void write(char[] signs, int from, int length) {
                answers.add(new String(signs, from, length));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static Writer closed() {
        return new Writer() {
            @Override
            public void write(char[] signs, int from, int length) throws IOException {
                throw new IOException("closed");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static JsonNode parse(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
