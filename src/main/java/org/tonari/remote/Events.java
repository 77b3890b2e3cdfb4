package org.tonari.remote;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.tonari.remote.ServerCalls.Arrival;

/// Notes when each part of a streamed answer arrives: lines that begin with `data:` and hold JSON.
final class Events implements BodySubscriber<String> {
    private static final String DATA = "data:";

    private final BodySubscriber<Void> lines;

    /// @param arrivals takes the parts in order
    Events(List<Arrival> arrivals) {
        this.lines = BodySubscribers.fromLineSubscriber(new Noting(arrivals), _ -> null, StandardCharsets.UTF_8, null);
    }

    private static final class Noting implements Flow.Subscriber<String> {
        private final List<Arrival> arrivals;

        Noting(List<Arrival> arrivals) {
            this.arrivals = arrivals;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            long now = System.nanoTime();
            if (line.startsWith(DATA)) {
                ServerCalls.parsed(line.substring(DATA.length()))
                        .ifPresent(json -> arrivals.add(new Arrival(json, now)));
            }
        }

        @Override
        public void onError(Throwable failure) {
            // Whoever waits for the answer is told by the answer itself.
        }

        @Override
        public void onComplete() {
            // Likewise.
        }
    }

    @Override
    public CompletionStage<String> getBody() {
        return lines.getBody().thenApply(_ -> "");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lines.onNext(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        lines.onError(failure);
    }

    @Override
    public void onComplete() {
        lines.onComplete();
    }
}
