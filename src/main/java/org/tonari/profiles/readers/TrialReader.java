package org.tonari.profiles.readers;

import java.util.List;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.evidence.Trial.Kind;
import org.tonari.domain.evidence.Trial.Quantity;
import org.tonari.domain.evidence.Trial.Use;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads `profiles/trials/*.json`: published figures on bigger questions, each with the question in words.
public final class TrialReader {
    private TrialReader() {}

    /// @return the file's rows in their order
    /// @throws ProfileException where the file is not as expected
    public static List<Trial> read(ProfileNode file) {
        ProfileKind.TRIALS.requireHeader(file);
        file.field("id").text();
        Kind kind = file.field("question").oneOf(Kind.class);
        List<Trial> rows = file.field("rows").items().stream()
                .map(row -> row.checked(node -> row(node, kind)))
                .toList();
        file.requireAllRead();
        return rows;
    }

    private static Trial row(ProfileNode row, Kind kind) {
        var read = new Trial(
                row.field("id").text(),
                kind,
                ClaimReader.words(row.field("words")),
                row.field("quantity").oneOf(Quantity.class),
                row.field("value").number(),
                row.field("use").oneOf(Use.class),
                Figures.textOrEmpty(row, "reason"),
                row.field("source").text(),
                Figures.textOrEmpty(row, "date"));
        row.requireAllRead();
        return read;
    }
}
