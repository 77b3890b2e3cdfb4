package org.tonari.profiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileText;

/// The profiles inside the module: in an image, in a jar or in a folder of classes.
///
/// Names are listed once; a file is read when it is asked for.
final class ShippedPlace implements ProfilePlace {
    private static final String ROOT = "org/tonari/profiles/";
    private static final String SUFFIX = ".json";

    /// Written when an image is built: to list a module's resources takes longer than to read the profiles of a start.
    private static final String INDEX = ROOT + "index.txt";

    private final Map<ProfileKind, SortedSet<String>> names;

    ShippedPlace() {
        this.names = new EnumMap<>(ProfileKind.class);
        for (ProfileKind kind : ProfileKind.values()) {
            names.put(kind, new TreeSet<>());
        }
        for (String resource : resources()) {
            for (ProfileKind kind : ProfileKind.values()) {
                String folder = ROOT + kind.folder() + "/";
                if (resource.startsWith(folder) && resource.endsWith(SUFFIX)) {
                    names(kind).add(resource.substring(folder.length(), resource.length() - SUFFIX.length()));
                }
            }
        }
    }

    @Override
    public SortedSet<String> names(ProfileKind kind) {
        return names.getOrDefault(kind, new TreeSet<>());
    }

    @Override
    public Optional<ProfileNode> read(ProfileKind kind, String name) throws IOException {
        if (!names(kind).contains(name)) {
            return Optional.empty();
        }
        String file = kind.folder() + "/" + name + SUFFIX;
        try (@Nullable InputStream stream = ShippedPlace.class.getResourceAsStream("/" + ROOT + file)) {
            return stream == null ? Optional.empty() : Optional.of(ProfileText.read(file, stream));
        }
    }

    @Override
    public Lookup.Origin origin() {
        return Lookup.Origin.SHIPPED;
    }

    private static List<String> resources() {
        try (@Nullable InputStream index = ShippedPlace.class.getResourceAsStream("/" + INDEX)) {
            return index == null
                    ? listed()
                    : new String(index.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("this program's own resources cannot be read", unreadable);
        }
    }

    private static List<String> listed() {
        Module module = ShippedPlace.class.getModule();
        @Nullable ModuleLayer layer = module.getLayer();
        try {
            if (layer == null) {
                return resourcesOfClassPath();
            }
            ResolvedModule resolved =
                    layer.configuration().findModule(module.getName()).orElseThrow();
            try (ModuleReader reader = resolved.reference().open();
                    Stream<String> list = reader.list()) {
                return list.filter(name -> name.startsWith(ROOT)).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("this program's own resources cannot be read", unreadable);
        }
    }

    /// Without modules (some development tools) the resources lie in a folder.
    private static List<String> resourcesOfClassPath() throws IOException {
        @Nullable URL root = ShippedPlace.class.getResource("/" + ROOT);
        if (root == null || !"file".equals(root.getProtocol())) {
            return List.of();
        }
        Path folder = Path.of(URI.create(root.toString()));
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> ROOT + folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
