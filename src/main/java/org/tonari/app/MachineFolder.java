package org.tonari.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.tonari.domain.machine.Machine;
import org.tonari.export.FileTarget;
import org.tonari.local.BandwidthProbe;
import org.tonari.local.Hardware;
import org.tonari.local.LocalMachine;
import org.tonari.local.ThisComputer;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.viewmodel.outside.MachineFiles;

/// The person's own machines in their folder of profiles, and this computer.
final class MachineFolder implements MachineFiles {
    private static final long MOST_BYTES = 16 << 20;

    private final Path profiles;
    private final Supplier<String> today;

    /// @param profiles folder of the person's own; made when something is kept there
    /// @param today    the date, as `2026-11-21`
    MachineFolder(Path profiles, Supplier<String> today) {
        this.profiles = profiles;
        this.today = today;
    }

    private Path file(String id) {
        return profiles.resolve("machines").resolve(id + ".json");
    }

    @Override
    public String save(String id, String text) throws IOException {
        Path target = file(id);
        Files.createDirectories(target.getParent());
        export(target, text);
        return target.toString();
    }

    @Override
    public void delete(String id) throws IOException {
        try {
            Files.delete(file(id));
        } catch (NoSuchFileException gone) {
            throw new IOException("there is no " + gone.getFile(), gone);
        }
    }

    @Override
    public void export(Path target, String text) throws IOException {
        try {
            new FileTarget(target).writeText(writer -> writer.write(text));
        } catch (FileTarget.Unwritable refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    @Override
    public String text(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        return Files.readString(file);
    }

    @Override
    public Machine thisComputer(List<Machine> known, Optional<BytesPerSecond> measured) {
        List<Machine> others = known.stream()
                .filter(machine -> !machine.id().equals(LocalMachine.ID))
                .toList();
        return LocalMachine.of(ThisComputer.look(), others, measured, today.get());
    }

    @Override
    public Optional<BytesPerSecond> measureBandwidth(DoubleConsumer progress, BooleanSupplier cancelled)
            throws InterruptedException {
        Hardware hardware = ThisComputer.look();
        Bytes free = new Bytes(
                Math.max(0, hardware.memory().count() - hardware.used().count()));
        return new BandwidthProbe(Runtime.getRuntime().availableProcessors(), free).measure(progress, cancelled);
    }

    @Override
    public String today() {
        return today.get();
    }
}
