package org.tonari.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line's one door. Knows no process: streams come in, an exit status goes out.
///
/// Only the command that was called is built, because building all of them would cost start-up time.
public final class CommandLineInterface {
    private static final Map<String, Function<Session, Callable<Integer>>> COMMANDS = commands();

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

    private static Map<String, Function<Session, Callable<Integer>>> commands() {
        var commands = new LinkedHashMap<String, Function<Session, Callable<Integer>>>();
        commands.put("list", ListCommand::new);
        commands.put("estimate", EstimateCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("matrix", MatrixCommand::new);
        commands.put("inspect", InspectCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("accuracy", AccuracyCommand::new);
        commands.put("claims", ClaimsCommand::new);
        return commands;
    }

    private int run(String[] args) {
        try {
            return execute(args);
        } catch (BadInput bad) {
            return refuse(String.valueOf(bad.getMessage()));
        } catch (ParameterException bad) {
            String command = bad.getCommandLine().getCommandSpec().qualifiedName();
            return refuse(firstLine(bad) + nearest(bad) + " (" + command + " --help tells more)");
        } catch (Exception fault) {
            FaultLog.Entry entry = session.wiring().faults().keep(fault);
            session.err().println("tonari: internal fault " + entry.code() + "; the details are in " + entry.place());
            return ExitStatus.FAULT;
        }
    }

    private static String nearest(ParameterException bad) {
        if (!(bad instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty()
                ? ""
                : "; nearest: " + String.join(", ", suggestions.subList(0, Math.min(3, suggestions.size())));
    }

    private int refuse(String message) {
        session.err().println("tonari: " + message);
        return ExitStatus.BAD_INPUT;
    }

    private int execute(String[] args) throws Exception {
        Function<Session, Callable<Integer>> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        if (named == null) {
            return root(args);
        }
        Callable<Integer> command = named.apply(session);
        CommandLine line = line(command);
        line.getCommandSpec().name("tonari " + args[0]);
        var rest = new String[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        line.parseArgs(rest);
        if (line.isUsageHelpRequested()) {
            line.usage(session.out(), Ansi.OFF);
            return ExitStatus.DONE;
        }
        return command.call();
    }

    private int root(String[] args) {
        CommandLine line = line(new RootCommand());
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        COMMANDS.forEach((name, command) -> line.addSubcommand(name, line(command.apply(session))));
        line.parseArgs(args);
        if (line.isVersionHelpRequested()) {
            session.out().println("tonari " + session.wiring().version());
        } else {
            line.usage(session.out(), Ansi.OFF);
        }
        return ExitStatus.DONE;
    }

    private static CommandLine line(Object command) {
        var line = new CommandLine(CommandSpec.forAnnotatedObject(command));
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Print this help.")
                        .build());
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setExpandAtFiles(false);
        return line;
    }

    private static String firstLine(ParameterException bad) {
        return String.valueOf(bad.getMessage()).lines().findFirst().orElse("bad arguments");
    }
}
