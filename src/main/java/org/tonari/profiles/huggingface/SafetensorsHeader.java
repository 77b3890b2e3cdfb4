package org.tonari.profiles.huggingface;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tonari.explain.Phrase;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.JsonFault;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads the header of a safetensors file, tensor by tensor: a length in eight bytes, then as much JSON. Reads no
/// weight. The format is described in the repository `huggingface/safetensors`.
final class SafetensorsHeader {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_DIMENSIONS = 8;
    private static final Map<String, Integer> BITS = Map.ofEntries(
            Map.entry("F64", 64),
            Map.entry("I64", 64),
            Map.entry("U64", 64),
            Map.entry("C64", 64),
            Map.entry("F32", 32),
            Map.entry("I32", 32),
            Map.entry("U32", 32),
            Map.entry("F16", 16),
            Map.entry("BF16", 16),
            Map.entry("I16", 16),
            Map.entry("U16", 16),
            Map.entry("I8", 8),
            Map.entry("U8", 8),
            Map.entry("BOOL", 8),
            Map.entry("F8_E4M3", 8),
            Map.entry("F8_E5M2", 8),
            Map.entry("F8_E8M0", 8));
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MOST_BYTES)
                    .maxNestingDepth(MOST_DIMENSIONS)
                    .maxStringLength(1 << 20)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ByteSource source;
    private final Consumer<Tensor> tensors;
    private final long room;

    /// An entry of the header.
    ///
    /// @param name  of the tensor
    /// @param dtype type of its elements
    /// @param shape its dimensions
    /// @param bytes what it takes in the file
    record Tensor(String name, String dtype, List<Long> shape, long bytes) {
        Tensor {
            shape = List.copyOf(shape);
        }

        /// @return how many elements there are, packed ones counted as one
        long elements() {
            return shape.stream().reduce(1L, Math::multiplyExact);
        }
    }

    private SafetensorsHeader(ByteSource source, Consumer<Tensor> tensors, long room) {
        this.source = source;
        this.tensors = tensors;
        this.room = room;
    }

    /// @param tensors is given every tensor of the file
    /// @throws ProfileException where the file is no safetensors file or cut short
    static void read(ByteSource source, Consumer<Tensor> tensors) {
        try {
            long size = source.size();
            long length = size < Long.BYTES ? -1 : bytes(source, 0, Long.BYTES).getLong();
            if (length < 2 || length > MOST_BYTES || length > size - Long.BYTES) {
                Phrase found = Phrase.of("a header of {0} bytes in a file of {1}", Long.toUnsignedString(length), size);
                throw problem(
                        source,
                        Phrase.of("byte {0}", 0),
                        found,
                        Phrase.of("a header within the file, at most {0}", MOST_BYTES));
            }
            ByteBuffer header = bytes(source, Long.BYTES, (int) length);
            new SafetensorsHeader(source, tensors, size - Long.BYTES - length).read(header);
        } catch (JacksonException broken) {
            throw problem(source, Phrase.of("header"), JsonFault.of(broken), Phrase.of("a table of tensors in JSON"));
        } catch (IOException unreadable) {
            throw new ProfileException(ProfileProblem.unreadable(source.name(), unreadable));
        }
    }

    private static ByteBuffer bytes(ByteSource source, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (source.read(position + bytes.position(), bytes) < 0) {
                throw problem(
                        source,
                        Phrase.of("byte {0}", position),
                        Phrase.of("the end of the file"),
                        Phrase.of("{0} bytes", count));
            }
        }
        return bytes.flip();
    }

    private void read(ByteBuffer header) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), header.array(), 0, header.limit())) {
            require(parser.nextToken() == JsonToken.START_OBJECT, "header", Phrase.of("no object"));
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                require(parser.nextToken() == JsonToken.START_OBJECT, name, Phrase.of("no object"));
                if (name.equals("__metadata__")) {
                    parser.skipChildren();
                } else {
                    tensors.accept(tensor(name, parser));
                }
            }
        }
    }

    private Tensor tensor(String name, JsonParser parser) {
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "dtype" -> {
                    require(value == JsonToken.VALUE_STRING, name, Phrase.of("no name of a type"));
                    dtype = parser.getString();
                }
                case "shape" -> shape = numbers(name, parser);
                case "data_offsets" -> offsets = numbers(name, parser);
                default -> parser.skipChildren();
            }
        }
        require(offsets.size() == 2, name, Phrase.of("no begin and end"));
        long begin = offsets.getFirst();
        long end = offsets.getLast();
        require(begin <= end && end <= room, name, Phrase.of("bytes {0} to {1} of {2}", begin, end, room));
        return checked(new Tensor(name, dtype, shape, end - begin));
    }

    private Tensor checked(Tensor tensor) {
        Integer bits = BITS.get(tensor.dtype());
        try {
            boolean fits = bits == null || Math.multiplyExact(tensor.elements(), bits) == 8 * tensor.bytes();
            require(
                    fits,
                    tensor.name(),
                    Phrase.of("{0} bytes for {1} of {2}", tensor.bytes(), tensor.shape(), tensor.dtype()));
        } catch (ArithmeticException _) {
            require(false, tensor.name(), Phrase.of("a tensor of {0}", tensor.shape()));
        }
        return tensor;
    }

    private List<Long> numbers(String name, JsonParser parser) {
        require(parser.currentToken() == JsonToken.START_ARRAY, name, Phrase.of("no list of numbers"));
        var numbers = new ArrayList<Long>();
        while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            require(numbers.size() < MOST_DIMENSIONS, name, Phrase.of("a long list of numbers"));
            numbers.add(parser.getLongValue());
            require(
                    numbers.getLast() >= 0,
                    name,
                    Phrase.verbatim(numbers.getLast().toString()));
        }
        require(parser.currentToken() == JsonToken.END_ARRAY, name, Phrase.of("no list of whole numbers"));
        return numbers;
    }

    private void require(boolean holds, String place, Phrase found) {
        if (!holds) {
            throw problem(
                    source,
                    Phrase.verbatim(place),
                    found,
                    Phrase.of(
                            "a tensor with {0} within the file",
                            Phrase.of("{0} and {1}", "dtype, shape", "data_offsets")));
        }
    }

    private static ProfileException problem(ByteSource source, Phrase place, Phrase found, Phrase expected) {
        return new ProfileException(new ProfileProblem(source.name(), place, found, expected));
    }
}
