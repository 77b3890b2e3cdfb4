import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A JavaFX window with nothing in it, built as Tonari's image is built: linked, stripped, trained.
final class BareImage {
    private static final Path FOLDER = Path.of("target", "bare");
    private static final Path IMAGE = FOLDER.resolve("image");
    private static final Path CACHE = IMAGE.resolve("lib").resolve("bare.aot");

    private BareImage() {}

    static void make() throws IOException, InterruptedException {
        Folders.delete(FOLDER);
        Path classes = Files.createDirectories(FOLDER.resolve("classes"));
        String modules = Path.of("target", "modules").toString();
        new Command(List.of(
                        Command.tool("javac"),
                        "--module-path",
                        modules,
                        "-d",
                        classes.toString(),
                        "jlink/bare/module-info.java",
                        "jlink/bare/BareWindow.java"))
                .run();
        new Command(List.of(
                        Command.tool("jlink"),
                        "--module-path",
                        classes + java.io.File.pathSeparator + modules,
                        "--add-modules",
                        "bare",
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress",
                        "zip-9",
                        "--exclude-resources=/javafx.graphics/*.so",
                        "--output",
                        IMAGE.toString()))
                .run();
        Image.libraries(IMAGE);
        Path folder = Files.createTempDirectory("bare-rehearsal");
        new Command(command("-XX:AOTCacheOutput=" + CACHE, "-Dglass.platform=Headless", "-Dprism.order=sw"))
                .run(Map.of("TONARI_REHEARSAL", folder.toString()));
        Folders.delete(folder);
    }

    /// @return what starts the window as Tonari's launcher would
    static List<String> start() {
        return command("-XX:AOTCache=" + CACHE);
    }

    private static List<String> command(String... options) {
        var words = new java.util.ArrayList<>(List.of(
                IMAGE.resolve("bin").resolve("java").toString(),
                "@jlink/launcher/common.args",
                "@jlink/launcher/window.args"));
        words.addAll(List.of(options));
        words.addAll(List.of("-m", "bare/bare.BareWindow"));
        return words;
    }
}
