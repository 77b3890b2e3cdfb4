package org.tonari.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.profiles.ProfileCheck.Report;
import org.tonari.profiles.tree.ProfileProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tonari check`: whether profiles are as they should be.
@Command(
        name = "check",
        description = "Checks profiles; names the file, the place in it, what was found and what was expected.",
        footer = {"", "Exits with 2 when anything is wrong."})
final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Profiles, or folders of them at any depth.")
    private List<Path> paths = List.of();

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new BadInput("there is no " + path);
            }
        }
        Report report = session.wiring().check().get().check(paths);
        for (ProfileProblem problem : report.problems()) {
            session.err().println(problem.sentence());
        }
        int wrong = report.problems().size();
        session.out().println(report.files() - wrong + " of " + report.files() + " profiles are as they should be");
        return wrong == 0 ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
    }
}
