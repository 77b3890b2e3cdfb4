package org.tonari.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Commands as the argument library reads them: help, suggestions for what was misspelt, and every form of option.
///
/// Only the command that was called is built, because building all of them would cost start-up time.
final class ParsedCommands {
    private static final int SUGGESTIONS = 3;
    private static final int WIDTH = 100;

    private final Session session;
    private final Map<String, Function<Session, Callable<Integer>>> commands = CommandLineInterface.commands();

    ParsedCommands(Session session) {
        this.session = session;
    }

    /// @return the exit status
    /// @throws BadInput  where the arguments make no sense
    /// @throws Exception where the command itself fails
    int run(String[] args) throws Exception {
        try {
            Function<Session, Callable<Integer>> named = args.length == 0 ? null : commands.get(args[0]);
            return named == null ? root(args) : command(named.apply(session), args);
        } catch (ParameterException bad) {
            String command = bad.getCommandLine().getCommandSpec().qualifiedName();
            throw new BadInput(firstLine(bad) + nearest(bad) + " (" + command + " --help tells more)");
        }
    }

    private int command(Callable<Integer> command, String[] args) throws Exception {
        CommandLine line = line(command);
        line.getCommandSpec().name("tonari " + args[0]);
        line.parseArgs(Arrays.copyOfRange(args, 1, args.length));
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
        commands.forEach((name, command) -> line.addSubcommand(name, line(command.apply(session))));
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
        line.setUsageHelpWidth(WIDTH);
        line.setExpandAtFiles(false);
        return line;
    }

    private static String firstLine(ParameterException bad) {
        return String.valueOf(bad.getMessage()).lines().findFirst().orElse("bad arguments");
    }

    private static String nearest(ParameterException bad) {
        if (!(bad instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> suggestions = unmatched.getSuggestions();
        return suggestions.isEmpty()
                ? ""
                : "; nearest: " + String.join(", ", suggestions.subList(0, Math.min(SUGGESTIONS, suggestions.size())));
    }
}
