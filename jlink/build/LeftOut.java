import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What no part of Tonari loads and the image goes without: the other toolkit, the platform's XML parsers, and what
/// libraries carry for other systems than the one the image is built on.
///
/// A runtime wants every package of a module to be there, so the smallest file of each stays.
final class LeftOut {
    /// The packages left out of the platform's modules: `java.awt` itself stays, for its types stand in signatures.
    private static final List<Packages> PLATFORM = List.of(
            new Packages(
                    "java.desktop",
                    "(javax\\.(imageio|print|sound|swing)|sun|java\\.applet|com\\.sun\\.(imageio|java|media|swing))"
                            + "(\\..*)?"),
            new Packages("java.xml", "(com|jdk|org\\.xml)\\..*"));

    /// Icons and the map of two controls, and dresses of the toolkit that are never worn.
    private static final List<String> UNUSED = List.of(
            "glob:/javafx.graphics/*.{so,dll,dylib,jar}",
            "glob:/javafx.controls/com/sun/javafx/scene/control/skin/caspian/**",
            "glob:/javafx.controls/com/sun/javafx/scene/control/skin/modena/*.css",
            "glob:/atlantafx.base/atlantafx/base/theme/*.css",
            "glob:/atlantafx.base/atlantafx/base/theme/{cupertino,dracula,nord}*",
            "glob:/org.controlsfx.controls/org/controlsfx/{glyphfont,control/tableview2,control/spreadsheet}/*.{ttf,css}",
            "glob:/org.controlsfx.controls/org/controlsfx/control/worldmap*.properties",
            "glob:/com.sun.jna/com/sun/jna/*/*jnidispatch*",
            "glob:/*/META-INF/maven/**");

    private record Packages(String module, String names) {}

    private LeftOut() {}

    /// @param modules the folder of the dependencies' jars
    /// @return patterns for jlink's `--exclude-resources`
    static List<String> patterns(Path modules) throws IOException {
        var patterns = new ArrayList<>(UNUSED);
        var finder = ModuleFinder.compose(ModuleFinder.ofSystem(), ModuleFinder.of(modules));
        for (Packages packages :
                Stream.concat(PLATFORM.stream(), otherSystems().stream()).toList()) {
            patterns.addAll(patterns(packages, finder.find(packages.module()).orElseThrow()));
        }
        return patterns;
    }

    /// What reads this computer has a package for each system.
    private static List<Packages> otherSystems() {
        String system = System.getProperty("os.name");
        String names = Stream.of("linux", "mac", "win")
                .filter(name -> !system.toLowerCase(Locale.ROOT).startsWith(name))
                .collect(Collectors.joining("|", "(.*\\.)?(", ")(dows|32)?(\\..*)?"));
        return Stream.of("com.github.oshi", "com.github.oshi.common", "com.sun.jna.platform")
                .map(module -> new Packages(module, names))
                .toList();
    }

    private static List<String> patterns(Packages packages, ModuleReference module) throws IOException {
        var patterns = new ArrayList<String>();
        try (ModuleReader reader = module.open()) {
            List<String> resources = reader.list().toList();
            for (String each : new TreeSet<>(module.descriptor().packages())) {
                if (each.matches(packages.names())) {
                    String folder = each.replace('.', '/') + "/";
                    patterns.add("regex:/" + packages.module() + "/" + folder + "(?!"
                            + Pattern.quote(smallest(reader, resources, folder)) + "$)[^/]*");
                }
            }
        }
        return patterns;
    }

    private static String smallest(ModuleReader reader, List<String> resources, String folder) {
        return resources.stream()
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .filter(name -> !name.isEmpty() && !name.contains("/"))
                .min(Comparator.comparingLong((String name) -> size(reader, folder + name))
                        .thenComparing(name -> name))
                .orElseThrow();
    }

    private static long size(ModuleReader reader, String resource) {
        try (var stream = reader.open(resource).orElseThrow()) {
            return stream.readAllBytes().length;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
