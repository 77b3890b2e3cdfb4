package org.tonari.app;

import java.io.IOException;
import java.nio.file.Path;
import org.tonari.viewmodel.AppearanceViewModel;
import org.tonari.viewmodel.Results;
import org.tonari.viewmodel.Sharing;

/// Writes what leaves the window, with the exports that the command line uses.
final class WindowSharing implements Sharing {
    private final AppearanceViewModel appearance;

    WindowSharing(AppearanceViewModel appearance) {
        this.appearance = appearance;
    }

    @Override
    public void write(Results results, Format format, Path file) throws IOException {
        throw new IOException("not yet " + appearance);
    }

    @Override
    public String summary(Results results) {
        return "";
    }
}
