package org.tonari.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.FaultLog;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Wiring;

/// The command line's one door. Knows no process: streams come in, an exit status goes out.
///
/// The commonest commands in their plainest form are read without the argument library, which would cost a third of a
/// short run; help, mistakes and everything else go through [ParsedCommands].
public final class CommandLineInterface {
    private final Session session;

    private CommandLineInterface(Session session) {
        this.session = session;
    }

    /// @param args   as given to the process, without the program's own name
    /// @param out    where results go
    /// @param err    where errors go
    /// @param in     standard input
    /// @param wiring what commands need
    /// @return the exit status: 0 done, 1 no fit, 2 bad input, 3 internal fault
    public static int run(String[] args, PrintWriter out, PrintWriter err, InputStream in, Wiring wiring) {
        int status = new CommandLineInterface(new Session(out, err, in, wiring)).run(args);
        out.flush();
        err.flush();
        return status;
    }

    /// @return what makes each command, in the order help lists them
    static Map<String, Function<Session, Callable<Integer>>> commands() {
        var commands = new LinkedHashMap<String, Function<Session, Callable<Integer>>>();
        commands.put("list", ListCommand::new);
        commands.put("estimate", EstimateCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("matrix", MatrixCommand::new);
        commands.put("cost", CostCommand::new);
        commands.put("reach", ReachCommand::new);
        commands.put("advise", AdviseCommand::new);
        commands.put("inspect", InspectCommand::new);
        commands.put("measure", MeasureCommand::new);
        commands.put("local", LocalCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("accuracy", AccuracyCommand::new);
        commands.put("claims", ClaimsCommand::new);
        commands.put("together", TogetherCommand::new);
        commands.put("finetune", FinetuneCommand::new);
        commands.put("generate", GenerateCommand::new);
        commands.put("trials", TrialsCommand::new);
        return commands;
    }

    private int run(String[] args) {
        try {
            Optional<? extends Callable<Integer>> plain = plain(args);
            return plain.isPresent() ? plain.get().call() : new ParsedCommands(session).run(args);
        } catch (BadInput bad) {
            session.err().println("tonari: " + bad.getMessage());
            return ExitStatus.BAD_INPUT;
        } catch (InvalidPathException bad) {
            session.err().println("tonari: not a path: " + bad.getInput());
            return ExitStatus.BAD_INPUT;
        } catch (Exception fault) {
            FaultLog.Entry entry = session.wiring().faults().keep(fault);
            session.err().println("tonari: internal fault " + entry.code() + "; the details are in " + entry.place());
            return ExitStatus.FAULT;
        }
    }

    private Optional<? extends Callable<Integer>> plain(String[] args) {
        String name = args.length == 0 ? "" : args[0];
        String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        return switch (name) {
            case "estimate" -> EstimateCommand.plain(session, rest);
            case "compare" -> CompareCommand.plain(session, rest);
            default -> Optional.empty();
        };
    }
}
