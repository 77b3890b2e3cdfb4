package org.tonari.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tonari.explain.Phrase;
import org.tonari.remote.RemoteException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Speaks JSON with one server, which never leads elsewhere.
final class ServerCalls {
    private static final int MOST_BYTES = 16 << 20;
    private static final Duration DOCUMENT = Duration.ofSeconds(15);

    private final HttpClient client;
    private final URI base;
    private final Optional<Token> key;
    private final Duration answer;

    /// @param base   of the server, without `/v1`
    /// @param key    who asks, where the server wants to know
    /// @param answer how long one request may take
    ServerCalls(HttpClient client, URI base, Optional<Token> key, Duration answer) {
        this.client = client;
        this.base = base;
        this.key = key;
        this.answer = answer;
    }

    /// A line of a streamed answer and when it came.
    ///
    /// @param json  what it says
    /// @param nanos on the clock of [System#nanoTime()]
    record Arrival(JsonNode json, long nanos) {}

    /// @return the document at a path, if the server has one
    /// @throws RemoteException where the server cannot be reached or does not let us in
    Optional<JsonNode> find(String path, Errand errand) throws IOException {
        HttpResponse<String> response =
                sent(request(path).timeout(DOCUMENT).GET().build(), DOCUMENT, errand);
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw refusal(path, response);
        }
        return status == Answer.WHOLE ? parsed(response.body()) : Optional.empty();
    }

    /// @return what the server answers to a document
    /// @throws RemoteException where it does not
    JsonNode post(String path, ObjectNode document, Errand errand) throws IOException {
        HttpResponse<String> response = sent(posting(path, document), answer, errand);
        if (response.statusCode() != Answer.WHOLE) {
            throw refusal(path, response);
        }
        return parsed(response.body()).orElseThrow(() -> notUnderstood(path));
    }

    /// @return the parts of a streamed answer (`text/event-stream`), in order
    List<Arrival> stream(String path, ObjectNode document, Errand errand) throws IOException {
        var arrivals = new CopyOnWriteArrayList<Arrival>();
        HttpResponse<String> response = errand.await(
                shown(path),
                client.sendAsync(
                        posting(path, document),
                        info -> info.statusCode() == Answer.WHOLE
                                ? HttpResponse.BodySubscribers.limiting(new Events(arrivals), MOST_BYTES)
                                : HttpResponse.BodySubscribers.limiting(
                                        HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8), MOST_BYTES)),
                answer);
        if (response.statusCode() != Answer.WHOLE) {
            throw refusal(path, response);
        }
        return arrivals;
    }

    private HttpResponse<String> sent(HttpRequest request, Duration most, Errand errand) throws IOException {
        return errand.await(
                Addresses.shown(request.uri()),
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES)),
                most);
    }

    private HttpRequest posting(String path, ObjectNode document) throws RemoteException {
        return request(path)
                .timeout(answer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document.toString()))
                .build();
    }

    private HttpRequest.Builder request(String path) throws RemoteException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(new URI(base + path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("User-Agent", "tonari");
            key.ifPresent(who -> request.header("Authorization", "Bearer " + who.secret()));
            return request;
        } catch (URISyntaxException _) {
            throw new RemoteException(Reason.BAD_ADDRESS, "no address: {0}", base + path);
        }
    }

    private String shown(String path) {
        return Addresses.shown(base) + path;
    }

    static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private RemoteException refusal(String path, HttpResponse<String> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            return new RemoteException(Reason.UNAUTHORIZED, "{0} wants a key that it knows", shown(path));
        }
        String said = parsed(response.body())
                .map(json -> json.path("error").isObject() ? json.path("error").path("message") : json.path("error"))
                .map(message -> message.asString(""))
                .filter(message -> !message.isBlank())
                .map(message -> message.replaceAll("\\p{Cntrl}+", " ").strip())
                .map(message -> message.length() <= 300 ? message : message.substring(0, 300) + "…")
                .orElse("");
        return switch (status) {
            case 404, 405, 501 ->
                new RemoteException(Reason.NOT_FOUND, said(Phrase.of("{0} is not offered", shown(path)), said));
            case 429, 503 -> new RemoteException(Reason.BUSY, said(Phrase.of("{0} is busy", shown(path)), said));
            default ->
                new RemoteException(
                        Reason.REFUSED, said(Phrase.of("{0} answered with status {1}", shown(path), status), said));
        };
    }

    private static Phrase said(Phrase refusal, String said) {
        return said.isEmpty() ? refusal : Phrase.of("{0}: {1}", refusal, said);
    }

    private RemoteException notUnderstood(String path) {
        return new RemoteException(Reason.NOT_UNDERSTOOD, "{0} answers with no JSON", shown(path));
    }
}
