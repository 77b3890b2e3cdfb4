package org.tonari.viewmodel.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.background.Watch;

/// What lies outside of the window: models of the person's own and running servers. Given by whoever builds the window.
/// Methods are called from background threads, each only where a person asked for it.
public interface Outside {

    /// Which hub is asked.
    ///
    /// @param endpoint its address
    /// @param asked    whether it is told who asks; the token itself never comes back
    record Hub(String endpoint, boolean asked) {}

    /// What opening a model led to.
    sealed interface Opened {
        /// A model, as it was understood.
        ///
        /// @param model       to be added
        /// @param tensorBytes what its tensors take, where that was counted
        /// @param missing     what an estimate would need and nothing says
        record Understood(LanguageModel model, Optional<Bytes> tensorBytes, List<MissingFact> missing)
                implements Opened {
            public Understood {
                missing = List.copyOf(missing);
            }
        }

        /// Several models in one place.
        ///
        /// @param places what to open instead
        record Several(List<String> places) implements Opened {
            public Several {
                places = List.copyOf(places);
            }
        }
    }

    /// A running server, as it says.
    ///
    /// @param address of the server
    /// @param runtime id of its runtime, if it says what it is
    /// @param version its build, or empty
    /// @param models  it offers; at least one
    record Server(String address, Optional<String> runtime, String version, List<String> models) {
        public Server {
            models = List.copyOf(models);
        }
    }

    /// A measured point.
    ///
    /// @param depth   tokens in the cache, on average
    /// @param prefill prompt tokens a second, 0 where that could not be told
    /// @param decode  tokens a second, 0 where that could not be told
    record Point(double depth, double prefill, double decode) {}

    /// A log of llama.cpp.
    ///
    /// @param memory what it says was taken
    /// @param points of its answered requests
    /// @param runs   the same as measurements
    record ReadLog(TakenMemory memory, List<Point> points, List<Measurement> runs) {
        public ReadLog {
            points = List.copyOf(points);
            runs = List.copyOf(runs);
        }
    }

    /// @param place a path, an address or `hf:org/name`
    /// @throws Trouble where there is nothing to understand
    Opened open(String place, Watch watch) throws Trouble;

    /// @throws Trouble where no such server answers
    Server find(String address, Watch watch) throws Trouble;

    /// @param key that servers are told, kept nowhere; empty for none
    /// @return this, telling servers who asks
    default Outside asking(String key) {
        return this;
    }

    /// Reads a log of llama.cpp.
    ///
    /// @param scenario what ran there, as the person says
    /// @throws Trouble where the file is no such log
    default ReadLog log(Path file, Scenario scenario) throws Trouble {
        throw new Trouble(Trouble.Kind.NOT_FOUND, Phrase.verbatim(file.toString()));
    }

    /// Measures decode and prefill of one of a server's models.
    ///
    /// @param model    by the server's name
    /// @param depths   tokens of the prompts
    /// @param scenario what runs there, as the person says
    /// @param points   is told each point as soon as it is measured, on the calling thread
    /// @throws Trouble where nothing could be measured
    List<Measurement> measure(
            Server server, String model, List<Long> depths, Scenario scenario, Watch watch, Consumer<Point> points)
            throws Trouble;

    /// @return which hub repositories are asked of
    Hub hub();

    /// Keeps which hub is asked, and as whom.
    ///
    /// @param endpoint its address; empty for the usual one
    /// @param token    who asks; empty for nobody in particular
    /// @throws IOException where that cannot be kept
    void keepHub(String endpoint, String token) throws IOException;

    /// Keeps measurements among the person's own profiles.
    ///
    /// @return where
    /// @throws IOException where they cannot be written
    String keep(List<Measurement> runs) throws IOException;

    /// @return the person's own machines as files
    default MachineFiles machines() {
        return MachineFiles.none();
    }

    /// @return nothing but this window
    static Outside none() {
        return new NoOutside();
    }
}
