package org.tonari.profiles.readers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tonari.domain.evidence.CalibrationPrior;
import org.tonari.domain.evidence.CalibrationPrior.Effect;
import org.tonari.domain.evidence.CalibrationPrior.Level;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads what is believed of speed rates before any row is seen: `profiles/priors/*.json`.
public final class PriorReader {
    private PriorReader() {}

    /// @return the prior the file holds
    /// @throws ProfileException where the file is not as expected
    public static CalibrationPrior read(ProfileNode file) {
        ProfileKind.PRIOR.requireHeader(file);
        return new CalibrationPrior(
                file.field("effects").items().stream().map(PriorReader::effect).toList(),
                file.field("levels").items().stream().map(PriorReader::level).toList(),
                file.field("noise").number(),
                file.field("group_exponent").number(),
                numbers(file.field("floors")),
                numbers(file.field("constants")));
    }

    private static Effect effect(ProfileNode effect) {
        var read = new Effect(
                effect.field("name").text(),
                effect.field("family").text(),
                effect.field("mean").number(),
                effect.field("deviation").number(),
                numbers(effect.field("rates")));
        effect.requireAllRead();
        return read;
    }

    private static Level level(ProfileNode level) {
        var read = new Level(
                level.field("name").text(),
                level.field("keys").items().stream().map(ProfileNode::text).toList(),
                numbers(level.field("strengths")),
                level.field("transfers").flag());
        level.requireAllRead();
        return read;
    }

    private static Map<String, Double> numbers(ProfileNode object) {
        var numbers = new LinkedHashMap<String, Double>();
        object.fields().forEach((name, value) -> numbers.put(name, value.number()));
        return numbers;
    }
}
