import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The modules as they go into the image: the same, but for calls written out (see [PlainCalls]) and a list of the
/// profiles in Tonari's own.
final class PlainModules {
    private static final String PROFILES = "org/tonari/profiles/";

    private final List<Path> jars;
    private final Map<String, byte[]> classes = new HashMap<>();

    /// @param jars Tonari's own and its dependencies'
    PlainModules(List<Path> jars) {
        this.jars = List.copyOf(jars);
    }

    /// Writes them into a folder.
    void write(Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        for (Path jar : jars) {
            try (var file = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : entries(file)) {
                    classes.put(entry.getName(), bytes(file, entry));
                }
            }
        }
        ClassHierarchyResolver types = ClassHierarchyResolver.ofResourceParsing(type -> {
                    byte[] found = classes.get(type.descriptorString()
                                    .substring(1, type.descriptorString().length() - 1)
                            + ".class");
                    return found == null ? null : new ByteArrayInputStream(found);
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
        for (Path jar : jars) {
            write(jar, folder.resolve(jar.getFileName()), types);
        }
    }

    private static void write(Path jar, Path target, ClassHierarchyResolver types) throws IOException {
        try (var file = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.setLevel(0);
            var profiles = new StringJoiner("\n");
            for (ZipEntry entry : entries(file)) {
                byte[] bytes = bytes(file, entry);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(isCode(entry.getName()) ? PlainCalls.in(bytes, types) : bytes);
                out.closeEntry();
                if (entry.getName().matches(PROFILES + "\\w+/.*\\.json")) {
                    profiles.add(entry.getName());
                }
            }
            if (profiles.length() > 0) {
                out.putNextEntry(new ZipEntry(PROFILES + "index.txt"));
                out.write(profiles.toString().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    private static boolean isCode(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    private static List<? extends ZipEntry> entries(ZipFile file) {
        return new ArrayList<>(
                file.stream().filter(entry -> !entry.isDirectory()).toList());
    }

    private static byte[] bytes(ZipFile file, ZipEntry entry) throws IOException {
        try (var stream = file.getInputStream(entry)) {
            return stream.readAllBytes();
        }
    }
}
