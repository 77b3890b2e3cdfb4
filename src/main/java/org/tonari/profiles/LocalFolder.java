package org.tonari.profiles;

import java.nio.file.Files;
import java.nio.file.Path;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.FileBytes;

/// A folder of this computer.
///
/// @param path of the folder
public record LocalFolder(Path path) implements ModelFolder {

    /// @return the folder that a file lies in
    public static LocalFolder of(Path file) {
        Path parent = file.getParent();
        return new LocalFolder(parent == null ? Path.of("") : parent);
    }

    @Override
    public String title() {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "model" : name.toString();
    }

    @Override
    public String place(String file) {
        return path.resolve(file).toString();
    }

    @Override
    public boolean has(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    @Override
    public ByteSource open(String file) {
        return FileBytes.open(path.resolve(file));
    }
}
