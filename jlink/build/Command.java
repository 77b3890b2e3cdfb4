import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One run of another program; a failure ends the build with what the program said.
final class Command {
    private final List<String> words;

    Command(List<String> words) {
        this.words = List.copyOf(words);
    }

    /// @return a tool of the JDK that runs this program
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /// @return whether a program of that name is installed
    static boolean isThere(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    void run() throws IOException, InterruptedException {
        run(Map.of());
    }

    /// @param environment variables beside those of this process
    void run(Map<String, String> environment) throws IOException, InterruptedException {
        Path said = Files.createTempFile("tonari-build", ".log");
        try {
            var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            if (status != 0) {
                System.err.println(Files.readString(said));
                throw new IllegalStateException(words.getFirst() + " ended with " + status + ": " + words);
            }
        } finally {
            Files.delete(said);
        }
    }
}
