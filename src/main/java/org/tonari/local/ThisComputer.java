package org.tonari.local;

import java.util.List;
import org.tonari.units.Bytes;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;
import oshi.hardware.GraphicsCard;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.PhysicalMemory;
import oshi.software.os.OperatingSystem;

/// Asks the operating system what this computer is. Takes up to a few seconds; not for the UI thread.
public final class ThisComputer {
    private ThisComputer() {}

    /// @return what the system says
    public static Hardware look() {
        var system = new SystemInfo();
        HardwareAbstractionLayer hardware = system.getHardware();
        OperatingSystem software = system.getOperatingSystem();
        GlobalMemory memory = hardware.getMemory();
        return new Hardware(
                software.getFamily() + " " + software.getVersionInfo().getVersion(),
                hardware.getProcessor().getProcessorIdentifier().getName().strip(),
                hardware.getProcessor().getPhysicalProcessorCount(),
                new Bytes(memory.getTotal()),
                new Bytes(Math.max(0, memory.getTotal() - memory.getAvailable())),
                modules(memory.getPhysicalMemory()),
                hardware.getGraphicsCards().stream().map(ThisComputer::graphics).toList());
    }

    /// A slot without a module, or one the system may not look into, says nothing.
    private static List<Hardware.Module> modules(List<PhysicalMemory> slots) {
        return slots.stream()
                .filter(slot -> slot.getCapacity() > 0 && slot.getClockSpeed() > 0)
                .map(slot -> new Hardware.Module(
                        slot.getMemoryType().strip(), slot.getClockSpeed(), new Bytes(slot.getCapacity())))
                .toList();
    }

    private static Hardware.Graphics graphics(GraphicsCard card) {
        return new Hardware.Graphics(card.getName().strip(), new Bytes(Math.max(0, card.getVRam())));
    }
}
