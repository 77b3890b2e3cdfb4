package org.tonari.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.remote.RemoteException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// llama.cpp's server: takes tokens as they are, and tells its own `timings` (`tools/server/README.md`).
final class LlamaTiming implements Timing {
    private static final int WORDS = 512;

    private final ServerCalls calls;
    private final Prompts prompts = new Prompts();

    LlamaTiming(ServerCalls calls) {
        this.calls = calls;
    }

    @Override
    public Run run(String model, long prompt, int answer, Errand errand) throws IOException {
        ObjectNode question = JsonMapper.shared().createObjectNode();
        ArrayNode tokens = question.putArray("prompt");
        tokens(prompt, errand).forEach(tokens::add);
        question.put("n_predict", answer)
                .put("cache_prompt", false)
                .put("ignore_eos", true)
                .put("temperature", 0)
                .put("stream", false);
        return run(calls.post("/completion", question, errand))
                .orElseThrow(() -> new RemoteException(Reason.NOT_UNDERSTOOD, "the server tells no timings"));
    }

    private List<Integer> tokens(long count, Errand errand) throws IOException {
        var tokens = new ArrayList<Integer>();
        while (tokens.size() < count) {
            ObjectNode text = JsonMapper.shared().createObjectNode();
            text.put("content", prompts.text(Math.min(count, WORDS * 8L)));
            int before = tokens.size();
            for (JsonNode token : calls.post("/tokenize", text, errand).path("tokens")) {
                tokens.add(token.isObject() ? token.path("id").asInt() : token.asInt());
            }
            if (tokens.size() == before) {
                throw new RemoteException(Reason.NOT_UNDERSTOOD, "the server makes no tokens of a text");
            }
        }
        return tokens.subList(0, (int) count);
    }

    /// @return what the `timings` of an answer tell, if they are there
    static Optional<Run> run(JsonNode answer) {
        JsonNode timings = answer.path("timings");
        long prompt = timings.path("prompt_n").asLong(0);
        long predicted = timings.path("predicted_n").asLong(0);
        if (prompt < 1 || predicted < 1) {
            return Optional.empty();
        }
        return Optional.of(new Run(
                prompt + Math.max(0, timings.path("cache_n").asLong(0)),
                predicted,
                rate(prompt, timings.path("prompt_ms").asDouble(0)),
                rate(predicted, timings.path("predicted_ms").asDouble(0)),
                Run.Clock.SERVER));
    }

    private static double rate(long tokens, double milliseconds) {
        return milliseconds > 0 ? tokens / (milliseconds / 1000) : 0;
    }
}
