package org.tonari.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.Session;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.question.Linking;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.work.WorkReader;
import org.tonari.profiles.work.WorkReader.Opened;

/// What a comparison saved in the window asks: one request for each column that is shown there.
public final class SavedRequests {
    private SavedRequests() {}

    /// @throws BadInput where the file cannot be understood
    public static List<ScenarioRequest> of(Session session, Path file) {
        return switch (new WorkReader(session.catalogue()).read(file)) {
            case Reading.Read<Opened>(Opened opened) -> requests(opened.work().comparison());
            case Reading.Refused<Opened>(ProfileProblem problem) -> throw BadInput.of(problem);
        };
    }

    private static List<ScenarioRequest> requests(Comparison comparison) {
        return comparison.machines().stream()
                .map(machine -> new ScenarioRequest(
                        comparison.on(machine), choice(comparison.setupOn(machine)), Linking.ALONE, Map.of()))
                .toList();
    }

    private static ScenarioRequest.RuntimeChoice choice(Setup setup) {
        return switch (setup.runtime()) {
            case RuntimeChoice.Automatic _ -> ScenarioRequest.RuntimeChoice.AUTOMATIC;
            case RuntimeChoice.Chosen _ -> ScenarioRequest.RuntimeChoice.NAMED;
        };
    }
}
