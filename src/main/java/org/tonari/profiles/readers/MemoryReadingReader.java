package org.tonari.profiles.readers;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.domain.evidence.MemoryReading.Host;
import org.tonari.domain.evidence.MemoryReading.Part;
import org.tonari.explain.Source;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.units.Bytes;

/// Reads `profiles/memory/*.json`: memory that published runs printed.
public final class MemoryReadingReader {
    private static final Set<Source.Kind> KINDS = EnumSet.of(Source.Kind.MEASURED);

    private MemoryReadingReader() {}

    /// @return the file's rows in their order
    /// @throws ProfileException where the file is not as expected
    public static List<MemoryReading> read(ProfileNode file) {
        ProfileKind.MEMORY.requireHeader(file);
        file.field("id").text();
        List<MemoryReading> rows = file.field("readings").items().stream()
                .map(row -> row.checked(MemoryReadingReader::reading))
                .toList();
        file.requireAllRead();
        return rows;
    }

    private static MemoryReading reading(ProfileNode row) {
        var read = new MemoryReading(
                row.field("id").text(),
                ClaimReader.words(row.field("scenario")),
                row.field("part").oneOf(Part.class),
                Bytes.ofGiB(row.field("measured_gib").number()),
                row.optionalField("machine").map(word -> word.oneOf(Host.class)).orElse(Host.ITSELF),
                Figures.sourceObject(row.field("source"), KINDS));
        row.requireAllRead();
        return read;
    }
}
