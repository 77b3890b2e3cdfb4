package org.tonari.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.reports.InspectReport;
import org.tonari.cli.reports.LogReport;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.model.LanguageModel;
import org.tonari.evidence.logs.ServerLog;
import org.tonari.evidence.logs.ServerLogReader;
import org.tonari.export.FileTarget;
import org.tonari.export.JsonOutput;
import org.tonari.profiles.FileInspection;
import org.tonari.profiles.FileInspection.Inspected;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.ModelProfile;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `tonari inspect`: what a file is understood as.
@Command(
        name = "inspect",
        description =
                "Shows what a .gguf, config.json, safetensors index, profile or log of llama.cpp is understood as.",
        footer = {
            "",
            "Examples:",
            "  tonari inspect config.json --save ~/my-profiles/models",
            "  tonari inspect hf:Qwen/Qwen3-8B",
            "  tonari inspect hf:unsloth/Qwen3-8B-GGUF:Q4_K_M --json",
            "  tonari inspect https://example.org/models/big-00001-of-00003.gguf",
            "  tonari inspect server.log --model qwen3-8b"
        })
final class InspectCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FILE|URL|hf:org/name",
            description = "What to understand; a remote file's header only is read.")
    private String file = "";

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Option(names = "--save", paramLabel = "DIR", description = "Save the model as a profile in this folder.")
    private @Nullable Path folder;

    @Option(names = "--model", paramLabel = "ID|FILE|URL", description = "For a log: the model it is compared with.")
    private @Nullable String model;

    @Option(
            names = "--machine",
            paramLabel = "ID",
            description = "For a log: the machine it is compared on. Default: dgx-spark, which has one memory")
    private String machine = "dgx-spark";

    @Mixin
    private Speech speech = new Speech();

    InspectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!ModelFiles.isRemote(file) && !Files.isRegularFile(Path.of(file))) {
            throw new BadInput(file + " is no readable file");
        }
        if (file.endsWith(".log") || file.endsWith(".txt")) {
            return log();
        }
        Inspected inspected =
                switch (new FileInspection(session.wiring().modelFiles()).of(file)) {
                    case Reading.Read<Inspected>(Inspected read) -> read;
                    case Reading.Refused<Inspected>(ProfileProblem problem) -> throw BadInput.of(problem);
                };
        if (folder != null) {
            save(inspected, folder);
        }
        var report = new InspectReport(session.out(), speech.messages(), speech.formats());
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                report.json(generator, inspected);
            }
            session.out().println();
        } else {
            report.print(inspected);
        }
        return ExitStatus.DONE;
    }

    private int log() {
        Optional<ServerLog> log;
        try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.ISO_8859_1)) {
            log = ServerLogReader.read(lines);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new BadInput(file + " cannot be read: " + unreadable.getMessage());
        }
        if (log.isEmpty()) {
            throw new BadInput(file + ": found no line of llama.cpp on memory, expected its log");
        }
        var report = new LogReport(session, speech.formats(), log.get(), machine, Optional.ofNullable(model));
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                report.json(generator);
            }
            session.out().println();
        } else {
            report.print();
        }
        return ExitStatus.DONE;
    }

    private void save(Inspected inspected, Path into) {
        if (!(inspected instanceof Inspected.Model(LanguageModel model, var _, var _))) {
            throw new BadInput("--save keeps models; " + file + " is none");
        }
        Path target = into.resolve(model.id() + ".json");
        try {
            new FileTarget(target).writeText(writer -> writer.write(ModelProfile.text(model)));
            session.err().println("saved as " + target);
        } catch (FileTarget.Unwritable refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }
}
