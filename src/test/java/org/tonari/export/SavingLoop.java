package org.tonari.export;

import java.nio.file.Path;

/// Saves a file again and again until it is killed, each time whole, in one letter more than the last: a process for
/// [KilledSavesTest]. Says so on standard output after each save.
final class SavingLoop {
    /// Long enough that a save takes a while.
    static final int LENGTH = 300_000;

    private static final int PIECE = 1_000;

    private SavingLoop() {}

    /// @param args the file, and how many times at most
    public static void main(String[] args) throws FileTarget.Unwritable {
        int most = Integer.parseInt(args[1]);
        for (int time = 0; time < most; time++) {
            String piece = String.valueOf((char) ('A' + time % 26)).repeat(PIECE);
            new FileTarget(Path.of(args[0])).writeText(writer -> {
                for (int written = 0; written < LENGTH; written += PIECE) {
                    writer.write(piece);
                    writer.flush();
                }
            });
            System.out.println("saved");
        }
    }
}
