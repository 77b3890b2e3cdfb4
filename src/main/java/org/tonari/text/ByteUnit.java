package org.tonari.text;

import org.tonari.units.Bytes;

/// The unit that memory is shown in. The two are never mixed in one picture.
public enum ByteUnit {
    /// 2^30 bytes.
    GIB("GiB", Bytes.PER_GIB),
    /// 10^9 bytes.
    GB("GB", Bytes.PER_GB);

    private final String symbol;
    private final long bytes;

    ByteUnit(String symbol, long bytes) {
        this.symbol = symbol;
        this.bytes = bytes;
    }

    /// @return how it is written
    public String symbol() {
        return symbol;
    }

    /// @return bytes in one of it
    public long bytes() {
        return bytes;
    }
}
