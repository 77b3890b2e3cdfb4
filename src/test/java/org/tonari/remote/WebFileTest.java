package org.tonari.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tonari.remote.TestServer.bytes;
import static org.tonari.remote.TestServer.cutOff;
import static org.tonari.remote.TestServer.firstly;
import static org.tonari.remote.TestServer.status;
import static org.tonari.remote.TestServer.text;
import static org.tonari.remote.TestServer.wholeOnly;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.remote.RemoteException.Reason;

class WebFileTest {
    private static final Limits QUICK =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(1500), Duration.ofSeconds(1), 8 << 20, 1 << 20, 3, 2);

    private final TestServer server = new TestServer();
    private final byte[] content = new byte[3 << 20];

    @TempDir
    private Path folder = Path.of("");

    WebFileTest() {
        new Random(7).nextBytes(content);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RemoteFiles files() {
        return new RemoteFiles(new Web(new Addresses(_ -> false), QUICK), Optional.of(new HeaderCache(folder)));
    }

    private static byte[] read(WebFile file, int bytes) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(bytes);
        while (into.hasRemaining() && file.read(into.position(), into) >= 0) {
            // Parts come one by one.
        }
        return into.array();
    }

    private Reason reasonAt(String path) {
        return reason(() -> files().open(server.address(path), Errands.silent()).size());
    }

    private interface Act {
        void go() throws IOException;
    }

    private static Reason reason(Act act) {
        try {
            act.go();
        } catch (RemoteException failure) {
            assertThat(failure.getMessage()).isNotBlank();
            return failure.reason();
        } catch (IOException other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("no trouble");
    }

    @Test
    void onlyTheBeginningOfAFileIsFetched() throws IOException {
        server.at("/model", bytes(content, "\"a\""));

        try (WebFile file = files().open(server.address("/model"), Errands.silent())) {
            assertThat(file.size()).isEqualTo(content.length);
            assertThat(read(file, 1000)).isEqualTo(Arrays.copyOf(content, 1000));
            assertThat(file.fetched()).isEqualTo(256 << 10);
            assertThat(read(file, 1 << 20)).isEqualTo(Arrays.copyOf(content, 1 << 20));
        }

        assertThat(server.seen())
                .extracting(TestServer.Seen::range)
                .containsExactly("bytes=0-262143", "bytes=262144-1310719");
    }

    @Test
    void whatTheServerStillCallsTheSameComesOutOfTheCache() throws IOException {
        server.at("/model", bytes(content, "\"a\""));
        try (WebFile file = files().open(server.address("/model"), Errands.silent())) {
            read(file, 1 << 20);
        }

        try (WebFile again = files().open(server.address("/model"), Errands.silent())) {
            assertThat(read(again, 1 << 20)).isEqualTo(Arrays.copyOf(content, 1 << 20));
        }

        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void whatChangedComesAnew() throws IOException {
        server.at("/model", bytes(new byte[10], "\"a\""));
        try (WebFile file = files().open(server.address("/model"), Errands.silent())) {
            read(file, 10);
        }
        server.at("/model", bytes(content, "\"b\""));

        try (WebFile again = files().open(server.address("/model"), Errands.silent())) {
            assertThat(again.size()).isEqualTo(content.length);
            assertThat(read(again, 100)).isEqualTo(Arrays.copyOf(content, 100));
        }
    }

    @Test
    void withoutAConnectionTheCacheStillAnswers() throws IOException {
        server.at("/model", bytes(content, "\"a\""));
        String address = server.address("/model");
        try (WebFile file = files().open(address, Errands.silent())) {
            read(file, 100);
        }
        server.close();

        try (WebFile again = files().open(address, Errands.silent())) {
            assertThat(read(again, 100)).isEqualTo(Arrays.copyOf(content, 100));
        }
        assertThat(reason(() -> files().open(address + "2", Errands.silent()).size()))
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        server.at("/model", firstly(bytes(content, "\"a\""), bytes(new byte[2 << 20], "\"b\"")));
        WebFile file = files().open(server.address("/model"), Errands.silent());
        file.size();

        assertThat(reason(() -> read(file, 1 << 20))).isEqualTo(Reason.CHANGED);
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "429, BUSY",
        "503, BUSY",
        "500, REFUSED",
        "416, REFUSED"
    })
    void everyRefusalHasItsReason(int status, Reason reason) {
        server.at("/model", status(status, "Retry-After", "3600"));

        assertThat(reasonAt("/model")).isEqualTo(reason);
    }

    @Test
    void aLongWaitIsLeftToThePersonAndAShortOneIsWaited() throws IOException {
        server.at("/long", status(429, "Retry-After", "3600"))
                .at("/short", firstly(status(429, "Retry-After", "0"), text("here")));

        assertThatThrownBy(() ->
                        files().open(server.address("/long"), Errands.silent()).size())
                .hasMessageContaining("asks to wait 3600 s");
        assertThat(files().open(server.address("/short"), Errands.silent()).size())
                .isEqualTo(4);
    }

    @Test
    void aServerWithoutPartsGivesSmallFilesOnly() throws IOException {
        server.at("/large", wholeOnly(content)).at("/small", wholeOnly(new byte[100]));

        assertThat(reasonAt("/large")).isEqualTo(Reason.NO_RANGES);
        assertThat(files().open(server.address("/small"), Errands.silent()).size())
                .isEqualTo(100);
    }

    @Test
    void anAnswerCutOffIsTriedOnceMore() throws IOException {
        server.at("/always", cutOff(content)).at("/once", firstly(cutOff(content), bytes(content, "\"a\"")));

        assertThat(reasonAt("/always")).isEqualTo(Reason.CUT_OFF);
        assertThat(files().open(server.address("/once"), Errands.silent()).size())
                .isEqualTo(content.length);
    }

    @Test
    void aSilentServerIsNotWaitedForForever() {
        server.at("/model", server.silence());

        assertThat(reasonAt("/model")).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void anotherPartThanAskedForIsNoAnswer() {
        server.at("/model", exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5-14/100");
            exchange.sendResponseHeaders(206, 10);
            exchange.getResponseBody().write(new byte[10]);
        });

        assertThat(reasonAt("/model")).isEqualTo(Reason.NOT_UNDERSTOOD);
    }

    @Test
    void aHeaderWithoutEndIsRefused() throws IOException {
        server.at("/model", exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            String[] bounds = range.substring("bytes=".length()).split("-");
            int length = (int) (Long.parseLong(bounds[1]) - Long.parseLong(bounds[0]) + 1);
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + bounds[0] + "-" + bounds[1] + "/" + (1L << 40));
            exchange.sendResponseHeaders(206, length);
            exchange.getResponseBody().write(new byte[length]);
        });
        WebFile file = files().open(server.address("/model"), Errands.silent());

        assertThat(reason(() -> file.read(1L << 39, ByteBuffer.allocate(1)))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void anErrandCanBeCancelledWhileTheServerIsSilent() throws Exception {
        var asked = new CountDownLatch(1);
        server.at("/model", exchange -> {
            asked.countDown();
            server.silence().to(exchange);
        });
        var errand = new Errand((_, _) -> {}, Duration.ofMinutes(1));
        WebFile file = new RemoteFiles(new Web(new Addresses(_ -> false), Limits.STANDARD), Optional.empty())
                .open(server.address("/model"), errand);
        try (var worker = Executors.newSingleThreadExecutor()) {
            var reason = worker.submit(() -> reason(file::size));
            asked.await();

            errand.cancel();

            assertThat(reason.get()).isEqualTo(Reason.CANCELLED);
        }
    }

    @Test
    void onlyHttpIsAsked() {
        for (String address : new String[] {
            "file:///etc/passwd",
            "ftp://example.org/a",
            "jar:file:/a!/b",
            "http://",
            "not an address",
            "http://me:pw@x/"
        }) {
            assertThat(reason(() -> files().open(address, Errands.silent())))
                    .as(address)
                    .isEqualTo(Reason.BAD_ADDRESS);
        }
    }

    @Test
    void redirectsAreFollowedAFewTimes() throws IOException {
        server.at("/a", status(302, "Location", "/b"))
                .at("/b", status(307, "Location", server.address("/model")))
                .at("/model", text("here"))
                .at("/round", status(301, "Location", "/round"));

        assertThat(files().open(server.address("/a"), Errands.silent()).size()).isEqualTo(4);
        assertThat(reasonAt("/round")).isEqualTo(Reason.REDIRECT);
    }
}
