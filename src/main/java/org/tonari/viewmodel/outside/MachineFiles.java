package org.tonari.viewmodel.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.tonari.domain.machine.Machine;
import org.tonari.units.BytesPerSecond;

/// The person's own machines as files, and this computer. Given by whoever builds the window; methods are called from
/// background threads.
public interface MachineFiles {

    /// Writes a profile among the person's own, whole or not at all.
    ///
    /// @param id   of the machine
    /// @param text of the profile
    /// @return where
    /// @throws IOException where it cannot be written
    String save(String id, String text) throws IOException;

    /// Takes a profile of the person's own away.
    ///
    /// @throws IOException where that cannot be done
    void delete(String id) throws IOException;

    /// Writes a profile anywhere, whole or not at all.
    ///
    /// @throws IOException where it cannot be written
    void export(Path target, String text) throws IOException;

    /// @return what a file holds
    /// @throws IOException where it cannot be read, or is too large for a profile
    String text(Path file) throws IOException;

    /// @param known    machines whose figures may stand for the same chip
    /// @param measured what [#measureBandwidth] found, if it ran
    /// @return this computer, as the operating system and profiles of the same chip describe it
    Machine thisComputer(List<Machine> known, Optional<BytesPerSecond> measured);

    /// Measures how fast all cores together read this computer's memory; takes some seconds.
    ///
    /// @param progress  told the share done, from 0 to 1, on the calling thread
    /// @param cancelled asked now and then
    /// @return the rate, or nothing where it was cancelled
    /// @throws InterruptedException where the calling thread is told to stop
    Optional<BytesPerSecond> measureBandwidth(DoubleConsumer progress, BooleanSupplier cancelled)
            throws InterruptedException;

    /// @return the date of today, as it stands at figures
    String today();

    /// @return no files at all
    static MachineFiles none() {
        return new NoMachineFiles();
    }
}
