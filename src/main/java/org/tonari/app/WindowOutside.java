package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.evidence.logs.ServerLog;
import org.tonari.evidence.logs.ServerLogReader;
import org.tonari.explain.Phrase;
import org.tonari.export.FileTarget;
import org.tonari.profiles.FileInspection;
import org.tonari.profiles.FileInspection.Inspected;
import org.tonari.profiles.MeasurementProfile;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.importers.LocalModelFiles;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.remote.Errand;
import org.tonari.remote.MeasuredRuns;
import org.tonari.remote.ModelServer;
import org.tonari.remote.RemoteException;
import org.tonari.remote.Run;
import org.tonari.remote.ServerFacts;
import org.tonari.remote.ServerKind;
import org.tonari.remote.ServerMeasurement;
import org.tonari.remote.Token;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.background.Watch;
import org.tonari.viewmodel.outside.MachineFiles;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.outside.TakenMemory;
import org.tonari.viewmodel.outside.Trouble;

/// What the window reaches: files, hubs and servers, as the rooms for them read them.
final class WindowOutside implements Outside {
    private static final Duration READING = Duration.ofMinutes(2);
    private static final Duration MEASURING = Duration.ofMinutes(60);
    private static final int ANSWER = 64;

    private final RemoteModels remote;
    private final HubSettingsFile settings;
    private final Path profiles;
    private final Supplier<String> today;
    private final String key;

    /// @param remote   models beyond this computer
    /// @param settings which hub they are asked of
    /// @param profiles folder of the person's own
    /// @param today    the date, as `2026-11-21`
    WindowOutside(RemoteModels remote, HubSettingsFile settings, Path profiles, Supplier<String> today) {
        this(remote, settings, profiles, today, "");
    }

    private WindowOutside(
            RemoteModels remote, HubSettingsFile settings, Path profiles, Supplier<String> today, String key) {
        this.key = key;
        this.remote = remote;
        this.settings = settings;
        this.profiles = profiles;
        this.today = today;
    }

    private static Errand errand(Watch watch, Duration most) {
        var errand = new Errand(watch::at, most);
        watch.onCancel(errand::cancel);
        return errand;
    }

    @Override
    public Opened open(String place, Watch watch) throws Trouble {
        return ModelFiles.isRemote(place) ? openRemote(place, errand(watch, READING)) : openLocal(place);
    }

    private Opened openRemote(String place, Errand errand) throws Trouble {
        try {
            return switch (remote.find(place, errand)) {
                case RemoteModels.Found.One(Reading<LanguageModel> reading) -> understood(reading);
                case RemoteModels.Found.Several(var name, List<String> models) ->
                    new Opened.Several(models.stream()
                            .map(model -> name.withFile(model).text())
                            .toList());
            };
        } catch (RemoteException failure) {
            throw trouble(failure);
        }
    }

    private static Opened.Understood understood(Reading<LanguageModel> reading) throws Trouble {
        return switch (reading) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> understood(FileInspection.described(model));
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> throw notUnderstood(problem);
        };
    }

    private static Opened.Understood understood(Inspected.Model model) {
        return new Opened.Understood(model.model(), model.tensorBytes(), model.missing());
    }

    private static Opened openLocal(String place) throws Trouble {
        Path file;
        try {
            file = Path.of(place);
        } catch (InvalidPathException _) {
            throw new Trouble(Trouble.Kind.BAD_ADDRESS, Phrase.verbatim(place));
        }
        if (Files.isDirectory(file)) {
            return understood(new LocalModelFiles().read(place));
        }
        if (!Files.isRegularFile(file)) {
            throw new Trouble(Trouble.Kind.NOT_FOUND, Phrase.verbatim(place));
        }
        return switch (new FileInspection(new LocalModelFiles()).of(file)) {
            case Reading.Read<Inspected>(Inspected.Model model) -> understood(model);
            case Reading.Read<Inspected>(Inspected.Profile profile) ->
                throw new Trouble(
                        Trouble.Kind.NOT_UNDERSTOOD,
                        Phrase.verbatim(place + ": " + profile.kind().word() + " " + profile.id()));
            case Reading.Refused<Inspected>(ProfileProblem problem) -> throw notUnderstood(problem);
        };
    }

    private static Trouble notUnderstood(ProfileProblem problem) {
        return new Trouble(Trouble.Kind.NOT_UNDERSTOOD, problem.phrase());
    }

    @Override
    public Outside asking(String otherKey) {
        return new WindowOutside(remote, settings, profiles, today, otherKey);
    }

    private Optional<Token> key() throws Trouble {
        try {
            return key.isBlank() ? Optional.empty() : Optional.of(new Token(key.strip()));
        } catch (IllegalArgumentException _) {
            throw new Trouble(Trouble.Kind.NOT_ALLOWED, Phrase.of("a key is one word of plain characters"));
        }
    }

    @Override
    public ReadLog log(Path file, Scenario scenario) throws Trouble {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            ServerLog log = ServerLogReader.read(lines)
                    .orElseThrow(() -> new Trouble(
                            Trouble.Kind.NOT_UNDERSTOOD,
                            Phrase.of("{0}: found no line of llama.cpp on memory, expected its log", file)));
            List<Run> runs = log.speeds().stream()
                    .filter(speed -> speed.answer() > 1 && speed.decode() > 0)
                    .map(speed ->
                            new Run(speed.prompt(), speed.answer(), speed.prefill(), speed.decode(), Run.Clock.SERVER))
                    .toList();
            var facts = new ServerFacts(ServerKind.LLAMA_CPP, "llama.cpp", "", List.of("log"), OptionalLong.empty());
            var measured = new ServerMeasurement(facts, "log", runs, OptionalLong.empty(), Optional.empty());
            return new ReadLog(
                    memory(log),
                    runs.stream().map(WindowOutside::point).toList(),
                    MeasuredRuns.of(measured, scenario, today.get()));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Trouble(
                    Trouble.Kind.NOT_FOUND, Phrase.of("{0}: {1}", file, String.valueOf(unreadable.getMessage())));
        }
    }

    private static TakenMemory memory(ServerLog log) {
        var taken = new EnumMap<TakenMemory.Use, Bytes>(TakenMemory.Use.class);
        for (ServerLog.Use use : ServerLog.Use.values()) {
            log.taken(use).ifPresent(bytes -> taken.put(TakenMemory.Use.valueOf(use.name()), bytes));
        }
        return new TakenMemory(log.modelFile(), taken);
    }

    @Override
    public Server find(String address, Watch watch) throws Trouble {
        try {
            var facts = ModelServer.at(address, key(), errand(watch, READING)).facts();
            return new Server(
                    address,
                    Optional.of(facts.name()).filter(name -> !name.isEmpty()),
                    facts.version(),
                    facts.models());
        } catch (RemoteException failure) {
            throw trouble(failure);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public List<Measurement> measure(
            Server server, String model, List<Long> depths, Scenario scenario, Watch watch, Consumer<Point> points)
            throws Trouble {
        try {
            Errand errand = errand(watch, MEASURING);
            ModelServer asked = ModelServer.at(server.address(), key(), errand);
            var plan = new ServerMeasurement.Plan(Optional.of(model), depths, ANSWER, 1);
            ServerMeasurement measured = ServerMeasurement.of(asked, plan, errand, run -> points.accept(point(run)));
            return MeasuredRuns.of(measured, scenario, today.get());
        } catch (RemoteException failure) {
            throw trouble(failure);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Point point(Run run) {
        return new Point(run.depth(), run.prefill(), run.decode());
    }

    @Override
    public Hub hub() {
        var now = settings.read();
        return new Hub(now.endpoint().toString(), now.token().isPresent());
    }

    @Override
    public void keepHub(String endpoint, String token) throws IOException {
        settings.write(endpoint, token);
    }

    @Override
    public MachineFiles machines() {
        return new MachineFolder(profiles, today);
    }

    @Override
    public String keep(List<Measurement> runs) throws IOException {
        String id = runs.getFirst().id().replaceFirst("-\\d+$", "");
        Path folder = Files.createDirectories(profiles.resolve("measurements"));
        Path target = folder.resolve(id + ".json");
        try {
            new FileTarget(target).writeText(writer -> writer.write(MeasurementProfile.text(id, runs)));
        } catch (FileTarget.Unwritable refused) {
            throw new IOException(refused);
        }
        return target.toString();
    }

    private static Trouble trouble(RemoteException failure) {
        return new Trouble(
                switch (failure.reason()) {
                    case BAD_ADDRESS -> Trouble.Kind.BAD_ADDRESS;
                    case UNREACHABLE -> Trouble.Kind.UNREACHABLE;
                    case TIMED_OUT -> Trouble.Kind.TIMED_OUT;
                    case CUT_OFF, CHANGED -> Trouble.Kind.CUT_OFF;
                    case UNAUTHORIZED, FORBIDDEN -> Trouble.Kind.NOT_ALLOWED;
                    case NOT_FOUND -> Trouble.Kind.NOT_FOUND;
                    case BUSY -> Trouble.Kind.BUSY;
                    case REFUSED, REDIRECT, NO_RANGES, TOO_LARGE -> Trouble.Kind.REFUSED;
                    case NOT_UNDERSTOOD -> Trouble.Kind.NOT_UNDERSTOOD;
                    case CANCELLED -> Trouble.Kind.CANCELLED;
                },
                failure.phrase());
    }
}
