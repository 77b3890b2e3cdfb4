package org.tonari.viewmodel.outside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.tonari.domain.machine.Machine;
import org.tonari.units.BytesPerSecond;

/// A window without a folder.
record NoMachineFiles() implements MachineFiles {
    @Override
    public String save(String id, String text) throws IOException {
        throw new IOException("nowhere to keep it");
    }

    @Override
    public void delete(String id) throws IOException {
        throw new IOException("there is no " + id);
    }

    @Override
    public void export(Path target, String text) throws IOException {
        throw new IOException("nowhere to write " + target);
    }

    @Override
    public String text(Path file) throws IOException {
        throw new IOException("there is no " + file);
    }

    @Override
    public Machine thisComputer(List<Machine> known, Optional<BytesPerSecond> measured) {
        return known.getFirst();
    }

    @Override
    public Optional<BytesPerSecond> measureBandwidth(DoubleConsumer progress, BooleanSupplier cancelled) {
        return Optional.empty();
    }

    @Override
    public String today() {
        return "";
    }
}
