package org.tonari.profiles.gguf;

import java.nio.file.Path;

/// Files of real shapes, for tests of other rooms.
public final class GgufFiles {
    private GgufFiles() {}

    /// @param shape as in the tables of dry allocations
    /// @return a new file of it in the folder, its weights a hole
    public static Path write(String shape, Path folder) {
        return GgufShapes.of(shape).write(folder.resolve(shape + ".gguf"));
    }
}
