package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonari.domain.evidence.Outcome;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads `profiles/outcomes/*.json`: published attempts that ran or ran out of memory.
public final class OutcomeReader {
    private static final Set<Source.Kind> KINDS =
            EnumSet.of(Source.Kind.VENDOR, Source.Kind.SECONDARY, Source.Kind.MEASURED, Source.Kind.ARTICLE);

    private OutcomeReader() {}

    /// @return the file's attempts in their order
    public static List<Outcome> read(ProfileNode file) {
        ProfileKind.OUTCOMES.requireHeader(file);
        return file.field("outcomes").items().stream()
                .map(row -> row.checked(OutcomeReader::outcome))
                .toList();
    }

    private static Outcome outcome(ProfileNode row) {
        var read = new Outcome(
                row.field("id").text(),
                ClaimReader.words(row.field("scenario")),
                row.optionalField("overrides").map(ClaimReader::words).orElse(Map.of()),
                row.field("ended").oneOf(Outcome.Ended.class),
                Figures.sourceObject(row.field("source"), KINDS));
        row.requireAllRead();
        return read;
    }
}
