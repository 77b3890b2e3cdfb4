package org.tonari.profiles.readers;

import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// Reads a cache format's profile.
public final class CacheFormatReader {
    private static final long LARGEST_BLOCK = 1 << 20;

    private CacheFormatReader() {}

    /// @return the cache format the file describes
    /// @throws ProfileException where the file is not as expected
    public static CacheFormat read(ProfileNode file) {
        ProfileKind.CACHE.requireHeader(file);
        String id = file.field("id").text();
        ProfileNode block = file.field("block");
        var read = new CacheFormat(
                id,
                file.field("name").text(),
                new BlockFormat(
                        id,
                        block.field("elements").whole(1, LARGEST_BLOCK),
                        block.field("bytes").whole(1, LARGEST_BLOCK)),
                file.field("precision").oneOf(CacheFormat.Precision.class),
                file.field("runtimes").items().stream().map(ProfileNode::text).toList(),
                Figures.sourceObject(file.field("source"), Figures.KINDS));
        block.requireAllRead();
        file.requireAllRead();
        return read;
    }
}
