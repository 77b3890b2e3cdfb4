package org.tonari.profiles.readers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Effect;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.answer.CompatibilityRule;
import org.tonari.domain.answer.CompatibilityRule.AttentionKind;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.UnitTable;

/// Reads `profiles/compatibility/*.json`: what sources say of one runtime's kernels, row by row.
public final class CompatibilityReader {
    private static final String DATE = "20\\d\\d(-[01]\\d(-[0-3]\\d)?)?";

    private CompatibilityReader() {}

    /// @return the file's rows in their order
    /// @throws ProfileException where the file is not as expected
    public static List<CompatibilityRule> read(ProfileNode file) {
        ProfileKind.COMPATIBILITY.requireHeader(file);
        String runtime = file.field("id").text();
        List<CompatibilityRule> rules = file.field("rows").items().stream()
                .map(row -> row.checked(node -> rule(runtime, node)))
                .toList();
        file.requireAllRead();
        return rules;
    }

    private static CompatibilityRule rule(String runtime, ProfileNode row) {
        var rule = new CompatibilityRule(
                runtime,
                texts(row, "architecture"),
                texts(row, "backend"),
                texts(row, "weights"),
                texts(row, "kernel_family"),
                several(row, "attention", kind -> kind.oneOf(AttentionKind.class)),
                row.field("state").oneOf(State.class),
                new Finding.Stated(row.field("why").text(), Translations.of(row)),
                row.optionalField("effect")
                        .map(effect -> effect.oneOf(Effect.class))
                        .orElse(Effect.NONE),
                row.optionalField("decode_factor")
                        .map(factor -> Figures.read(factor, UnitTable.FACTOR, "compatibility.decode_factor"))
                        .orElse(Compatibility.NOT_STATED),
                source(row.field("source"), row.field("as_of")));
        row.requireAllRead();
        return rule;
    }

    private static Source source(ProfileNode source, ProfileNode asOf) {
        if (!asOf.text().matches(DATE)) {
            throw asOf.refused("a date such as 2026-02 or 2026-02-05");
        }
        Source read = Figures.sourceObject(source, Figures.KINDS);
        return new Source(read.kind(), read.citation(), asOf.text(), read.note());
    }

    private static Set<String> texts(ProfileNode row, String name) {
        return several(row, name, ProfileNode::text);
    }

    /// A single value may stand without its list.
    private static <T> Set<T> several(ProfileNode row, String name, Function<ProfileNode, T> read) {
        return row.optionalField(name)
                .map(field -> field.isText() ? List.of(field) : field.items())
                .map(items -> items.stream().map(read).collect(Collectors.toSet()))
                .orElseGet(HashSet::new);
    }
}
