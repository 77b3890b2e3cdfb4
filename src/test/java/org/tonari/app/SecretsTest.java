package org.tonari.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.tonari.remote.HeaderCache;
import org.tonari.remote.Hub;
import org.tonari.remote.RemoteFiles;
import org.tonari.remote.TestServer;
import org.tonari.viewmodel.own.MeasureViewModel;
import org.tonari.viewmodel.own.MeasureViewModel.State;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.Notice;

/// A server's key goes to the server and nowhere else: no file, log, export or sentence holds it.
@ExtendWith(ApplicationExtension.class)
class SecretsTest {
    private static final String KEY = "sk-very-secret-0815";

    private final TestServer server = new TestServer();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        server.close();
    }

    private TestWindow window() {
        var models = new RemoteModels(
                () -> RemoteFiles.standard(new HeaderCache(folder.resolve("cache"))), () -> Hub.Settings.USUAL);
        var outside = new WindowOutside(
                models,
                new HubSettingsFile(folder.resolve("hub.json"), Map.of()),
                folder.resolve("profiles"),
                () -> "2026-11-21");
        return new TestWindow(Composition.shipped(), new AppearanceViewModel(), folder, outside);
    }

    private void llama() {
        server.at(
                        "/props",
                        TestServer.text("{\"default_generation_settings\": {\"n_ctx\": 8192},"
                                + " \"model_path\": \"/models/tiny.gguf\", \"build_info\": \"b1-abc\"}"))
                .at("/tokenize", TestServer.text("{\"tokens\": [5, 6, 7, 8, 9, 10, 11]}"))
                .at("/completion", TestServer.text("""
                    {"content": "x", "timings": {"prompt_n": 512, "prompt_ms": 256.0, "predicted_n": 8,
                     "predicted_ms": 400.0}}
                    """));
    }

    private static void connect(MeasureViewModel measuring, TestServer server) {
        measuring.addressProperty().set(server.address(""));
        measuring.keyProperty().set(KEY);
        measuring.connect();
    }

    private void assertNoFileHoldsTheKey() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
    }

    @Test
    void aKeyGoesToTheServerAndIntoNoFile() throws IOException {
        llama();
        TestWindow window = window();
        MeasureViewModel measuring = window.workbench.measuring();
        connect(measuring, server);
        measuring.depthsProperty().set("512");
        measuring.measure();
        measuring.keep();
        window.workbench.work().save(folder.resolve("evening.tonari"), () -> {});
        window.workbench.work().close();
        var copied = new ArrayList<String>();
        window.workbench.exports().copySummary(copied::add);

        assertThat(server.seen()).allMatch(seen -> seen.token().equals("Bearer " + KEY));
        assertThat(measuring.stateProperty().get()).isInstanceOf(State.Measured.class);
        assertThat(measuring.stateProperty().get().toString()).doesNotContain(KEY);
        assertThat(copied).noneMatch(text -> text.contains(KEY));
        assertThat(folder.resolve("evening.tonari")).exists();
        assertThat(folder.resolve("profiles/measurements")).isNotEmptyDirectory();
        assertNoFileHoldsTheKey();

        measuring.restart();
        assertThat(measuring.keyProperty().get()).isEmpty();
    }

    @Test
    void aRefusalAndAFaultDoNotSayTheKey() throws IOException {
        server.at("/props", TestServer.status(401));
        TestWindow window = window();
        MeasureViewModel measuring = window.workbench.measuring();
        connect(measuring, server);

        assertThat(measuring.stateProperty().get()).isInstanceOfSatisfying(State.Failed.class, failed -> {
            assertThat(failed.trouble().details().english()).doesNotContain(KEY);
            new FaultFile(folder).keep(failed.trouble());
            window.notices.fault(failed.trouble());
        });
        Optional<Notice> said = window.notices.noticeProperty().get();
        assertThat(said).isPresent();
        assertThat(said.orElseThrow().toString()).doesNotContain(KEY);
        assertNoFileHoldsTheKey();
    }

    @Test
    void whatIsNoKeyIsRefusedBeforeAnythingIsSent() {
        MeasureViewModel measuring = window().workbench.measuring();
        measuring.addressProperty().set(server.address(""));
        measuring.keyProperty().set("two words");
        measuring.connect();

        assertThat(measuring.stateProperty().get()).isInstanceOf(State.Failed.class);
        assertThat(server.seen()).isEmpty();
    }
}
