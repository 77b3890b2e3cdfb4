package org.tonari.evidence.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonari.evidence.logs.ServerLog.Use;
import org.tonari.units.Bytes;

class ServerLogReaderTest {
    private static final double MIB = 1 << 20;

    /// Lines as llama.cpp v0.5.0 prints them.
    private static final String LOG = """
        llama_model_loader: loaded meta data with 22 key-value pairs and 111 tensors from /m/tiny.gguf (version GGUF V3 (latest))
        print_info: arch                  = llama
        load_tensors:   CPU_Mapped model buffer size =   473.10 MiB
        load_tensors:   CPU_REPACK model buffer size =   100.00 MiB
        load_tensors:        CUDA0 model buffer size =    26.90 MiB
        llama_context: constructing llama_context
        llama_context: n_seq_max             = 2
        llama_context: n_ctx                 = 4096
        llama_context: n_ctx_seq             = 2048
        llama_context: n_batch               = 2048
        llama_context: n_ubatch              = 512
        llama_context: flash_attn            = enabled
        llama_context: kv_unified            = false
        llama_context: n_outputs_max         = 512
        llama_context:        CPU  output buffer size =     0.12 MiB
        llama_kv_cache_iswa: creating non-SWA KV cache, size = 4096 cells
        llama_kv_cache:      CUDA0 KV buffer size =    24.00 MiB
        llama_kv_cache: size =   24.00 MiB (  4096 cells,  12 layers,  2/2 seqs), K (q8_0):   12.00 MiB, V (f16):   12.00 MiB
        llama_kv_cache:      CUDA0 KV buffer size =     8.00 MiB
        llama_memory_recurrent:        CPU RS buffer size =     1.50 MiB
        sched_reserve:      CUDA0 compute buffer size =   400.00 MiB
        sched_reserve:      CUDA0 compute buffer size =    66.50 MiB
        sched_reserve:        CPU compute buffer size =    10.00 MiB
        prompt eval time =     500.00 ms /  1000 tokens (    0.50 ms per token,  2000.00 tokens per second)
               eval time =    2000.00 ms /    40 runs   (   50.00 ms per token,    20.00 tokens per second)
        """;

    private static ServerLog read(String log) {
        return ServerLogReader.read(log.lines()).orElseThrow();
    }

    private static Bytes mebibytes(double count) {
        return new Bytes(Math.round(count * MIB));
    }

    @Test
    void buffersOfOneUseAddUpOverDevices() {
        ServerLog log = read(LOG);

        assertThat(log.modelFile()).contains("/m/tiny.gguf");
        assertThat(log.taken(Use.WEIGHTS)).contains(mebibytes(500));
        assertThat(log.taken(Use.KV_CACHE)).contains(mebibytes(32));
        assertThat(log.contextMemory()).contains(mebibytes(33.5));
    }

    @Test
    void theLastReservedGraphOfADeviceCounts() {
        assertThat(read(LOG).taken(Use.COMPUTE)).contains(mebibytes(76.5));
    }

    @Test
    void theWorkloadIsThatOfTheContext() {
        assertThat(read(LOG).scenarioWords())
                .containsEntry("context", "2048")
                .containsEntry("concurrency", "2")
                .containsEntry("ubatch", "512")
                .containsEntry("flash_attention", "on")
                .containsEntry("kv_unified", "off")
                .containsEntry("kv_k", "q8_0")
                .containsEntry("kv_v", "f16")
                .containsEntry("outputs", "all");
    }

    @Test
    void answeredRequestsAreTimed() {
        assertThat(read(LOG).speeds()).containsExactly(new ServerLog.Speed(1000, 2000, 40, 20));
    }

    @Test
    void aSecondModelTakesTheFirstOnesPlace() {
        ServerLog log = read(LOG + LOG.replace("473.10", "173.10").replace("tiny", "other"));

        assertThat(log.modelFile()).contains("/m/other.gguf");
        assertThat(log.taken(Use.WEIGHTS)).contains(mebibytes(200));
        assertThat(log.taken(Use.KV_CACHE)).contains(mebibytes(32));
    }

    @Test
    void otherTextsAreNoLog() {
        assertThat(ServerLogReader.read("hello\nworld".lines())).isEmpty();
        assertThat(ServerLogReader.read("x".repeat(1 << 20).lines())).isEmpty();
    }

    @Test
    void damagedLinesArePassedOver() {
        var random = new Random(20_261_121);
        for (int i = 0; i < 2_000; i++) {
            var damaged = new StringBuilder(LOG);
            for (int each = 0; each < 8; each++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(32, 127));
            }
            ServerLogReader.read(damaged.toString().lines())
                    .ifPresent(log -> assertThat(log.scenarioWords()).isNotEmpty());
        }
    }
}
