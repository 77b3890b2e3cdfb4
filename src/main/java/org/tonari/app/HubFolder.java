package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.remote.Errand;
import org.tonari.remote.Hub;
import org.tonari.remote.Hub.Listing;

/// A repository of a hub, at one commit.
final class HubFolder implements ModelFolder {
    private final Hub hub;
    private final Listing listing;
    private final Set<String> files;
    private final Errand errand;

    HubFolder(Hub hub, Listing listing, Errand errand) {
        this.hub = hub;
        this.listing = listing;
        this.files = Set.copyOf(listing.files());
        this.errand = errand;
    }

    @Override
    public String title() {
        return listing.name().repository();
    }

    @Override
    public String place(String file) {
        return hub.place(listing.name(), file);
    }

    @Override
    public boolean has(String file) {
        return files.contains(file);
    }

    @Override
    public ByteSource open(String file) {
        try {
            return new RemoteSource(hub.open(listing, file, errand));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
