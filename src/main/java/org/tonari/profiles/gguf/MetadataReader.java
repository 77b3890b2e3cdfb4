package org.tonari.profiles.gguf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tonari.explain.Phrase;

/// Reads metadata: keeps what describes a model and passes over the rest, such as the vocabulary.
final class MetadataReader {
    private static final long MOST_KEYS = 1 << 16;
    private static final int MOST_KEY_BYTES = 1 << 10;
    private static final int MOST_TEXT_BYTES = 1 << 12;
    private static final int MOST_LIST = 1 << 14;
    private static final long MOST_ELEMENTS = 1L << 40;
    private static final long MOST_WALKED = 1 << 24;
    private static final int MOST_LEVELS = 4;

    private final HeaderCursor cursor;
    private long walked;

    MetadataReader(HeaderCursor cursor) {
        this.cursor = cursor;
    }

    /// The types of values (`enum gguf_type`), in the order of their numbers.
    private enum Type {
        UINT8(1),
        INT8(1),
        UINT16(2),
        INT16(2),
        UINT32(4),
        INT32(4),
        FLOAT32(4),
        BOOL(1),
        STRING(0),
        ARRAY(0),
        UINT64(8),
        INT64(8),
        FLOAT64(8);

        private static final Type[] BY_NUMBER = values();

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        boolean isWhole() {
            return bytes > 0 && this != FLOAT32 && this != FLOAT64;
        }
    }

    /// @param file how the file is called in messages
    /// @param keys as many as the file says
    Metadata read(String file, long keys) {
        if (keys < 0 || keys > MOST_KEYS) {
            throw cursor.problem(
                    Phrase.of("{0} keys", Long.toUnsignedString(keys)), Phrase.of("at most {0}", MOST_KEYS));
        }
        Map<String, MetadataValue> values = new LinkedHashMap<>();
        for (long i = 0; i < keys; i++) {
            cursor.at(Phrase.of("key {0}", i));
            String key = cursor.text(MOST_KEY_BYTES);
            cursor.at(Phrase.verbatim(key));
            if (values.put(key, value(key, type())) != null) {
                throw cursor.problem(Phrase.of("the key {0} again", key), Phrase.of("each key once"));
            }
        }
        cursor.atNothing();
        return new Metadata(file, values);
    }

    private static Phrase elements(String count) {
        return Phrase.of("{0} elements", count);
    }

    private Type type() {
        long number = cursor.unsignedInt();
        if (number >= Type.BY_NUMBER.length) {
            throw cursor.problem(
                    Phrase.of("type {0}", number), Phrase.of("one of 0 to {0}", Type.BY_NUMBER.length - 1));
        }
        return Type.BY_NUMBER[(int) number];
    }

    private MetadataValue value(String key, Type type) {
        return switch (type) {
            case FLOAT32 -> new MetadataValue.Real(cursor.real());
            case FLOAT64 -> new MetadataValue.Real(cursor.wideReal());
            case BOOL -> new MetadataValue.Flag(cursor.unsignedByte() != 0);
            case STRING -> text();
            case ARRAY -> list(key);
            case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 -> new MetadataValue.Whole(whole(type));
        };
    }

    private long whole(Type type) {
        return switch (type) {
            case UINT8, BOOL -> cursor.unsignedByte();
            case INT8 -> cursor.signedByte();
            case UINT16 -> Short.toUnsignedLong(cursor.signedShort());
            case INT16 -> cursor.signedShort();
            case UINT32 -> cursor.unsignedInt();
            case INT32 -> cursor.signedInt();
            case UINT64, INT64 -> cursor.signedLong();
            case FLOAT32, FLOAT64, STRING, ARRAY -> throw new IllegalArgumentException("not whole: " + type);
        };
    }

    private MetadataValue text() {
        long length = cursor.textLength();
        if (length > MOST_TEXT_BYTES) {
            cursor.skip(length);
            return new MetadataValue.Skipped(1);
        }
        return new MetadataValue.Text(cursor.textOf((int) length));
    }

    private MetadataValue list(String key) {
        Type type = type();
        long count = cursor.count(MetadataReader::elements, MOST_ELEMENTS);
        if (!type.isWhole() || count > MOST_LIST || key.startsWith("tokenizer.")) {
            skip(type, count, 1);
            return new MetadataValue.Skipped(count);
        }
        var numbers = new ArrayList<Long>();
        for (long i = 0; i < count; i++) {
            numbers.add(whole(type));
        }
        return new MetadataValue.Wholes(numbers);
    }

    private void skip(Type type, long count, int level) {
        if (type.bytes > 0) {
            cursor.skip(count * type.bytes);
            return;
        }
        if (level > MOST_LEVELS) {
            throw cursor.problem(Phrase.of("lists in lists in lists"), Phrase.of("at most {0} levels", MOST_LEVELS));
        }
        walked += count;
        if (walked > MOST_WALKED) {
            throw cursor.problem(Phrase.of("more than {0} texts in lists", MOST_WALKED), Phrase.of("fewer"));
        }
        for (long i = 0; i < count; i++) {
            if (type == Type.STRING) {
                cursor.skip(cursor.textLength());
            } else {
                skip(type(), cursor.count(MetadataReader::elements, MOST_ELEMENTS), level + 1);
            }
        }
    }
}
