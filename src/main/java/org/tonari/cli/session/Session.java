package org.tonari.cli.session;

import java.io.InputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.requests.ScenarioWords;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.UnknownId;

/// One run of one command: its streams, and what it needs, made once when first needed. For one thread.
public final class Session {
    private final PrintWriter out;
    private final PrintWriter err;
    private final InputStream in;
    private final Wiring wiring;
    private @Nullable Catalogue catalogue;

    /// @param out    for results
    /// @param err    for what went wrong
    /// @param in     what is piped in
    /// @param wiring what commands reach outside
    public Session(PrintWriter out, PrintWriter err, InputStream in, Wiring wiring) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.wiring = wiring;
    }

    /// @return where results go
    public PrintWriter out() {
        return out;
    }

    /// @return where errors go
    public PrintWriter err() {
        return err;
    }

    /// @return what is piped in
    public InputStream in() {
        return in;
    }

    /// @return what commands reach outside
    public Wiring wiring() {
        return wiring;
    }

    /// @return the profiles, read once
    public Catalogue catalogue() {
        Catalogue opened = catalogue;
        if (opened == null) {
            opened = wiring.catalogue().get();
            catalogue = opened;
        }
        return opened;
    }

    /// @return what reads scenarios by the profiles
    public ScenarioWords words() {
        return new ScenarioWords(catalogue(), wiring.modelFiles());
    }

    /// @return whatever an id stands for
    /// @throws BadInput where it stands for nothing, or for a broken profile
    public static <T> T found(String option, Lookup<T> lookup) {
        return switch (lookup) {
            case Lookup.Found<T>(T value, Lookup.Origin _) -> value;
            case Lookup.Unknown<T>(UnknownId unknown) -> throw new BadInput(option + ": " + unknown.sentence());
            case Lookup.Broken<T>(ProfileProblem problem) -> throw new BadInput(problem.sentence());
        };
    }
}
