package org.tonari.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import javafx.application.Application;
import org.tonari.cli.CommandLineInterface;
import org.tonari.cli.session.Estimators;
import org.tonari.cli.session.Wiring;
import org.tonari.cli.streams.Utf8Writer;
import org.tonari.engine.Estimator;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ProfileCheck;
import org.tonari.profiles.work.Work;

/// The program: a window without arguments or for a saved comparison, the command line with others.
public final class Main {
    private Main() {}

    /// @param arguments as given to the process
    public static void main(String[] arguments) {
        boolean opensFile = arguments.length == 1 && FileOpening.isMeantBy(arguments[0]);
        if (arguments.length > 0 && !opensFile) {
            System.exit(commandLine(arguments));
        }
        if (hasDisplay(System.getProperties().getProperty("os.name", ""), System.getenv())) {
            TonariApplication.prepare();
            Application.launch(TonariApplication.class, arguments);
            if (Rehearsal.folder(System.getenv()).isPresent()) {
                DisplayClasses.load();
                Rehearsal.COMMANDS.forEach(command -> commandLine(command.split(" ")));
            }
            return;
        }
        System.err.println("tonari: there is no display for the window; this is the comparison it would open with.");
        System.exit(commandLine(opensFile ? withoutWindow(arguments[0]) : new String[] {"compare"}));
    }

    private static String[] withoutWindow(String file) {
        return new String[] {"compare", file.endsWith(Work.SUFFIX) ? "--work" : "--model", file};
    }

    /// Only on Linux can a session lack a display.
    static boolean hasDisplay(String system, Map<String, String> environment) {
        return !system.startsWith("Linux")
                || "Headless".equals(System.getProperty("glass.platform"))
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    private static int commandLine(String[] arguments) {
        var out = new Utf8Writer(System.out);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return CommandLineInterface.run(arguments, out, err, System.in, wiring());
    }

    private static Wiring wiring() {
        Estimators estimators = Estimators.standard();
        String today = LocalDate.now().toString();
        return new Wiring(
                () -> Catalogue.open(UserFolders.current().ownProfiles()),
                ProfileCheck::new,
                new AllModelFiles(Remotes::readWatched),
                estimators,
                (estimates, look, png) -> {
                    Catalogue catalogue = Catalogue.open(UserFolders.current().ownProfiles());
                    var aspects = EnumSet.allOf(Estimator.Aspect.class);
                    new SheetPictures(catalogue, estimators.of(catalogue, aspects), today).draw(estimates, look, png);
                },
                new FaultFile(UserFolders.current().logs()),
                TonariVersion.current(),
                () -> today);
    }
}
