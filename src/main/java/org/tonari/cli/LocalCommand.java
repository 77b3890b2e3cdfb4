package org.tonari.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.reports.TextTable;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Sourced;
import org.tonari.export.FileTarget;
import org.tonari.local.BandwidthProbe;
import org.tonari.local.Hardware;
import org.tonari.local.LocalMachine;
import org.tonari.local.ThisComputer;
import org.tonari.profiles.forms.MachineProfile;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.LocalText;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonari local`: this computer as a machine.
@Command(
        name = "local",
        description = "Shows this computer as a machine; nothing is sent anywhere.",
        footer = {
            "",
            "Examples:",
            "  tonari local --measure",
            "  tonari local --json > this-computer.json",
            "  tonari compare --machines this-computer.json,dgx-spark"
        })
final class LocalCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--measure", description = "Measure the memory's bandwidth with all cores; takes some seconds.")
    private boolean measure;

    @Option(names = "--json", description = "Answer as a machine profile.")
    private boolean json;

    @Option(names = "--save", paramLabel = "DIR", description = "Save the profile in this folder.")
    private @Nullable Path folder;

    @Mixin
    private Speech speech = new Speech();

    LocalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Hardware hardware = ThisComputer.look();
        Machine machine = LocalMachine.of(
                hardware,
                session.catalogue().machines(),
                measure ? measured(hardware) : Optional.empty(),
                session.wiring().today().get());
        if (folder != null) {
            save(machine, folder);
        }
        if (json) {
            session.out().print(MachineProfile.text(machine));
        } else {
            print(hardware, machine);
        }
        return ExitStatus.DONE;
    }

    private Optional<BytesPerSecond> measured(Hardware hardware) throws InterruptedException {
        Bytes free = new Bytes(hardware.memory().count() - hardware.used().count());
        return new BandwidthProbe(Runtime.getRuntime().availableProcessors(), free)
                .measure(
                        share -> session.err().print("\r" + Math.round(100 * share) + " %" + (share < 1 ? "" : "\n")),
                        () -> false);
    }

    private void save(Machine machine, Path into) {
        Path target = into.resolve(machine.id() + ".json");
        try {
            new FileTarget(target).writeText(writer -> writer.write(MachineProfile.text(machine)));
            session.err().println("saved as " + target);
        } catch (FileTarget.Unwritable refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }

    private void print(Hardware hardware, Machine machine) {
        Messages messages = speech.messages();
        Formats formats = speech.formats();
        var table = new TextTable(_ -> false);
        machine.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> table.row(List.of(
                        fact.getKey().replace('_', ' '),
                        fact.getValue().optional().orElse(Formats.UNKNOWN))));
        table.row(List.of(
                messages.text(LocalText.SAME_CHIP),
                LocalMachine.sameChip(hardware, session.catalogue().machines())
                        .map(Machine::name)
                        .orElseGet(() -> messages.text(LocalText.NO_PROFILE))));
        var names = new Names(messages, formats);
        for (MemoryPool pool : machine.pools()) {
            table.row(List.of(
                    names.pool(pool.kind()),
                    pool.capacity()
                            .optional()
                            .map(size -> formats.memoryWithUnit(size, Detail.TOTAL))
                            .orElse(Formats.UNKNOWN)));
            table.row(List.of(
                    "  " + messages.text(LocalText.STATED_BANDWIDTH), figure(pool.bandwidth(), names, formats)));
            table.row(List.of(
                    "  " + messages.text(LocalText.MEASURED_BANDWIDTH),
                    figure(pool.measuredBandwidth(), names, formats)));
        }
        table.lines().forEach(session.out()::println);
        session.out().println();
        session.out().println(messages.text(LocalText.HINT));
    }

    private static String figure(Sourced<? extends Quantity> figure, Names names, Formats formats) {
        return switch (figure) {
            case Sourced.Known<? extends Quantity>(Quantity value, var source) ->
                formats.quantity(value) + " (" + names.kind(source.kind()) + ")";
            case Sourced.Unknown<? extends Quantity>(var fact) -> Formats.UNKNOWN + " (" + fact.reason() + ")";
        };
    }
}
