package org.tonari.profiles.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes GGUF files whose weights are holes: any shape at almost no cost.
final class GgufWriter {
    private static final int ALIGNMENT = 32;

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private long weightBytes;
    private long elements;
    private long tensorBytes;

    private record Entry(String name, TensorType type, long offset, long... size) {}

    /// A list of texts, as vocabularies are.
    record Texts(List<String> texts) {}

    /// Whole numbers of 32 bits.
    record Numbers(List<Integer> numbers) {}

    /// Switches.
    record Switches(List<Boolean> switches) {}

    /// Numbers with a fraction, all zero.
    record Zeros(int count) {}

    /// Lists in lists, so many of them, the innermost empty.
    record Nested(int levels) {}

    /// A list of texts that says it is longer than any file.
    record Endless(long texts) {}

    /// One value as it stands in the file.
    ///
    /// @param type number of its type
    record Raw(int type, int... bytes) {}

    /// @param value a number, text, switch or one of this class's lists
    GgufWriter set(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    /// Adds a tensor; where rows do not fill blocks, in 8 bits or 16.
    GgufWriter tensor(String name, TensorType wanted, long... size) {
        TensorType type = wanted;
        if (size[0] % type.blockElements() != 0) {
            type = size[0] % 32 == 0 ? TensorType.Q8_0 : TensorType.F16;
        }
        long count = 1;
        for (long along : size) {
            count *= along;
        }
        long bytes = count / type.blockElements() * type.blockBytes();
        entries.add(new Entry(name, type, weightBytes, size));
        weightBytes = Math.ceilDiv(weightBytes + bytes, ALIGNMENT) * ALIGNMENT;
        elements += count;
        tensorBytes += bytes;
        return this;
    }

    long elements() {
        return elements;
    }

    long tensorBytes() {
        return tensorBytes;
    }

    /// @return everything before the weights
    byte[] header() {
        var out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(number(3, 4));
        out.writeBytes(number(entries.size(), 8));
        out.writeBytes(number(metadata.size(), 8));
        metadata.forEach((key, value) -> {
            out.writeBytes(text(key));
            out.writeBytes(value(value));
        });
        for (Entry entry : entries) {
            out.writeBytes(text(entry.name()));
            out.writeBytes(number(entry.size().length, 4));
            for (long along : entry.size()) {
                out.writeBytes(number(along, 8));
            }
            out.writeBytes(number(id(entry.type()), 4));
            out.writeBytes(number(entry.offset(), 8));
        }
        out.writeBytes(new byte[-out.size() & (ALIGNMENT - 1)]);
        return out.toByteArray();
    }

    /// @return a file with this header, the weights a hole
    Path write(Path file) {
        byte[] header = header();
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(header));
            if (weightBytes > 0) {
                channel.write(ByteBuffer.wrap(new byte[1]), header.length + weightBytes - 1);
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static long id(TensorType type) {
        for (long id = 0; ; id++) {
            if (TensorType.of(id).filter(type::equals).isPresent()) {
                return id;
            }
        }
    }

    private static byte[] value(Object value) {
        return switch (value) {
            case Integer whole -> joined(number(4, 4), number(whole, 4));
            case Long whole -> joined(number(10, 4), number(whole, 8));
            case Boolean on -> joined(number(7, 4), number(on ? 1 : 0, 1));
            case Float real -> joined(number(6, 4), number(Float.floatToIntBits(real), 4));
            case String text -> joined(number(8, 4), text(text));
            case Texts(List<String> texts) ->
                list(8, texts.stream().map(GgufWriter::text).toList());
            case Numbers(List<Integer> numbers) ->
                list(5, numbers.stream().map(n -> number(n, 4)).toList());
            case Switches(List<Boolean> on) ->
                list(7, on.stream().map(s -> number(s ? 1 : 0, 1)).toList());
            case Zeros(int count) -> joined(number(9, 4), number(6, 4), number(count, 8), new byte[4 * count]);
            case Nested(int levels) -> joined(number(9, 4), nested(levels));
            case Raw(int type, int[] bytes) -> joined(number(type, 4), bytes(bytes));
            case Endless(long texts) -> joined(number(9, 4), number(8, 4), number(texts, 8));
            default -> throw new IllegalArgumentException("no such value: " + value);
        };
    }

    private static byte[] list(int type, List<byte[]> elements) {
        return joined(
                number(9, 4), number(type, 4), number(elements.size(), 8), joined(elements.toArray(byte[][]::new)));
    }

    private static byte[] nested(int levels) {
        byte[] list = joined(number(4, 4), number(0, 8));
        for (int i = 1; i < levels; i++) {
            list = joined(number(9, 4), number(1, 8), list);
        }
        return list;
    }

    private static byte[] bytes(int... unsigned) {
        byte[] bytes = new byte[unsigned.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) unsigned[i];
        }
        return bytes;
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return joined(number(bytes.length, 8), bytes);
    }

    private static byte[] number(long number, int bytes) {
        byte[] all = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        return Arrays.copyOf(all, bytes);
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
