package org.tonari.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.reports.MeasureReport;
import org.tonari.cli.session.Answers;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.domain.answer.Estimate;
import org.tonari.export.EstimatePart;
import org.tonari.export.FileTarget;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.MeasurementProfile;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.remote.Errand;
import org.tonari.remote.MeasuredRuns;
import org.tonari.remote.ModelServer;
import org.tonari.remote.RemoteException;
import org.tonari.remote.Run;
import org.tonari.remote.ServerMeasurement;
import org.tonari.remote.ServerMeasurement.Plan;
import org.tonari.remote.Token;
import org.tonari.units.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `tonari measure`: a running server, timed at a few context depths.
@Command(
        name = "measure",
        description = {
            "Measures a running server: llama.cpp, Ollama, or any with OpenAI's interface.",
            "Sends a few prompts of its own making and stops; nothing else goes over the network."
        },
        footer = {
            "",
            "Examples:",
            "  tonari measure http://127.0.0.1:8080",
            "  tonari measure http://127.0.0.1:11434 --model qwen3:8b --depths 512,4096",
            "  tonari measure http://10.0.0.7:8080 --machine dgx-spark --as qwen3-8b --save my-profiles"
        })
final class MeasureCommand implements Callable<Integer> {
    private static final int MOST_MINUTES = 600;

    private final Session session;

    @Parameters(paramLabel = "URL", description = "Address of the server, such as http://127.0.0.1:8080")
    private String address = "";

    @Option(names = "--model", paramLabel = "NAME", description = "The model by the server's name. Default: its first")
    private @Nullable String model;

    @Option(
            names = "--depths",
            paramLabel = "N",
            split = ",",
            description = "Tokens in the cache at which to measure. Default: 512,4096,16384")
    private List<Long> depths = ServerMeasurement.USUAL_DEPTHS;

    @Option(names = "--answer", paramLabel = "N", description = "Tokens of each answer, 2 to 1024. Default: 64")
    private int answer = 64;

    @Option(names = "--repeat", paramLabel = "N", description = "Runs at each depth, 1 to 10. Default: 1")
    private int repeats = 1;

    @Option(names = "--minutes", paramLabel = "N", description = "How long all of it may take. Default: 30")
    private int minutes = 30;

    @Option(names = "--key-env", paramLabel = "NAME", description = "Environment variable that holds the server's key.")
    private @Nullable String keyVariable;

    @Option(names = "--machine", paramLabel = "ID|FILE", description = "The machine it runs on, to compare and save.")
    private @Nullable String machine;

    @Option(names = "--as", paramLabel = "ID|FILE|URL", description = "The model as Tonari knows it, likewise.")
    private @Nullable String known;

    @Option(names = "--weights", paramLabel = "ID", description = "Its weights. Default: as published")
    private @Nullable String weights;

    @Option(names = "--kv", paramLabel = "ID", description = "Format of its KV cache. Default: f16")
    private @Nullable String cache;

    @Option(names = "--runtime", paramLabel = "ID", description = "Its runtime. Default: what the server says")
    private @Nullable String runtime;

    @Option(names = "--save", paramLabel = "DIR", description = "Save the runs as a profile in this folder.")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    MeasureCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Plan plan = plan();
        if (folder != null && (machine == null || known == null)) {
            throw new BadInput("--save needs --machine and --as: whose runs they are");
        }
        ServerMeasurement measured;
        try {
            var errand = new Errand(this::progress, Duration.ofMinutes(minutes));
            ModelServer server = ModelServer.at(address, key(), errand);
            measured = ServerMeasurement.of(server, plan, errand, _ -> {});
        } catch (RemoteException failure) {
            throw new BadInput(String.valueOf(failure.getMessage()));
        }
        Optional<ScenarioRequest> scenario = scenario(measured);
        var report = new MeasureReport(measured, estimates(measured, scenario));
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                report.json(generator);
            }
            session.out().println();
        } else {
            report.print(session.out());
        }
        if (folder != null && scenario.isPresent()) {
            save(measured, scenario.get(), folder);
        }
        return ExitStatus.DONE;
    }

    private Plan plan() {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new BadInput("--minutes: found " + minutes + ", expected 1 to " + MOST_MINUTES);
        }
        try {
            return new Plan(Optional.ofNullable(model), depths, answer, repeats);
        } catch (IllegalArgumentException refused) {
            throw new BadInput("expected " + refused.getMessage());
        }
    }

    private Optional<Token> key() {
        if (keyVariable == null) {
            return Optional.empty();
        }
        String key = System.getenv(keyVariable);
        if (key == null || key.isBlank()) {
            throw new BadInput("--key-env: the variable " + keyVariable + " is empty");
        }
        try {
            return Optional.of(new Token(key.strip()));
        } catch (IllegalArgumentException _) {
            throw new BadInput("--key-env: what " + keyVariable + " holds is no key");
        }
    }

    private void progress(String what, long bytes) {
        if (System.console() != null && System.console().isTerminal()) {
            session.err().println(what);
        }
    }

    /// @return what ran, where the person says so
    private Optional<ScenarioRequest> scenario(ServerMeasurement measured) {
        if (machine == null || known == null) {
            return Optional.empty();
        }
        Map<String, String> words = new TreeMap<>();
        words.put("machine", machine);
        words.put("model", known);
        put(words, "weights", weights);
        put(words, "kv", cache);
        String name = runtime == null ? measured.facts().name() : runtime;
        if (name.isEmpty()) {
            throw new BadInput("--runtime: the server does not say what it is; name its runtime");
        }
        words.put("runtime", name);
        return Optional.of(read(words));
    }

    private ScenarioRequest read(Map<String, String> words) {
        return switch (session.words().read(BadInput.COMMAND_LINE, words, Map.of())) {
            case Reading.Read<ScenarioRequest>(ScenarioRequest request) -> request;
            case Reading.Refused<ScenarioRequest>(ProfileProblem problem) -> throw BadInput.of(problem);
        };
    }

    private static void put(Map<String, String> words, String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    private List<Optional<Estimate>> estimates(ServerMeasurement measured, Optional<ScenarioRequest> scenario) {
        if (scenario.isEmpty()) {
            return List.of();
        }
        var answers = new Answers(session, Set.of(EstimatePart.SPEED));
        var estimates = new ArrayList<Optional<Estimate>>();
        for (Run run : measured.runs()) {
            var tokens = new Tokens(Math.max(1, Math.round(run.depth())));
            var prompt = new Tokens(run.prompt());
            estimates.add(Optional.of(answers.of(scenario.get()
                    .withScenario(scenario.get()
                            .scenario()
                            .withWorkload(scenario.get()
                                    .scenario()
                                    .workload()
                                    .withContext(tokens)
                                    .withPrompt(prompt))))));
        }
        return estimates;
    }

    private void save(ServerMeasurement measured, ScenarioRequest scenario, Path into) {
        String today = session.wiring().today().get();
        String id = MeasuredRuns.id(scenario.scenario(), today);
        Path target = into.resolve(id + ".json");
        try {
            new FileTarget(target)
                    .writeText(writer -> writer.write(
                            MeasurementProfile.text(id, MeasuredRuns.of(measured, scenario.scenario(), today))));
            session.err().println(String.format(Locale.ROOT, "saved as %s", target));
        } catch (FileTarget.Unwritable refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }
}
