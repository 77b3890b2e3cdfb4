package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.question.UseCase.Measure;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.UnitTable;

/// Reads `profiles/uses/*.json`: what people do with a machine, as demands that can be tested.
public final class UseCaseReader {
    /// A demand may be Tonari's own choice, if it says so.
    private static final Set<Source.Kind> KINDS = kinds();

    private UseCaseReader() {}

    /// @throws ProfileException where the file is not as expected
    public static UseCase read(ProfileNode file) {
        ProfileKind.USE.requireHeader(file);
        UseCase use = file.checked(node -> new UseCase(
                node.field("id").text(),
                node.field("name").text(),
                node.field("runs").items().stream().map(UseCaseReader::run).toList(),
                node.optionalField("job").map(UseCaseReader::run).orElse(Map.of()),
                demand(node, "decode", UnitTable.RATE),
                demand(node, "first_token", UnitTable.TIME),
                demand(node, "memory", UnitTable.BYTES),
                demand(node, "job_time", UnitTable.TIME),
                demand(node, "idle", UnitTable.POWER),
                Figures.textOrEmpty(node, "form"),
                node.field("measure").oneOf(Measure.class),
                Figures.sourceObject(node.field("source"), KINDS)));
        file.requireAllRead();
        return use;
    }

    private static Map<String, String> run(ProfileNode run) {
        var words = new LinkedHashMap<String, String>();
        run.fields()
                .forEach((name, value) ->
                        words.put(name, value.isText() ? value.text() : Long.toString(value.whole(1))));
        return words;
    }

    private static <T> Sourced<T> demand(ProfileNode node, String name, UnitTable<T> units) {
        String path = "use." + name;
        return node.optionalField(name)
                .map(figure -> read(figure, units))
                .orElseGet(() -> Sourced.unknown(path, "this use demands nothing of it"));
    }

    private static <T> Sourced<T> read(ProfileNode figure, UnitTable<T> units) {
        T value = units.read(figure.field("value"), figure.field("unit"));
        var source = new Source(
                figure.field("kind").oneOf(KINDS),
                figure.field("source").text(),
                Figures.textOrEmpty(figure, "date"),
                Figures.textOrEmpty(figure, "note"));
        figure.requireAllRead();
        return Sourced.known(value, source);
    }

    private static Set<Source.Kind> kinds() {
        var kinds = EnumSet.copyOf(Figures.KINDS);
        kinds.addAll(List.of(Source.Kind.DEFAULT));
        return kinds;
    }
}
