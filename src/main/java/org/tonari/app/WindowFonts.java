package org.tonari.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.text.Font;
import org.tonari.text.Language;

/// Which font the window speaks in: the person's, else the system's, else on Linux what fontconfig has for the
/// language.
final class WindowFonts {
    private static final long PATIENCE_SECONDS = 3;

    private WindowFonts() {}

    /// Finds the family; may start a process, so call it off the UI thread.
    ///
    /// @param chosen   by the person, or empty
    /// @param language of all texts
    /// @return a family that is installed, or empty for the toolkit's default
    static String family(String chosen, Language language) {
        if (!chosen.isEmpty() && Font.getFamilies().contains(chosen)) {
            return chosen;
        }
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        if (!linux) {
            return "";
        }
        return language == Language.ENGLISH ? installed(List.of("Inter", "Noto Sans", "Ubuntu")) : matched(language);
    }

    private static String installed(List<String> wanted) {
        List<String> families = Font.getFamilies();
        return wanted.stream().filter(families::contains).findFirst().orElse("");
    }

    private static String matched(Language language) {
        String tag =
                switch (language) {
                    case ENGLISH -> "en";
                    case JAPANESE -> "ja";
                    case SIMPLIFIED_CHINESE -> "zh-cn";
                    case TRADITIONAL_CHINESE -> "zh-tw";
                };
        return ask(tag).filter(Font.getFamilies()::contains).orElse("");
    }

    /// `fc-match` names the family fontconfig would take for a sans-serif text in a language.
    private static Optional<String> ask(String tag) {
        try {
            Process process = new ProcessBuilder("fc-match", "--format=%{family[0]}", "sans-serif:lang=" + tag)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var output = process.getInputStream()) {
                String family = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
                return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? Optional.of(family).filter(name -> !name.isEmpty())
                        : Optional.empty();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
