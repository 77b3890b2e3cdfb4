package org.tonari.remote;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonari.remote.RemoteException.Reason;
import tools.jackson.databind.JsonNode;

/// A server that runs a model, asked only as long as an errand lasts.
///
/// ```java
/// ModelServer server = ModelServer.at("http://127.0.0.1:8080", Optional.empty(), errand);
/// Run run = server.measure(server.facts().models().getFirst(), 4096, 64, errand);
/// ```
public final class ModelServer {
    private static final Duration ANSWER = Duration.ofMinutes(15);

    private final ServerFacts facts;
    private final Timing timing;
    private final ServerCalls calls;

    private ModelServer(ServerCalls calls, ServerFacts facts) {
        this.calls = calls;
        this.facts = facts;
        this.timing = switch (facts.kind()) {
            case LLAMA_CPP -> new LlamaTiming(calls);
            case OLLAMA -> new OllamaTiming(calls, facts.context());
            case OPENAI -> new StreamTiming(calls);
        };
    }

    /// @param address of the server, with or without `/v1`
    /// @param key     who asks, where the server wants to know
    /// @return the server there, whatever its kind
    /// @throws RemoteException where none answers, or none that is known
    public static ModelServer at(String address, Optional<Token> key, Errand errand) throws IOException {
        URI asked = Addresses.of(address.strip().replaceFirst("/+$", "").replaceFirst("/v1$", ""));
        errand.at(Addresses.shown(asked), 0);
        var calls = new ServerCalls(new Web(Addresses.standard(), Limits.STANDARD).client(), asked, key, ANSWER);
        Optional<ServerFacts> facts = llama(calls, errand);
        if (facts.isEmpty()) {
            facts = ollama(calls, errand);
        }
        if (facts.isEmpty()) {
            facts = openAi(calls, errand);
        }
        return new ModelServer(
                calls,
                facts.orElseThrow(() -> new RemoteException(
                        Reason.NOT_UNDERSTOOD,
                        "{0} answers neither as llama.cpp nor as Ollama nor as OpenAI's interface does",
                        Addresses.shown(asked))));
    }

    /// @return what the server says of itself
    public ServerFacts facts() {
        return facts;
    }

    /// Sends one prompt that the server has not seen and has it answered; a short answer, a bounded wait.
    ///
    /// @param model  one of the server's
    /// @param prompt tokens wanted in the prompt; how many there were the run tells
    /// @param answer tokens wanted in the answer, at least 2
    /// @throws RemoteException where the server refuses, also where the prompt is too long for it
    public Run measure(String model, long prompt, int answer, Errand errand) throws IOException {
        errand.at(Long.toString(prompt), 0);
        return timing.run(model, prompt, answer, errand);
    }

    /// @return bytes that the server says a loaded model takes altogether, where it says so
    public OptionalLong memory(String model, Errand errand) throws IOException {
        if (facts.kind() != ServerKind.OLLAMA) {
            return OptionalLong.empty();
        }
        Optional<JsonNode> loaded = calls.find("/api/ps", errand);
        if (loaded.isPresent()) {
            for (JsonNode each : loaded.get().path("models")) {
                if (each.path("name").asString("").equals(model)) {
                    return positive(each.path("size"));
                }
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<ServerFacts> llama(ServerCalls calls, Errand errand) throws IOException {
        Optional<JsonNode> props = calls.find("/props", errand)
                .filter(json -> json.has("default_generation_settings") || json.has("build_info"));
        if (props.isEmpty()) {
            return Optional.empty();
        }
        JsonNode json = props.get();
        String path = json.path("model_path").asString("");
        String model = json.path("model_alias").asString(path.replaceFirst(".*[/\\\\]", ""));
        return Optional.of(new ServerFacts(
                ServerKind.LLAMA_CPP,
                "llama.cpp",
                json.path("build_info").asString(""),
                List.of(model.isBlank() ? "default" : model),
                positive(json.path("default_generation_settings").path("n_ctx"))));
    }

    private static Optional<ServerFacts> ollama(ServerCalls calls, Errand errand) throws IOException {
        Optional<JsonNode> tags = calls.find("/api/tags", errand)
                .filter(json -> json.path("models").isArray());
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        List<String> models = names(tags.get().path("models"), "name");
        String version = calls.find("/api/version", errand)
                .map(json -> json.path("version").asString(""))
                .orElse("");
        if (models.isEmpty()) {
            throw new RemoteException(Reason.NOT_FOUND, "this Ollama has no model; ollama pull fetches one");
        }
        return Optional.of(new ServerFacts(ServerKind.OLLAMA, "ollama", version, models, OptionalLong.empty()));
    }

    private static Optional<ServerFacts> openAi(ServerCalls calls, Errand errand) throws IOException {
        Optional<JsonNode> list = calls.find("/v1/models", errand)
                .filter(json ->
                        json.path("data").isArray() && !json.path("data").isEmpty());
        if (list.isEmpty()) {
            return Optional.empty();
        }
        JsonNode first = list.get().path("data").get(0);
        String owner = first.path("owned_by").asString("");
        String version = calls.find("/version", errand)
                .map(json -> json.path("version").asString(""))
                .orElse("");
        return Optional.of(new ServerFacts(
                ServerKind.OPENAI,
                List.of("vllm", "sglang").contains(owner) ? owner : "",
                version,
                names(list.get().path("data"), "id"),
                positive(first.path("max_model_len"))));
    }

    private static List<String> names(JsonNode list, String field) {
        var names = new ArrayList<String>();
        for (JsonNode each : list) {
            String name = each.path(field).asString("");
            if (!name.isBlank()) {
                names.add(name);
            }
        }
        return names;
    }

    private static OptionalLong positive(JsonNode number) {
        return number.asLong(0) > 0 ? OptionalLong.of(number.asLong()) : OptionalLong.empty();
    }
}
