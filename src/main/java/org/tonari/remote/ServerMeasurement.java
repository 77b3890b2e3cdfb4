package org.tonari.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.tonari.explain.Phrase;
import org.tonari.remote.RemoteException.Reason;

/// A server measured at several context depths: a first short request that loads the model, then one or more a depth.
///
/// @param facts   what the server says of itself
/// @param model   that was measured
/// @param runs    in the order they were made, the first one left out
/// @param memory  bytes that the server says the model takes, where it says so
/// @param stopped why deeper contexts were not measured, if they were not
public record ServerMeasurement(
        ServerFacts facts, String model, List<Run> runs, OptionalLong memory, Optional<Phrase> stopped) {
    /// What is measured where a person does not say.
    public static final List<Long> USUAL_DEPTHS = List.of(512L, 4096L, 16_384L);

    private static final int MOST_DEPTHS = 16;
    private static final long MOST_DEPTH = 1 << 20;
    private static final int FIRST_PROMPT = 64;
    private static final int FIRST_ANSWER = 4;

    public ServerMeasurement {
        runs = List.copyOf(runs);
    }

    /// What is asked of a server.
    ///
    /// @param model   one of the server's; its first where none is named
    /// @param depths  tokens of the prompts, 1 to 1,048,576, at most 16 of them
    /// @param answer  tokens of each answer, 2 to 1,024
    /// @param repeats of each depth, 1 to 10
    public record Plan(Optional<String> model, List<Long> depths, int answer, int repeats) {
        public Plan {
            depths = depths.stream().distinct().sorted().toList();
            boolean possible = !depths.isEmpty()
                    && depths.size() <= MOST_DEPTHS
                    && depths.getFirst() >= 1
                    && depths.getLast() <= MOST_DEPTH;
            if (!possible || answer < 2 || answer > 1024 || repeats < 1 || repeats > 10) {
                throw new IllegalArgumentException("1 to 16 depths from 1 to 1,048,576 tokens, answers of 2 to 1,024"
                        + " tokens, 1 to 10 repeats");
            }
        }
    }

    /// @param done is told each run as soon as it is made
    /// @throws RemoteException where not even one run could be made
    public static ServerMeasurement of(ModelServer server, Plan plan, Errand errand, Consumer<Run> done)
            throws IOException {
        String model = plan.model().orElse(server.facts().models().getFirst());
        server.measure(model, FIRST_PROMPT, FIRST_ANSWER, errand);
        var runs = new ArrayList<Run>();
        Optional<Phrase> stopped = Optional.empty();
        for (long depth : plan.depths()) {
            for (int i = 0; i < plan.repeats() && stopped.isEmpty(); i++) {
                stopped = run(server, model, depth, plan.answer(), errand, run -> {
                    runs.add(run);
                    done.accept(run);
                });
            }
        }
        if (runs.isEmpty()) {
            throw new RemoteException(
                    Reason.REFUSED, stopped.orElseGet(() -> Phrase.of("the server answered nothing")));
        }
        return new ServerMeasurement(server.facts(), model, runs, server.memory(model, errand), stopped);
    }

    /// @return why no deeper context can be measured, if so
    private static Optional<Phrase> run(
            ModelServer server, String model, long depth, int answer, Errand errand, Consumer<Run> done)
            throws IOException {
        OptionalLong room = server.facts().context();
        if (room.isPresent() && depth + answer > room.getAsLong()) {
            return Optional.of(Phrase.of("the server holds {0} tokens a sequence", room.getAsLong()));
        }
        try {
            done.accept(server.measure(model, depth, answer, errand));
            return Optional.empty();
        } catch (RemoteException failure) {
            if (failure.reason() == Reason.REFUSED || failure.reason() == Reason.TIMED_OUT) {
                return Optional.of(failure.phrase());
            }
            throw failure;
        }
    }
}
