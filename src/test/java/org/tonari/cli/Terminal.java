package org.tonari.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tonari.cli.session.Estimators;
import org.tonari.cli.session.FaultLog;
import org.tonari.cli.session.Wiring;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.ProfileCheck;

/// Runs commands as a shell would, over the shipped profiles, and keeps what they print.
public final class Terminal {
    private static final Catalogue CATALOGUE = Catalogue.open(List.of());

    /// What a command left behind.
    public record Outcome(int status, String out, String err) {}

    private Wiring wiring = wiring(ModelFiles.none());
    private InputStream in = InputStream.nullInputStream();

    Terminal with(Wiring other) {
        wiring = other;
        return this;
    }

    public Terminal typing(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Outcome run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = CommandLineInterface.run(args, new PrintWriter(out), new PrintWriter(err), in, wiring);
        return new Outcome(status, out.toString(), err.toString());
    }

    public static Wiring wiring(ModelFiles modelFiles) {
        return wiring(modelFiles, CATALOGUE);
    }

    public static Wiring wiring(Catalogue catalogue) {
        return wiring(ModelFiles.none(), catalogue);
    }

    private static Wiring wiring(ModelFiles modelFiles, Catalogue catalogue) {
        return new Wiring(
                () -> catalogue,
                ProfileCheck::new,
                modelFiles,
                Estimators.standard(),
                (estimates, look, png) -> png.write(("PNG of " + estimates.size() + " at " + look.scale() + " in "
                                + look.theme() + " and " + look.language())
                        .getBytes(StandardCharsets.UTF_8)),
                fault -> new FaultLog.Entry("F-" + fault.getClass().getSimpleName(), "tonari.log"),
                "0.0",
                () -> "2026-11-21");
    }
}
