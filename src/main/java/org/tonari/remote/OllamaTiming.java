package org.tonari.remote;

import java.io.IOException;
import java.util.OptionalLong;
import org.tonari.remote.RemoteException.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Ollama: tells durations in nanoseconds (`docs/api.md`).
final class OllamaTiming implements Timing {
    private static final long SPARE = 256;
    private static final double NANOS = 1e9;

    private final ServerCalls calls;
    private final Prompts prompts = new Prompts();
    private long context;

    OllamaTiming(ServerCalls calls, OptionalLong context) {
        this.calls = calls;
        this.context = context.orElse(0);
    }

    /// The context only ever grows, because another one makes Ollama load the model anew.
    @Override
    public Run run(String model, long prompt, int answer, Errand errand) throws IOException {
        context = Math.max(context, prompt + prompt / 4 + answer + SPARE);
        String text = prompts.text(prompt);
        ObjectNode question = JsonMapper.shared().createObjectNode();
        question.put("model", model).put("prompt", text).put("raw", true).put("stream", false);
        question.putObject("options")
                .put("num_predict", answer)
                .put("num_ctx", context)
                .put("temperature", 0);
        JsonNode said = calls.post("/api/generate", question, errand);
        long read = said.path("prompt_eval_count").asLong(0);
        long written = said.path("eval_count").asLong(0);
        if (read < 1 || written < 1) {
            throw new RemoteException(Reason.NOT_UNDERSTOOD, "the server tells no counts of tokens");
        }
        prompts.learn(text, read);
        return new Run(
                read,
                written,
                rate(read, said.path("prompt_eval_duration").asLong(0)),
                rate(written, said.path("eval_duration").asLong(0)),
                Run.Clock.SERVER);
    }

    private static double rate(long tokens, long nanos) {
        return nanos > 0 ? tokens / (nanos / NANOS) : 0;
    }
}
