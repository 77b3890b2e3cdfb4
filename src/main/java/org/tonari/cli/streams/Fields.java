package org.tonari.cli.streams;

import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import org.tonari.cli.session.BadInput;
import org.tonari.export.EstimatePart;

/// Reads the parts of an estimate that `--fields` names.
public final class Fields {
    private Fields() {}

    /// @param list names with commas between; empty for all
    /// @throws BadInput where a part does not exist
    public static Set<EstimatePart> parse(String list) {
        if (list.isBlank()) {
            return EnumSet.allOf(EstimatePart.class);
        }
        var parts = EnumSet.noneOf(EstimatePart.class);
        for (String word : list.split(",")) {
            String name = word.strip();
            if (!name.equals("scenario")) {
                parts.add(EstimatePart.of(name).orElseThrow(() -> unknown(name)));
            }
        }
        return parts;
    }

    private static BadInput unknown(String name) {
        var all = new StringJoiner(", ");
        for (EstimatePart part : EstimatePart.values()) {
            all.add(part.word());
        }
        return new BadInput("--fields: found \"" + name + "\", expected some of " + all);
    }
}
