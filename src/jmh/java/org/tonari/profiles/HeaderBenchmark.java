package org.tonari.profiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.gguf.GgufModels;
import org.tonari.profiles.tree.Reading;

/// What reading a large header costs: that of a file of your own (`-Dbenchmark.args="Header -p file=model.gguf"`), or
/// of one with a vocabulary of 129,280 words and 1,024 tensors.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HeaderBenchmark {
    private static final int WORDS = 129_280;
    private static final int TENSORS = 1_024;
    private static final int TEXT = 8;
    private static final int LIST = 9;
    private static final int WHOLE = 4;
    private static final long ROW = 64;

    /// A GGUF file; empty for one that is made.
    @Param("")
    public String file = "";

    private Path read = Path.of("");

    /// Makes the file that is read.
    ///
    /// @throws IOException where it cannot be written
    @Setup
    public void prepare() throws IOException {
        read = file.isEmpty() ? made() : Path.of(file);
    }

    /// @return the answer, so that it is not optimised away
    @Benchmark
    public Reading<LanguageModel> header() {
        return GgufModels.read(read);
    }

    private static Path made() throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        number(out, 3, Integer.BYTES);
        number(out, TENSORS, Long.BYTES);
        number(out, 4, Long.BYTES);
        text(out, "general.architecture");
        number(out, TEXT, Integer.BYTES);
        text(out, "llama");
        whole(out, "llama.block_count", 1);
        whole(out, "llama.context_length", 4_096);
        text(out, "tokenizer.ggml.tokens");
        number(out, LIST, Integer.BYTES);
        number(out, TEXT, Integer.BYTES);
        number(out, WORDS, Long.BYTES);
        for (int i = 0; i < WORDS; i++) {
            text(out, "token" + i);
        }
        for (int i = 0; i < TENSORS; i++) {
            text(out, i == 0 ? "token_embd.weight" : "blk.0.tensor" + i + ".weight");
            number(out, 2, Integer.BYTES);
            number(out, ROW, Long.BYTES);
            number(out, ROW, Long.BYTES);
            number(out, 0, Integer.BYTES);
            number(out, i * ROW * ROW * Float.BYTES, Long.BYTES);
        }
        Path made = Files.createTempFile("header", ".gguf");
        made.toFile().deleteOnExit();
        Files.write(made, out.toByteArray());
        try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), out.size() + TENSORS * ROW * ROW * Float.BYTES + ROW);
        }
        return made;
    }

    private static void whole(ByteArrayOutputStream out, String key, long value) {
        text(out, key);
        number(out, WHOLE, Integer.BYTES);
        number(out, value, Integer.BYTES);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        number(out, text.length(), Long.BYTES);
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void number(ByteArrayOutputStream out, long number, int bytes) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        out.write(all, 0, bytes);
    }
}
