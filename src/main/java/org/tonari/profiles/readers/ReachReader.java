package org.tonari.profiles.readers;

import java.util.List;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.evidence.Reach.Activity;
import org.tonari.domain.evidence.Reach.Entry;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads `profiles/reach/*.json`: shares of the compute peak that published runs reach.
public final class ReachReader {
    private ReachReader() {}

    /// @return the file's shares
    /// @throws ProfileException where the file is not as expected
    public static Reach read(ProfileNode file) {
        ProfileKind.REACH.requireHeader(file);
        file.field("id").text();
        var reach = new Reach(file.field("entries").items().stream()
                .map(entry -> entry.checked(ReachReader::entry))
                .toList());
        file.requireAllRead();
        return reach;
    }

    private static Entry entry(ProfileNode entry) {
        var read = new Entry(
                entry.field("activity").oneOf(Activity.class),
                Figures.textOrEmpty(entry, "machines"),
                entry.field("format").text(),
                entry.field("share").number(),
                (int) entry.field("rows").whole(0, Integer.MAX_VALUE),
                Figures.source(entry));
        entry.requireAllRead();
        return read;
    }

    /// @return the shares of all files
    public static Reach together(List<Reach> all) {
        return new Reach(all.stream().flatMap(each -> each.entries().stream()).toList());
    }
}
