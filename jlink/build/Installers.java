import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Wraps the runtime image for this operating system: `.deb` and `.tar.gz` on Linux, `.msi` on Windows, `.dmg` on
// macOS.
///
/// ```sh
/// java jlink/build/Installers.java VERSION
/// ```
///
/// Run from the project's folder, with the image in `target/tonari`; `mvn -Pinstaller package` does so. Whatever it
/// makes lies in `target/installer`.
final class Installers {
    private static final Path IMAGE = Path.of("target", "tonari");
    private static final Path OUTPUT = Path.of("target", "installer");
    private static final String MODULE = "org.tonari/org.tonari.app.Main";

    private final String version;

    private Installers(String version) {
        this.version = version;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Folders.delete(OUTPUT);
        Files.createDirectories(OUTPUT);
        var installers = new Installers(arguments[0]);
        String system = System.getProperty("os.name");
        if (system.startsWith("Windows")) {
            installers.wrap("jlink/windows/msi.jpackage");
        } else if (system.startsWith("Mac")) {
            installers.wrap("jlink/macos/dmg.jpackage");
        } else {
            installers.archive();
            installers.deb();
        }
    }

    /// The launcher comes from jpackage, its options from the file.
    private void wrap(String options) throws IOException, InterruptedException {
        jpackage(List.of(
                "@jlink/common.jpackage",
                "@" + options,
                "--app-version",
                released(),
                "--runtime-image",
                IMAGE.toString(),
                "--module",
                MODULE,
                "--dest",
                OUTPUT.toString()));
    }

    /// A folder to unpack anywhere.
    private void archive() throws IOException, InterruptedException {
        String name = "tonari-" + version;
        String file =
                name + "-linux-" + (System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64") + ".tar.gz";
        new Command(List.of(
                        "tar",
                        "--create",
                        "--gzip",
                        "--sort=name",
                        "--owner=0",
                        "--group=0",
                        "--numeric-owner",
                        "--transform=s,^tonari," + name + ",",
                        "--directory=target",
                        "--file=" + OUTPUT.resolve(file),
                        "tonari"))
                .run();
    }

    /// The image as jpackage lays it out, but with our own launcher: jpackage's asks the package database at each
    // start.
    private void deb() throws IOException, InterruptedException {
        Path images = Path.of("target", "installer-image");
        Folders.delete(images);
        jpackage(List.of(
                "--type",
                "app-image",
                "--name",
                "tonari",
                "--app-version",
                released(),
                "--icon",
                "jlink/icon/tonari.png",
                "--runtime-image",
                IMAGE.toString(),
                "--module",
                MODULE,
                "--dest",
                images.toString()));
        Path image = images.resolve("tonari");
        Files.copy(
                Path.of("jlink", "launcher", "tonari"),
                image.resolve("bin").resolve("tonari"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        jpackage(List.of(
                "@jlink/common.jpackage",
                "@jlink/linux/deb.jpackage",
                "--app-version",
                released(),
                "--app-image",
                image.toString(),
                "--dest",
                OUTPUT.toString()));
        Folders.delete(images);
    }

    private void jpackage(List<String> options) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(Command.tool("jpackage")));
        words.addAll(options);
        new Command(words).run();
    }

    /// Installers know numbers only.
    private String released() {
        return version.replaceFirst("-.*$", "");
    }
}
