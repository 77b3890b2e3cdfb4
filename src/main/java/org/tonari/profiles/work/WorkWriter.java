package org.tonari.profiles.work;

import java.util.List;
import java.util.stream.Stream;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.OwnMeasurement;
import org.tonari.domain.comparison.Pin;
import org.tonari.domain.comparison.Setup;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.OwnProfiles;
import org.tonari.profiles.requests.SetupWords;
import org.tonari.profiles.tree.ProfileKind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes saved comparisons: the same comparison always as the same text.
///
/// Profiles that were not shipped with this program travel in the file, so that another computer understands it.
public final class WorkWriter {
    static final String KIND = "comparison";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Catalogue catalogue;
    private final OwnProfiles own;
    private final String program;

    /// @param catalogue knows the profiles of the comparison
    /// @param program   what writes, such as `Tonari 0.1.0`
    public WorkWriter(Catalogue catalogue, String program) {
        this.catalogue = catalogue;
        this.own = new OwnProfiles(catalogue);
        this.program = program;
    }

    /// @return the text of a file that [WorkReader] reads back to the same
    public String write(Work work) {
        Comparison comparison = work.comparison();
        ObjectNode file = JSON.createObjectNode();
        file.put("kind", KIND).put("format", Work.FORMAT).put("written_by", program);
        file.put("page", work.page());
        comparison.target().ifPresent(target -> file.put("target", target.magnitude()));
        file.set("setup", JSON.valueToTree(SetupWords.write(comparison.setup())));
        columns(file.putArray("columns"), comparison);
        if (!comparison.pins().isEmpty()) {
            pins(file.putArray("pins"), comparison);
        }
        file.set("questions", QuestionSections.write(comparison.questions()));
        ObjectNode carried = carried(comparison);
        if (!carried.isEmpty()) {
            file.set("profiles", carried);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
    }

    private static void columns(ArrayNode columns, Comparison comparison) {
        for (Candidate candidate : comparison.candidates().all()) {
            ObjectNode column =
                    columns.addObject().put("machine", candidate.profile().id());
            if (candidate.copy() > 1) {
                column.put("copy", candidate.copy());
            }
            column.put("mark", candidate.mark());
            if (!candidate.isShown()) {
                column.put("hidden", true);
            }
            candidate.runtime().ifPresent(own -> column.put("runtime", own.id()));
            candidate.weights().ifPresent(own -> column.put("weights", own.id()));
        }
    }

    private static void pins(ArrayNode pins, Comparison comparison) {
        for (Pin pin : comparison.pins()) {
            pins.addObject()
                    .put("letter", String.valueOf(pin.letter()))
                    .set("setup", JSON.valueToTree(SetupWords.write(pin.setup())));
        }
    }

    private ObjectNode carried(Comparison comparison) {
        ObjectNode carried = JSON.createObjectNode();
        comparison
                .candidates()
                .all()
                .forEach(one -> own.foreign(one.profile())
                        .or(() ->
                                catalogue.own(ProfileKind.MACHINE, one.profile().id()))
                        .ifPresent(profile -> folder(carried, ProfileKind.MACHINE)
                                .set(one.profile().id(), profile)));
        comparison.candidates().all().forEach(one -> {
            one.runtime().ifPresent(runtime -> carry(carried, ProfileKind.RUNTIME, runtime.id()));
            one.weights().ifPresent(weights -> carry(carried, ProfileKind.WEIGHTS, weights.id()));
        });
        setups(comparison).forEach(setup -> {
            catalogue
                    .foreign(setup.model())
                    .or(() -> catalogue.own(ProfileKind.MODEL, setup.model().id()))
                    .ifPresent(profile ->
                            folder(carried, ProfileKind.MODEL).set(setup.model().id(), profile));
            carry(carried, ProfileKind.WEIGHTS, setup.weights().id());
            carry(carried, ProfileKind.CACHE, setup.keys().id());
            carry(carried, ProfileKind.CACHE, setup.values().id());
            carry(carried, ProfileKind.RUNTIME, setup.runtime().runtime().id());
        });
        return carried;
    }

    private static Stream<Setup> setups(Comparison comparison) {
        return Stream.concat(
                        Stream.of(comparison.setup()),
                        comparison.pins().stream().map(Pin::setup))
                .flatMap(setup -> Stream.concat(
                        Stream.of(setup),
                        setup.measured().values().stream().flatMap(List::stream).map(OwnMeasurement::ran)));
    }

    private void carry(ObjectNode carried, ProfileKind kind, String id) {
        catalogue.own(kind, id).ifPresent(profile -> folder(carried, kind).set(id, profile));
    }

    private static ObjectNode folder(ObjectNode carried, ProfileKind kind) {
        return carried.withObject("/" + kind.folder());
    }
}
