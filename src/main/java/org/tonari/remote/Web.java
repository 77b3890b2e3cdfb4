package org.tonari.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tonari.remote.RemoteException.Reason;

/// Asks servers within limits and follows redirects by its own rules. Thread-safe.
final class Web {
    private static final Set<Integer> LEADING = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final int MOST_ERROR_BYTES = 1 << 16;

    private final HttpClient client;
    private final Addresses addresses;
    private final Limits limits;

    Web(Addresses addresses, Limits limits) {
        this.addresses = addresses;
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    Limits limits() {
        return limits;
    }

    HttpClient client() {
        return client;
    }

    /// @return the answer, its status 200, 206 or 304
    /// @throws RemoteException where there is none; it says why
    Answer ask(Question question, Errand errand) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                Reached reached = once(question, errand);
                Optional<Duration> wait = reached.wait(limits);
                if (tries >= limits.tries() || wait.isEmpty()) {
                    return checked(question, reached);
                }
                errand.pause(wait.get());
            } catch (RemoteException failure) {
                if (failure.reason() != Reason.CUT_OFF || tries >= limits.tries()) {
                    throw failure;
                }
            }
        }
    }

    /// @param tag what a hub named the content on the way; storage behind a hub calls the same bytes otherwise
    private record Reached(HttpResponse<byte[]> answer, Optional<String> tag) {
        Optional<Duration> wait(Limits limits) {
            return Optional.of(answer)
                    .filter(refused -> BUSY.contains(refused.statusCode()))
                    .flatMap(refused -> Web.wait(refused.headers()))
                    .filter(wait -> wait.compareTo(limits.retry()) <= 0);
        }
    }

    private Reached once(Question question, Errand errand) throws IOException {
        URI at = question.address();
        Optional<String> linked = Optional.empty();
        for (int leads = 0; leads <= limits.redirects(); leads++) {
            HttpResponse<byte[]> answer = sent(question, at, errand);
            Optional<String> location = answer.headers().firstValue("Location");
            linked = linked.or(() -> answer.headers().firstValue("X-Linked-Etag"));
            boolean known = linked.isPresent() && linked.equals(question.known());
            if (!LEADING.contains(answer.statusCode()) || location.isEmpty() || known) {
                return new Reached(answer, linked.or(() -> answer.headers().firstValue("ETag")));
            }
            at = addresses.followed(at, location.get());
        }
        throw new RemoteException(
                Reason.REDIRECT, "{0} leads on and on; this is not followed", Addresses.shown(question.address()));
    }

    private HttpResponse<byte[]> sent(Question question, URI at, Errand errand) throws IOException {
        var begun = new AtomicReference<@Nullable ResponseInfo>();
        var future = client.sendAsync(question.request(at, limits), info -> {
            begun.set(info);
            boolean wanted = info.statusCode() == Answer.WHOLE || info.statusCode() == Answer.PART;
            return BodySubscribers.limiting(BodySubscribers.ofByteArray(), wanted ? question.most() : MOST_ERROR_BYTES);
        });
        try {
            return errand.await(Addresses.shown(at), future, limits.answer());
        } catch (RemoteException failure) {
            throw failure.reason() == Reason.CUT_OFF
                    ? tooMuch(question, at, begun.get()).orElse(failure)
                    : failure;
        }
    }

    /// An answer that is cut off here because it is longer than what was asked for.
    private static Optional<RemoteException> tooMuch(Question question, URI at, @Nullable ResponseInfo begun) {
        if (begun == null) {
            return Optional.empty();
        }
        long length = begun.headers().firstValueAsLong("Content-Length").orElse(Long.MAX_VALUE);
        if (begun.statusCode() != Answer.WHOLE || length <= question.most()) {
            return Optional.empty();
        }
        return Optional.of(
                question.from().isPresent()
                        ? new RemoteException(
                                Reason.NO_RANGES,
                                "{0} gives files only as a whole; download it and open the file",
                                Addresses.shown(at))
                        : new RemoteException(Reason.TOO_LARGE, "{0} answers with too much", Addresses.shown(at)));
    }

    private static Answer checked(Question question, Reached reached) throws RemoteException {
        HttpResponse<byte[]> answer = reached.answer();
        int status = LEADING.contains(answer.statusCode()) && reached.tag().isPresent()
                ? Answer.UNCHANGED
                : answer.statusCode();
        if (status == Answer.WHOLE || status == Answer.PART || status == Answer.UNCHANGED) {
            return new Answer(answer.uri(), status, answer.headers(), reached.tag(), answer.body());
        }
        throw Refusal.of(Addresses.shown(question.address()), status, answer.headers());
    }

    /// Only seconds: no server that offers models gives a date.
    static Optional<Duration> wait(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
