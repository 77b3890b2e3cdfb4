package org.tonari.remote;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tonari.remote.RemoteException.Reason;
import org.tonari.remote.ServerCalls.Arrival;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// OpenAI's interface: the server's own timings where it adds them, else the times at which tokens arrive.
final class StreamTiming implements Timing {
    private static final double NANOS = 1e9;

    private final ServerCalls calls;
    private final Prompts prompts = new Prompts();
    private boolean chats;

    StreamTiming(ServerCalls calls) {
        this.calls = calls;
    }

    @Override
    public Run run(String model, long prompt, int answer, Errand errand) throws IOException {
        String text = prompts.text(prompt);
        long begun = System.nanoTime();
        List<Arrival> arrivals;
        try {
            arrivals = asked(model, text, answer, errand);
        } catch (RemoteException failure) {
            if (chats || failure.reason() != Reason.NOT_FOUND) {
                throw failure;
            }
            chats = true;
            begun = System.nanoTime();
            arrivals = asked(model, text, answer, errand);
        }
        Run run = timed(arrivals, begun, prompt);
        prompts.learn(text, run.prompt());
        return run;
    }

    private List<Arrival> asked(String model, String text, int answer, Errand errand) throws IOException {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("model", model)
                .put("max_tokens", answer)
                .put("temperature", 0)
                .put("ignore_eos", true)
                .put("stream", true);
        question.putObject("stream_options").put("include_usage", true);
        if (chats) {
            question.putArray("messages").addObject().put("role", "user").put("content", text);
            return calls.stream("/v1/chat/completions", question, errand);
        }
        question.put("prompt", text);
        return calls.stream("/v1/completions", question, errand);
    }

    private static Run timed(List<Arrival> arrivals, long begun, long wanted) throws RemoteException {
        Optional<Run> told = arrivals.stream()
                .flatMap(arrival -> LlamaTiming.run(arrival.json()).stream())
                .reduce((_, last) -> last);
        if (told.isPresent()) {
            return told.get();
        }
        List<Arrival> texts = arrivals.stream().filter(StreamTiming::hasText).toList();
        if (texts.size() < 2) {
            throw new RemoteException(Reason.NOT_UNDERSTOOD, "the server does not send its answer token by token");
        }
        long read = usage(arrivals, "prompt_tokens").orElse(wanted);
        long written = usage(arrivals, "completion_tokens").orElse((long) texts.size());
        double first = (texts.getFirst().nanos() - begun) / NANOS;
        double rest = (texts.getLast().nanos() - texts.getFirst().nanos()) / NANOS;
        return new Run(
                read, written, first > 0 ? read / first : 0, rest > 0 ? (written - 1) / rest : 0, Run.Clock.ARRIVAL);
    }

    private static boolean hasText(Arrival arrival) {
        JsonNode choice = arrival.json().path("choices").path(0);
        JsonNode delta = choice.path("delta");
        return !choice.path("text").asString("").isEmpty()
                || !delta.path("content").asString("").isEmpty()
                || !delta.path("reasoning_content").asString("").isEmpty()
                || !delta.path("reasoning").asString("").isEmpty();
    }

    private static Optional<Long> usage(List<Arrival> arrivals, String field) {
        return arrivals.stream()
                .map(arrival -> arrival.json().path("usage").path(field).asLong(0))
                .filter(tokens -> tokens > 0)
                .reduce((_, last) -> last);
    }
}
