package org.tonari.domain.machine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.BytesPerSecond;
import org.tonari.units.Money;
import org.tonari.units.Seconds;
import org.tonari.units.Watts;

/// A machine one can buy: its memories, what it computes, what it draws and what it costs.
///
/// @param id        lower case, digits, dots and hyphens
/// @param name      the product's full name
/// @param shortName what fits over a column, such as `DGX Spark`
/// @param pools     one unified pool; or VRAM followed by host memory; or host memory alone
/// @param processor what does the arithmetic
/// @param backends  compute back ends in order of preference (`cuda`, `metal`, `vulkan`, `rocm`, `cpu`), at least one
/// @param storage   the drive models are loaded from
/// @param links     ways to reach another machine or an accelerator
/// @param power     electrical draw
/// @param prices    every price read, newest last; may be empty
/// @param facts     further sourced statements shown as they are (`weight`, `noise`, `operating_system`, …)
public record Machine(
        String id,
        String name,
        String shortName,
        List<MemoryPool> pools,
        Processor processor,
        List<String> backends,
        Storage storage,
        List<Link> links,
        Power power,
        List<Price> prices,
        Map<String, Sourced<String>> facts) {

    /// @param size how much it holds
    /// @param read its sequential read speed
    public record Storage(Sourced<Bytes> size, Sourced<BytesPerSecond> read) {}

    /// A way to move data between machines, or between host and accelerator.
    ///
    /// @param id        such as `nic`, `thunderbolt`, `pcie`
    /// @param name      as the vendor calls it
    /// @param bandwidth bytes a second in one direction
    /// @param latency   time for a small message
    public record Link(String id, String name, Sourced<BytesPerSecond> bandwidth, Sourced<Seconds> latency) {}

    /// @param idle at the wall, nothing running
    /// @param load at the wall while a language model answers; an upper bound where only a peak is known
    /// @param max  the most the machine can draw: adapter, supply or rated maximum
    public record Power(Sourced<Watts> idle, Sourced<Watts> load, Sourced<Watts> max) {}

    /// @param amount what was asked
    /// @param what   for which configuration, or empty
    /// @param source who asked it, and when
    public record Price(Money amount, String what, Source source) {}

    public Machine {
        if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not a machine id: " + id);
        }
        pools = List.copyOf(pools);
        backends = List.copyOf(backends);
        links = List.copyOf(links);
        prices = List.copyOf(prices);
        facts = Map.copyOf(facts);
        Objects.requireNonNull(processor);
        if (pools.isEmpty() || pools.size() > 2 || backends.isEmpty()) {
            throw new Refused("{0} needs one or two memory pools and a back end", id);
        }
    }

    /// @return the pool that models go into first: unified memory, VRAM, or host memory where there is no other
    public MemoryPool primaryPool() {
        return pools.getFirst();
    }

    /// @return host memory beside a VRAM, where the machine has both
    public Optional<MemoryPool> hostPool() {
        return pools.size() == 2 ? Optional.of(pools.get(1)) : Optional.empty();
    }

    /// @return this machine with other pools
    public Machine withPools(List<MemoryPool> others) {
        return new Machine(id, name, shortName, others, processor, backends, storage, links, power, prices, facts);
    }

    /// @return this machine drawing otherwise
    public Machine withPower(Power other) {
        return new Machine(id, name, shortName, pools, processor, backends, storage, links, other, prices, facts);
    }

    /// @return this under another short name
    public Machine called(String other) {
        return new Machine(id, name, other, pools, processor, backends, storage, links, power, prices, facts);
    }

    /// @return one more of this machine, known by the copy's number
    public Machine copied(int number) {
        return new Machine(
                id + "." + number,
                name,
                shortName + " (" + number + ")",
                pools,
                processor,
                backends,
                storage,
                links,
                power,
                prices,
                facts);
    }

    /// @return the newest price in the currency, if one was read
    public Optional<Price> price(Money.Currency currency) {
        return prices.reversed().stream()
                .filter(price -> price.amount().currency() == currency)
                .findFirst();
    }
}
