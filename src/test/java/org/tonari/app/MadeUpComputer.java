package org.tonari.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.scenario.Scenario;
import org.tonari.local.Hardware;
import org.tonari.local.LocalMachine;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.viewmodel.background.Watch;
import org.tonari.viewmodel.outside.MachineFiles;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.outside.Trouble;

/// A window's surroundings without network, with machines in a folder and a computer made up.
record MadeUpComputer(Path folder) implements Outside {
    private static final Outside NOTHING = Outside.none();

    @Override
    public Opened open(String place, Watch watch) throws Trouble {
        return NOTHING.open(place, watch);
    }

    @Override
    public Server find(String address, Watch watch) throws Trouble {
        return NOTHING.find(address, watch);
    }

    @Override
    public List<Measurement> measure(
            Server server, String model, List<Long> depths, Scenario scenario, Watch watch, Consumer<Point> points)
            throws Trouble {
        return NOTHING.measure(server, model, depths, scenario, watch, points);
    }

    @Override
    public Hub hub() {
        return NOTHING.hub();
    }

    @Override
    public void keepHub(String endpoint, String token) throws IOException {
        NOTHING.keepHub(endpoint, token);
    }

    @Override
    public String keep(List<Measurement> runs) throws IOException {
        return NOTHING.keep(runs);
    }

    @Override
    public MachineFiles machines() {
        return new Computer(folder);
    }

    /// Real files; a computer made up.
    private static final class Computer implements MachineFiles {
        private final Path folder;
        private final MachineFolder files;

        Computer(Path folder) {
            this.folder = folder;
            this.files = new MachineFolder(folder, () -> "2026-11-21");
        }

        @Override
        public String save(String id, String text) throws IOException {
            String place = files.save(id, text);
            folder.resolve("machines").toFile().deleteOnExit();
            Path.of(place).toFile().deleteOnExit();
            return place;
        }

        @Override
        public void delete(String id) throws IOException {
            files.delete(id);
        }

        @Override
        public void export(Path target, String text) throws IOException {
            files.export(target, text);
        }

        @Override
        public String text(Path file) throws IOException {
            return files.text(file);
        }

        @Override
        public Machine thisComputer(List<Machine> known, Optional<BytesPerSecond> measured) {
            var hardware = new Hardware(
                    "Debian GNU/Linux 13",
                    "AMD Ryzen 9 7950X",
                    16,
                    Bytes.ofGiB(62.6),
                    Bytes.ofGiB(3.1),
                    List.of(
                            new Hardware.Module("DDR5", 6_000_000_000L, Bytes.ofGiB(32)),
                            new Hardware.Module("DDR5", 6_000_000_000L, Bytes.ofGiB(32))),
                    List.of());
            return LocalMachine.of(hardware, known, measured, "2026-11-21");
        }

        @Override
        public Optional<BytesPerSecond> measureBandwidth(DoubleConsumer progress, BooleanSupplier cancelled) {
            return Optional.of(new BytesPerSecond(61.4e9));
        }

        @Override
        public String today() {
            return "2026-11-21";
        }
    }
}
