package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Interval;
import org.tonari.domain.evidence.Calibration.Parameter;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads fitted parameters.
public final class CalibrationReader {
    private static final Set<Source.Kind> KINDS = EnumSet.range(Source.Kind.VENDOR, Source.Kind.FITTED);

    private CalibrationReader() {}

    /// @return the parameters and intervals the file holds
    /// @throws ProfileException where the file is not as expected
    public static Calibration read(ProfileNode file) {
        ProfileKind.CALIBRATION.requireHeader(file);
        file.optionalField("id").ifPresent(ProfileNode::text);
        var read = new Calibration(
                file.field("entries").items().stream()
                        .map(CalibrationReader::entry)
                        .toList(),
                file.field("intervals").items().stream()
                        .map(CalibrationReader::interval)
                        .toList());
        file.requireAllRead();
        return read;
    }

    /// @return everything that several files hold, the earlier file's entries before the later's
    public static Calibration together(List<Calibration> files) {
        return new Calibration(
                files.stream().flatMap(file -> file.entries().stream()).toList(),
                files.stream().flatMap(file -> file.intervals().stream()).toList());
    }

    private static Entry entry(ProfileNode entry) {
        var read = new Entry(
                entry.field("scope").oneOf(Calibration.Scope.class),
                Figures.textOrEmpty(entry, "key"),
                Figures.textOrEmpty(entry, "runtime"),
                Figures.textOrEmpty(entry, "build"),
                parameters(entry.field("parameters")),
                (int) entry.field("rows").whole(0, Integer.MAX_VALUE),
                entry.field("models").items().stream().map(ProfileNode::text).toList(),
                Figures.sourceObject(entry.field("source"), KINDS));
        entry.requireAllRead();
        return read;
    }

    private static Map<String, Parameter> parameters(ProfileNode parameters) {
        var read = new LinkedHashMap<String, Parameter>();
        parameters.fields().forEach((name, parameter) -> {
            read.put(name, new Parameter(parameter.field("value").number(), (int)
                    parameter.field("rows").whole(0, Integer.MAX_VALUE)));
            parameter.requireAllRead();
        });
        return read;
    }

    private static Interval interval(ProfileNode interval) {
        Interval read = interval.checked(node -> new Interval(
                tier(node.field("tier")),
                Figures.textOrEmpty(node, "runtime"),
                node.field("quantity").text(),
                node.field("factor").number()));
        interval.requireAllRead();
        return read;
    }

    private static Speed.Evidence tier(ProfileNode tier) {
        return Stream.of(Speed.Evidence.values())
                .filter(value -> value.name().equals(tier.text()))
                .findFirst()
                .orElseThrow(() -> tier.refused("one of {0}", "A, B, C, D, E"));
    }
}
