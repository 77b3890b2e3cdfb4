package org.tonari.domain.machine;

import java.util.Objects;
import org.tonari.explain.Sourced;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Seconds;

/// A way to tie machines together: a cable with the software that speaks over it.
///
/// @param id        such as `rdma-200gbe`
/// @param name      as shown
/// @param port      id of the [Machine.Link] a machine needs for it; `ethernet` is taken to be everywhere
/// @param bandwidth bytes a second in one direction
/// @param exchange  time of one small exchange between machines, as frameworks reach it
public record NetworkLink(
        String id, String name, String port, Sourced<BytesPerSecond> bandwidth, Sourced<Seconds> exchange) {
    /// The port that every machine is taken to have.
    public static final String ETHERNET = "ethernet";

    public NetworkLink {
        Objects.requireNonNull(bandwidth);
        Objects.requireNonNull(exchange);
    }

    /// @return whether a machine has the port
    public boolean fits(Machine machine) {
        return port.equals(ETHERNET)
                || machine.links().stream().anyMatch(link -> link.id().equals(port));
    }
}
