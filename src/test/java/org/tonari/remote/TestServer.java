package org.tonari.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server on this computer that answers as the servers of models do, well or badly.
public final class TestServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /// What was asked.
    ///
    /// @param path    with its query
    /// @param range   that was asked for, or empty
    /// @param token   who asked, or empty
    /// @param body    that was sent
    public record Seen(String path, String range, String token, String body) {}

    /// Answers one request.
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    public TestServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            seen.add(new Seen(
                    exchange.getRequestURI().toString(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                            .orElse(""),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                            .orElse(""),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Reply reply = replies.getOrDefault(exchange.getRequestURI().getPath(), status(404));
            reply.to(exchange);
        }
    }

    public TestServer at(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    /// @return the address of a path
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public URI uri(String path) {
        return URI.create(address(path));
    }

    public List<Seen> seen() {
        return seen;
    }

    public static Reply status(int status, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    public static Reply text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8), "\"" + text.hashCode() + "\"");
    }

    /// Parts of content where parts are asked for, as sound servers do.
    public static Reply bytes(byte[] content, String tag) {
        return exchange -> {
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("ETag", tag);
            part(exchange, content.length, (from, length) -> {
                byte[] part = new byte[length];
                System.arraycopy(content, (int) from, part, 0, length);
                return part;
            });
        };
    }

    /// A file, however large.
    public static Reply file(Path file, String tag) {
        return exchange -> {
            try (FileChannel channel = FileChannel.open(file)) {
                exchange.getResponseHeaders().set("ETag", tag);
                part(exchange, channel.size(), (from, length) -> {
                    ByteBuffer part = ByteBuffer.allocate(length);
                    channel.read(part, from);
                    return part.array();
                });
            }
        };
    }

    /// All of it, whatever part is asked for.
    public static Reply wholeOnly(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        };
    }

    /// Promises more than comes.
    public static Reply cutOff(byte[] content) {
        return exchange -> {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes 0-" + (content.length - 1) + "/" + content.length);
            exchange.sendResponseHeaders(206, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /// Accepts the request and says nothing more until the server closes.
    public Reply silence() {
        return exchange -> {
            try {
                closed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// Answers a request otherwise than the ones after it.
    public static Reply firstly(Reply first, Reply then) {
        var met = new AtomicBoolean();
        return exchange -> (met.getAndSet(true) ? then : first).to(exchange);
    }

    private interface Content {
        byte[] part(long from, int length) throws IOException;
    }

    private static void part(HttpExchange exchange, long size, Content content) throws IOException {
        Matcher range =
                RANGE.matcher(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                        .orElse(""));
        if (!range.matches()) {
            byte[] whole = content.part(0, Math.toIntExact(size));
            exchange.sendResponseHeaders(200, whole.length == 0 ? -1 : whole.length);
            exchange.getResponseBody().write(whole);
            return;
        }
        long from = Long.parseLong(range.group(1));
        long last = Math.min(Long.parseLong(range.group(2)), size - 1);
        byte[] part = content.part(from, (int) (last - from + 1));
        exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + last + "/" + size);
        exchange.sendResponseHeaders(206, part.length);
        exchange.getResponseBody().write(part);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
