package org.tonari.cli.options;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Arguments in their plainest form: `--name value`, `--name=value`, and switches by name alone, each once.
///
/// Whatever else stands there is left to the argument library, which knows every form and explains mistakes.
public final class PlainArguments {
    private static final String REPEATABLE = "--set";

    private PlainArguments() {}

    /// @param flag   takes a switch, or says that there is none of that name
    /// @param option takes a name with its value, or says that there is none of that name
    /// @return whether all arguments were taken; if not, what took some of them is of no use
    public static boolean taken(String[] args, Predicate<String> flag, BiPredicate<String, String> option) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (!name.startsWith("--") || !seen.add(name) && !name.equals(REPEATABLE)) {
                return false;
            }
            if (equals < 0 && flag.test(name)) {
                continue;
            }
            if (equals < 0 && (i + 1 == args.length || !isValue(args[i + 1]))) {
                return false;
            }
            if (!option.test(name, equals < 0 ? args[++i] : arg.substring(equals + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValue(String text) {
        return !text.isEmpty() && (text.charAt(0) != '-' || text.equals("-"));
    }
}
