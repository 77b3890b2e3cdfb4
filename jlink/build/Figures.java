import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Measures what an installation is to meet: start, commands, size, memory; prints a table of figures and targets.
///
/// ```sh
/// mvn -Pinstaller package && java jlink/build/Figures.java
/// ```
///
/// Linux only. Windows open on `DISPLAY`; without one they are drawn without a display. Quote it from a quiet machine:
/// the load average stands below the table.
final class Figures {
    private static final int RUNS = 9;
    private static final long USE_SECONDS = 60;
    private static final Path IMAGE = Path.of("target", "tonari");
    private static final Path LAUNCHER = IMAGE.resolve("bin").resolve("tonari");
    private static final double MEGA = 1e6;

    private final Path folder;

    private Figures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tonari-figures");
        try {
            new Figures(folder).print();
        } finally {
            Folders.delete(folder);
        }
    }

    private void print() throws IOException, InterruptedException {
        BareImage.make();
        System.out.println("| figure | measured | target |");
        System.out.println("|---|---|---|");
        windows();
        row(
                "`tonari estimate --json`, whole process, median",
                seconds(command("estimate", "--machine", "dgx-spark", "--model", "gpt-oss-120b", "--json")),
                "0.35 s");
        row(
                "`tonari compare --png`, whole process, median",
                seconds(command(
                        "compare",
                        "--model",
                        "gpt-oss-120b",
                        "--png",
                        folder.resolve("c.png").toString())),
                "1.5 s");
        row("image on disk with its cache", megabytes(Folders.size(IMAGE)), "125 MB");
        for (Path deb : debs()) {
            row("`.deb`", megabytes(Files.size(deb)), "65 MB");
        }
        row("resident after a minute of use", memory(), "330 MiB");
        System.out.println();
        System.out.println(Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version() + ", " + java.time.LocalDate.now() + ", load average "
                + Files.readString(Path.of("/proc/loadavg")).split(" ")[0] + ", "
                + (hasDisplay() ? "on a display" : "without a display"));
    }

    /// Tonari and the bare window in turn, so that whatever else the machine does meets both.
    private void windows() throws IOException, InterruptedException {
        var own = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int run = 0; run <= RUNS; run++) {
            double tonari = firstFrame(List.of(LAUNCHER.toString()));
            double other = firstFrame(BareImage.start());
            if (run > 0) {
                own.add(tonari);
                bare.add(other);
                ratios.add(tonari / other);
            }
        }
        row("start to first frame, median of " + RUNS, seconds(median(own)), "0.8 s");
        row("the same of a bare JavaFX window", seconds(median(bare)), "");
        row("ratio, pair by pair, median", String.format(Locale.ROOT, "%.2f", median(ratios)), "1.5");
    }

    private double firstFrame(List<String> words) throws IOException, InterruptedException {
        Path note = folder.resolve("rehearsal.properties");
        Files.deleteIfExists(note);
        long started = System.currentTimeMillis();
        Process process = start(words, 0);
        while (!Files.exists(note) || Files.size(note) == 0) {
            if (!process.isAlive()) {
                throw new IllegalStateException(words.getFirst() + " ended before its first frame");
            }
            Thread.sleep(5);
        }
        process.destroy();
        process.waitFor();
        return (Long.parseLong(Files.readString(note).replaceAll("\\D", "")) - started) / 1e3;
    }

    private double command(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(LAUNCHER.toString()));
        words.addAll(List.of(arguments));
        var times = new ArrayList<Double>();
        for (int run = 0; run <= RUNS; run++) {
            long started = System.nanoTime();
            if (start(words, 0).waitFor() != 0) {
                throw new IllegalStateException(words + " failed");
            }
            if (run > 0) {
                times.add((System.nanoTime() - started) / 1e9);
            }
        }
        return median(times);
    }

    private String memory() throws IOException, InterruptedException {
        Process process = start(List.of(LAUNCHER.toString()), USE_SECONDS + 30);
        Thread.sleep(USE_SECONDS * 1_000);
        String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        process.destroy();
        process.waitFor();
        long kibibytes = Long.parseLong(status.replaceAll("(?s).*VmRSS:\\s+(\\d+) kB.*", "$1"));
        return String.format(Locale.ROOT, "%.0f MiB", kibibytes / 1_024.0);
    }

    private Process start(List<String> words, long useSeconds) throws IOException {
        var builder = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TONARI_REHEARSAL", folder.toString());
        builder.environment().put("TONARI_REHEARSAL_SECONDS", Long.toString(useSeconds));
        if (!hasDisplay()) {
            builder.environment().put("JDK_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        }
        return builder.start();
    }

    private static boolean hasDisplay() {
        return !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
    }

    private static List<Path> debs() throws IOException {
        Path installers = Path.of("target", "installer");
        if (!Files.exists(installers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(installers)) {
            return files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
    }

    private static void row(String figure, String measured, String target) {
        System.out.println("| " + figure + " | " + measured + " | " + (target.isEmpty() ? "" : "≤ " + target) + " |");
    }
}
