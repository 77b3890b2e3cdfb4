package org.tonari.export;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hidden files that saves write beside their targets, and what is left of them where a save was killed.
///
/// `.evening.tonari.1234-9f3c….tmp` belongs to `evening.tonari` and was written by process 1234.
public final class LeftBehind {
    /// A process of this number may run on another computer that shares the folder, but no save takes so long.
    private static final Duration OF_AN_ENDED_PROCESS = Duration.ofMinutes(10);

    /// A number is given to another process in time; earlier versions named none.
    private static final Duration OF_ANY_PROCESS = Duration.ofDays(1);

    private LeftBehind() {}

    /// @return where a save by this process writes before it puts a file in its place
    static Path beside(Path target) {
        return target.resolveSibling("." + target.getFileName() + "."
                + ProcessHandle.current().pid() + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
    }

    /// Removes what killed saves of one file left beside it: of a process that has ended and for ten minutes, or for a
    /// day. Whatever goes wrong in this is left alone.
    ///
    /// @param target the file that was to be saved, which may not exist
    public static void sweep(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || target.getFileName() == null) {
            return;
        }
        Pattern ours = Pattern.compile(
                "\\." + Pattern.quote(target.getFileName().toString()) + "\\.(?:([0-9]{1,18})-)?[0-9a-f]{1,16}\\.tmp");
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder, path -> isOld(path, ours))) {
            for (Path left : beside) {
                Files.deleteIfExists(left);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException _) {
            // Another window may sweep at the same time, or the folder may not be ours to change.
        }
    }

    private static boolean isOld(Path file, Pattern ours) throws IOException {
        Matcher name = ours.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return false;
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String process = name.group(1);
        boolean ended =
                process != null && ProcessHandle.of(Long.parseLong(process)).isEmpty();
        Instant old = Instant.now().minus(ended ? OF_AN_ENDED_PROCESS : OF_ANY_PROCESS);
        return found.isRegularFile() && found.lastModifiedTime().toInstant().isBefore(old);
    }
}
