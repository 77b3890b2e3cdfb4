package org.tonari.profiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages bytes as broken disks, broken programs and people with bad intentions do.
public enum Mutation {
    FLIP {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            byte[] damaged = bytes.clone();
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return damaged;
        }
    },
    TRUNCATE {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    /// A count, length, offset or size that makes no sense.
    ABSURD {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            byte[] damaged = bytes.clone();
            long number = NUMBERS.get(random.nextInt(NUMBERS.size()));
            int width = random.nextBoolean() ? Long.BYTES : Integer.BYTES;
            byte[] written = ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(number)
                    .array();
            System.arraycopy(written, 0, damaged, random.nextInt(damaged.length - width), width);
            return damaged;
        }
    },
    REMOVE {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            int from = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(1, 64), bytes.length - from);
            byte[] damaged = Arrays.copyOf(bytes, bytes.length - length);
            System.arraycopy(bytes, from + length, damaged, from, bytes.length - from - length);
            return damaged;
        }
    },
    /// A stretch of bytes again and again, so that structures nest or repeat.
    REPEAT {
        @Override
        byte[] apply(byte[] bytes, RandomGenerator random) {
            int length = Math.min(random.nextInt(1, 24), bytes.length);
            int from = random.nextInt(bytes.length - length + 1);
            int times = random.nextInt(1, 2_000);
            ByteBuffer damaged =
                    ByteBuffer.allocate(bytes.length + times * length).put(bytes, 0, from);
            for (int i = 0; i < times; i++) {
                damaged.put(bytes, from, length);
            }
            return damaged.put(bytes, from, bytes.length - from).array();
        }
    };

    private static final List<Long> NUMBERS = List.of(
            0L,
            1L,
            -1L,
            9L,
            255L,
            1L << 16,
            1L << 24,
            (1L << 31) - 1,
            1L << 31,
            1L << 32,
            1L << 40,
            1L << 62,
            Long.MAX_VALUE,
            Long.MIN_VALUE);

    abstract byte[] apply(byte[] bytes, RandomGenerator random);

    /// How many inputs a test damages: few enough for every build, more where a person asks for more.
    public static int rounds(int usual) {
        return Integer.getInteger("tonari.mutations", usual);
    }

    /// @return the bytes damaged in one to three ways
    public static byte[] damage(byte[] bytes, RandomGenerator random) {
        byte[] damaged = bytes;
        for (int i = random.nextInt(1, 4); i > 0 && damaged.length > 16; i--) {
            damaged = values()[random.nextInt(values().length)].apply(damaged, random);
        }
        return damaged;
    }
}
