package org.tonari.profiles.readers;

import org.tonari.domain.machine.NetworkLink;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.UnitTable;

/// Reads `profiles/links/*.json`: ways to tie machines together.
public final class NetworkLinkReader {
    private NetworkLinkReader() {}

    /// @return the link the file describes
    /// @throws ProfileException where the file is not as expected
    public static NetworkLink read(ProfileNode file) {
        ProfileKind.LINK.requireHeader(file);
        String id = file.field("id").text();
        NetworkLink link = new NetworkLink(
                id,
                file.field("name").text(),
                file.field("port").text(),
                Figures.read(file.field("bandwidth"), UnitTable.BANDWIDTH, "link." + id + ".bandwidth"),
                Figures.read(file.field("exchange"), UnitTable.TIME, "link." + id + ".exchange"));
        file.requireAllRead();
        return link;
    }
}
