package org.tonari.domain.form;

/// A place of a machine's profile that holds a figure.
///
/// @param sort what is counted there
/// @param path of the place, such as `memory.pools.0.capacity`, `links.nic.latency` or `prices.JPY`
public record FigurePlace(Sort sort, String path) {
    /// What a figure counts.
    public enum Sort {
        BYTES,
        /// Bytes the system keeps: one number, or the least, the expected and the most.
        RESERVE,
        BANDWIDTH,
        COMPUTE,
        POWER,
        TIME,
        SHARE,
        MONEY
    }

    /// Which part of a machine a figure belongs to.
    public enum Section {
        MEMORY,
        COMPUTE,
        LINKS,
        POWER,
        PRICES
    }

    /// @return the part of the machine
    public Section section() {
        return switch (path.substring(0, path.indexOf('.'))) {
            case "memory" -> Section.MEMORY;
            case "processor" -> Section.COMPUTE;
            case "links", "storage" -> Section.LINKS;
            case "power" -> Section.POWER;
            default -> Section.PRICES;
        };
    }
}
