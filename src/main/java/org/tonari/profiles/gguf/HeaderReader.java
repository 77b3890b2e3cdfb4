package org.tonari.profiles.gguf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.ByteSource;

/// Reads the header of one GGUF file, versions 2 and 3 (`gguf.md` of ggml). Reads no weight.
final class HeaderReader {
    private static final int MAGIC = 0x46554747;
    private static final long MOST_TENSORS = 1 << 17;
    private static final int MOST_NAME_BYTES = 1 << 9;
    private static final int MOST_DIMENSIONS = 4;
    private static final long USUAL_ALIGNMENT = 32;
    private static final long MOST_ALIGNMENT = 1 << 20;

    private final HeaderCursor cursor;
    private final String file;

    private HeaderReader(ByteSource source) {
        this.cursor = new HeaderCursor(source);
        this.file = source.name();
    }

    /// A line of the table of tensors, before it is known where weights begin.
    private record Line(GgufTensor tensor, long offset) {}

    /// @return the header of the file
    /// @throws ProfileException where the file is no GGUF, cut short, or beyond bounds
    static Header read(ByteSource source) {
        return new HeaderReader(source).read();
    }

    private Header read() {
        cursor.at(Phrase.of("start"));
        if (cursor.signedInt() != MAGIC) {
            throw cursor.problem(Phrase.of("other bytes"), Phrase.of("GGUF at the start of the file"));
        }
        requireVersion(cursor.signedInt());
        long tensorCount = cursor.count(HeaderReader::tensors, MOST_TENSORS);
        Metadata metadata = new MetadataReader(cursor).read(file, cursor.signedLong());
        long alignment = alignment(metadata);
        List<Line> lines = lines(tensorCount);
        long weights = Math.ceilDiv(cursor.position(), alignment) * alignment;
        for (Line line : lines) {
            requireRoom(line, weights, alignment);
        }
        return new Header(metadata, lines.stream().map(Line::tensor).toList(), weights);
    }

    private static Phrase tensors(String count) {
        return Phrase.of("{0} tensors", count);
    }

    private static Phrase elementsInRow(String count) {
        return Phrase.of("{0} elements in a row", count);
    }

    private static Phrase bytesToTensor(String count) {
        return Phrase.of("{0} bytes to the tensor", count);
    }

    private void requireVersion(int version) {
        if (Integer.reverseBytes(version) == 2 || Integer.reverseBytes(version) == 3) {
            throw cursor.problem(Phrase.of("a big-endian file"), Phrase.of("a little-endian file"));
        }
        if (version != 2 && version != 3) {
            throw cursor.problem(
                    Phrase.of("version {0}", Integer.toUnsignedString(version)), Phrase.of("version 2 or 3"));
        }
    }

    private static long alignment(Metadata metadata) {
        OptionalLong stated = metadata.whole("general.alignment", MOST_ALIGNMENT);
        long alignment = stated.orElse(USUAL_ALIGNMENT);
        if (Long.bitCount(alignment) != 1) {
            throw metadata.problem(
                    "general.alignment", Phrase.verbatim(Long.toString(alignment)), Phrase.of("a power of two"));
        }
        return alignment;
    }

    private List<Line> lines(long count) {
        var lines = new ArrayList<Line>();
        var names = new HashSet<String>();
        for (long i = 0; i < count; i++) {
            cursor.at(Phrase.of("tensor {0}", i));
            String name = cursor.text(MOST_NAME_BYTES);
            cursor.at(Phrase.of("tensor {0}", name));
            if (!names.add(name)) {
                throw cursor.problem(Phrase.of("the tensor again"), Phrase.of("each tensor once"));
            }
            lines.add(line(name));
        }
        return lines;
    }

    private Line line(String name) {
        long dimensions = cursor.unsignedInt();
        if (dimensions > MOST_DIMENSIONS) {
            throw cursor.problem(Phrase.of("{0} dimensions", dimensions), Phrase.of("at most {0}", MOST_DIMENSIONS));
        }
        var size = new ArrayList<Long>();
        for (long i = 0; i < dimensions; i++) {
            size.add(cursor.count(HeaderReader::elementsInRow, Long.MAX_VALUE));
        }
        long number = cursor.unsignedInt();
        TensorType type = TensorType.of(number)
                .orElseThrow(() ->
                        cursor.problem(Phrase.of("tensor type {0}", number), Phrase.of("a type ggml has (0 to 42)")));
        long bytes = bytes(size, type);
        return new Line(
                new GgufTensor(name, size, type, bytes), cursor.count(HeaderReader::bytesToTensor, Long.MAX_VALUE));
    }

    private long bytes(List<Long> size, TensorType type) {
        long row = size.isEmpty() ? 1 : size.getFirst();
        if (row % type.blockElements() != 0) {
            throw cursor.problem(
                    Phrase.of("rows of {0}", row), Phrase.of("a multiple of {0} for {1}", type.blockElements(), type));
        }
        try {
            long elements = 1;
            for (long along : size) {
                elements = Math.multiplyExact(elements, along);
            }
            return Math.multiplyExact(elements / type.blockElements(), type.blockBytes());
        } catch (ArithmeticException _) {
            throw cursor.problem(Phrase.of("a tensor of {0}", size), Phrase.of("one that a file can hold"));
        }
    }

    private void requireRoom(Line line, long weights, long alignment) {
        cursor.at(Phrase.of("tensor {0}", line.tensor().name()));
        if (line.offset() % alignment != 0) {
            throw cursor.problem(Phrase.of("offset {0}", line.offset()), Phrase.of("a multiple of {0}", alignment));
        }
        long room = cursor.size() - weights;
        if (line.offset() > room || line.tensor().bytes() > room - line.offset()) {
            throw cursor.problem(
                    Phrase.of("a file of {0} bytes, cut short", cursor.size()),
                    Phrase.of("{0} bytes at {1} after byte {2}", line.tensor().bytes(), line.offset(), weights));
        }
    }
}
