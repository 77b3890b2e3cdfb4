package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.compute.ComputeBuffer;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;

/// Against what llama.cpp v0.5.0 (de3ff815) itself allocates without weights, on its CPU back end: not a byte apart.
class DryAllocationsTest {
    private static final List<Map<String, String>> ROWS = DryRows.of("/dry-allocations/rows.csv");

    /// Larger shapes and odd settings, kept back while the replay was worked out.
    private static final List<Map<String, String>> HELD_OUT = DryRows.of("/dry-allocations/held-out.csv");

    /// Small shapes of more families.
    private static final List<Map<String, String>> FAMILIES = DryRows.of("/dry-allocations/families.csv");

    @Test
    void computeBuffersEqualLlamasOwn() {
        List<Map<String, String>> accepted = accepted(ROWS);

        assertThat(accepted).hasSize(4_388);
        assertThat(differing(accepted, "compute_bytes", DryAllocationsTest::compute))
                .isEmpty();
    }

    @Test
    void computeBuffersOfShapesKeptBackEqualLlamasOwn() {
        assertThat(HELD_OUT).hasSizeGreaterThan(500);
        assertThat(differing(HELD_OUT, "compute_bytes", DryAllocationsTest::compute))
                .isEmpty();
    }

    @Test
    void computeBuffersOfMoreFamiliesEqualLlamasOwn() {
        assertThat(FAMILIES).hasSizeGreaterThan(500);
        assertThat(differing(FAMILIES, "compute_bytes", DryAllocationsTest::compute))
                .isEmpty();
    }

    @Test
    void cachesAndStatesEqualLlamasOwn() {
        assertThat(differing(accepted(ROWS), "kv_bytes", DryAllocationsTest::cacheAndState))
                .isEmpty();
    }

    @Test
    void refusesWhatLlamaRefusesAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : ROWS) {
            boolean refused = Refusals.of(DryScenarios.of(row)).isPresent();
            if (refused == row.get("error").isEmpty()) {
                wrong.add(row.toString());
            }
        }

        assertThat(ROWS.size() - accepted(ROWS).size()).isEqualTo(64);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theTreeAddsUpToTheSize() {
        for (int i = 0; i < ROWS.size(); i += 97) {
            Scenario scenario = DryScenarios.of(ROWS.get(i));

            assertThat(known(ComputeBuffer.of(scenario)).bytes()).isEqualTo(ComputeBuffer.size(scenario));
        }
    }

    private static List<Map<String, String>> accepted(List<Map<String, String>> rows) {
        return rows.stream().filter(row -> row.get("error").isEmpty()).toList();
    }

    private static List<String> differing(
            List<Map<String, String>> rows, String column, ToLongFunction<Scenario> engine) {
        List<String> wrong = new ArrayList<>();
        for (Map<String, String> row : rows) {
            long ours = engine.applyAsLong(DryScenarios.of(row));
            if (ours != Long.parseLong(row.get(column))) {
                wrong.add(ours + " for " + row);
            }
        }
        return wrong;
    }

    private static long compute(Scenario scenario) {
        return ComputeBuffer.size(scenario).count();
    }

    private static long cacheAndState(Scenario scenario) {
        long state =
                RecurrentState.of(scenario, Float.BYTES, Leaf.LLAMA_CPP).bytes().count();
        return known(LlamaCache.of(scenario)).bytes().count() + state;
    }

    private static Term known(Answer answer) {
        return answer.optional().orElseThrow();
    }
}
