package org.tonari.export.picture;

import java.io.IOException;
import java.io.OutputStream;

/// How a line of pixels is written so that it compresses well: as it is, or as differences.
///
/// Of the filters of ISO/IEC 15948, 9.2, the three that suit drawings; their order is their number in the file.
enum PngFilter {
    /// As it is.
    NONE,
    /// Each pixel less the one on its left.
    SUB,
    /// Each pixel less the one above.
    UP;

    private static final int BYTES_PER_PIXEL = 3;

    /// @return the filter with the smallest differences, which the standard recommends (12.8)
    static PngFilter best(byte[] line, byte[] above) {
        PngFilter best = NONE;
        long least = Long.MAX_VALUE;
        for (PngFilter filter : values()) {
            long sum = 0;
            for (int i = 0; i < line.length; i++) {
                sum += Math.abs(filter.filtered(line, above, i));
            }
            if (sum < least) {
                least = sum;
                best = filter;
            }
        }
        return best;
    }

    void write(byte[] line, byte[] above, OutputStream out) throws IOException {
        var filtered = new byte[line.length + 1];
        filtered[0] = (byte) ordinal();
        for (int i = 0; i < line.length; i++) {
            filtered[i + 1] = filtered(line, above, i);
        }
        out.write(filtered);
    }

    private byte filtered(byte[] line, byte[] above, int i) {
        return switch (this) {
            case NONE -> line[i];
            case SUB -> (byte) (line[i] - (i < BYTES_PER_PIXEL ? 0 : line[i - BYTES_PER_PIXEL]));
            case UP -> (byte) (line[i] - above[i]);
        };
    }
}
