import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/// Makes the runtime image: modules, JavaFX's libraries, launcher, licences, and the start-up cache.
///
/// ```sh
/// java jlink/build/Image.java JAR
/// ```
///
/// Run from the project's folder, with the dependencies in `target/modules`; `mvn package` does so.
final class Image {
    private static final Path TARGET = Path.of("target");
    private static final Path OUTPUT = TARGET.resolve("tonari");
    private static final Path OWN = OUTPUT.resolve("lib").resolve("tonari");
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

    /// Only the other toolkit, which nothing here draws with, would load these.
    private static final List<String> UNUSED = List.of(
            "awt",
            "awt_headless",
            "awt_xawt",
            "fontmanager",
            "freetype",
            "javajpeg",
            "jawt",
            "jsound",
            "lcms",
            "mlib_image",
            "splashscreen");

    private Image() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path jar = Path.of(arguments[0]);
        Folders.delete(OUTPUT);
        link(jar);
        libraries(OUTPUT);
        launcher();
        new Notices(TARGET.resolve("modules"), OUTPUT.resolve("legal")).write();
        train();
    }

    private static void link(Path jar) throws IOException, InterruptedException {
        Path modules = TARGET.resolve("image-modules");
        var jars = new ArrayList<>(Folders.files(TARGET.resolve("modules"), ".jar"));
        jars.add(jar);
        new PlainModules(jars).write(modules);
        Path leftOut = TARGET.resolve("left-out.txt");
        Files.write(leftOut, LeftOut.patterns(TARGET.resolve("modules")));
        new Command(List.of(
                        Command.tool("jlink"),
                        "@jlink/image.args",
                        "--module-path",
                        modules.toString(),
                        "--exclude-resources=@" + leftOut,
                        "--output",
                        OUTPUT.toString()))
                .run();
    }

    /// Takes native libraries out of modules, and the names of inner symbols out of all libraries.
    static void libraries(Path image) throws IOException, InterruptedException {
        Path folder = image.resolve(WINDOWS ? "bin" : "lib");
        for (Path module : Folders.files(TARGET.resolve("modules"), ".jar")) {
            if (module.getFileName().toString().startsWith("javafx-")) {
                extract(module, folder, "[^/]+\\.(so|dll|dylib)");
            } else if (module.getFileName().toString().startsWith("jna-jpms-")) {
                extract(module, folder, "com/sun/jna/" + system() + "/(lib)?jnidispatch\\.(so|dll|jnilib)");
            }
        }
        for (String library : UNUSED) {
            Files.deleteIfExists(folder.resolve(System.mapLibraryName(library)));
        }
        if (LINUX && Command.isThere("strip")) {
            var words = new ArrayList<>(List.of("strip", "--strip-unneeded"));
            Folders.files(folder, ".so").forEach(library -> words.add(library.toString()));
            new Command(words).run();
        }
    }

    /// @return this system and processor, as JNA's folders are called
    private static String system() {
        String processor =
                System.getProperty("os.arch").replace("amd64", "x86-64").replace("x86_64", "x86-64");
        return (WINDOWS ? "win32" : LINUX ? "linux" : "darwin") + "-" + processor;
    }

    private static void extract(Path module, Path folder, String names) throws IOException {
        try (var jar = new JarFile(module.toFile())) {
            for (var entry :
                    jar.stream().filter(each -> each.getName().matches(names)).toList()) {
                String name = Path.of(entry.getName()).getFileName().toString().replace(".jnilib", ".dylib");
                try (InputStream library = jar.getInputStream(entry)) {
                    Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void launcher() throws IOException {
        Files.createDirectories(OWN);
        Path launchers = Path.of("jlink", "launcher");
        for (Path arguments : Folders.files(launchers, ".args")) {
            Files.copy(arguments, OWN.resolve(arguments.getFileName()));
        }
        String name = WINDOWS ? "tonari.bat" : "tonari";
        Files.copy(launchers.resolve(name), OUTPUT.resolve("bin").resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// Uses the window and the command line once, so that the cache knows what they need: classes, not profiles of
    /// methods, which would take another 8 MB.
    private static void train() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tonari-rehearsal");
        new Command(List.of(
                        OUTPUT.resolve("bin")
                                .resolve(WINDOWS ? "java.exe" : "java")
                                .toString(),
                        "@" + OWN.resolve("common.args"),
                        "@" + OWN.resolve("window.args"),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTRecordTraining",
                        "-XX:AOTCacheOutput=" + OWN.resolve("tonari.aot"),
                        "-m",
                        "org.tonari/org.tonari.app.Main"))
                .run(Map.of("TONARI_REHEARSAL", folder.toString()));
        Folders.delete(folder);
        if (!Files.exists(OWN.resolve("tonari.aot"))) {
            throw new IllegalStateException("the rehearsal left no start-up cache");
        }
    }
}
