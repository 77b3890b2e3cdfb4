package org.tonari.local;

import java.util.List;
import org.tonari.units.Bytes;

/// What the operating system says of a computer.
///
/// @param system    its name and version
/// @param processor the processor's name as it reports itself
/// @param cores     physical cores
/// @param memory    what the system can use of the memory
/// @param used      how much of that was taken at the time of looking
/// @param modules   the memory modules, empty where the system does not say
/// @param graphics  the graphics processors
public record Hardware(
        String system,
        String processor,
        int cores,
        Bytes memory,
        Bytes used,
        List<Module> modules,
        List<Graphics> graphics) {

    /// A memory module.
    ///
    /// @param type      such as `DDR5`
    /// @param transfers a second
    /// @param size      how much it holds
    public record Module(String type, long transfers, Bytes size) {}

    /// A graphics processor.
    ///
    /// @param name   as its driver reports it
    /// @param memory of its own as the system reports it; nothing where it does not say
    public record Graphics(String name, Bytes memory) {}

    public Hardware {
        modules = List.copyOf(modules);
        graphics = List.copyOf(graphics);
    }
}
