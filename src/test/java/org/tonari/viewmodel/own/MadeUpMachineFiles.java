package org.tonari.viewmodel.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.BytesPerSecond;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.outside.MachineFiles;

/// Real files in a folder; a computer made up.
record MadeUpMachineFiles(Path folder) implements MachineFiles {
    private Path file(String id) {
        return folder.resolve("machines").resolve(id + ".json");
    }

    @Override
    public String save(String id, String text) throws IOException {
        Files.createDirectories(folder.resolve("machines"));
        return Files.writeString(file(id), text).toString();
    }

    @Override
    public void delete(String id) throws IOException {
        Files.delete(file(id));
    }

    @Override
    public void export(Path target, String text) throws IOException {
        Files.writeString(target, text);
    }

    @Override
    public String text(Path file) throws IOException {
        return Files.readString(file);
    }

    @Override
    public Machine thisComputer(List<Machine> known, Optional<BytesPerSecond> measured) {
        Machine like = Desk.machine("mac-mini-m4-pro-64");
        var pool = like.primaryPool();
        var source = Source.of(Source.Kind.MEASURED, "a reading kernel");
        Machine bare = new Machine(
                "this-computer",
                "This computer",
                "This computer",
                List.of(new MemoryPool(
                        pool.kind(),
                        pool.capacity(),
                        pool.nominal(),
                        pool.systemReserve(),
                        pool.limit(),
                        pool.bandwidth(),
                        measured.map(rate -> Sourced.known(rate, source))
                                .orElseGet(() -> Sourced.unknown("machine.memory", "not measured yet")))),
                like.processor(),
                like.backends(),
                like.storage(),
                like.links(),
                like.power(),
                List.of(),
                Map.of());
        return bare;
    }

    @Override
    public Optional<BytesPerSecond> measureBandwidth(DoubleConsumer progress, BooleanSupplier cancelled) {
        progress.accept(0.5);
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(new BytesPerSecond(40e9));
    }

    @Override
    public String today() {
        return "2026-11-21";
    }
}
