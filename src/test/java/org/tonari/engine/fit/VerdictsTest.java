package org.tonari.engine.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.answer.Verdict.Reason;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.machine.MemoryPool.Reserve;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.engine.memory.MemoryStacks;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// To the byte: where a verdict turns into the next.
class VerdictsTest {
    private static final Source TEST = Source.of(Source.Kind.YOURS, "a test");

    @Test
    void fitsWhileTheUpperEndFitsAndIsTightWhileTheExpectedDoes() {
        Scenario scenario = scenario();
        MemoryStack stack = MemoryStacks.of(scenario);
        long need = stack.required().bytes().count();
        long most = stack.requiredHigh().count();

        assertThat(verdict(on(scenario, most))).isEqualTo(new Verdict.Fits(new Bytes(most - need)));
        assertThat(verdict(on(scenario, most - 1))).isEqualTo(new Verdict.Tight(new Bytes(most - 1 - need)));
        assertThat(verdict(on(scenario, need))).isEqualTo(new Verdict.Tight(Bytes.ZERO));
        assertThat(verdict(on(scenario, need - 1)))
                .isEqualTo(new Verdict.DoesNotFit(new Bytes(1), Reason.CONTEXT_TOO_LONG));
    }

    @Test
    void theReasonIsTheContextUntilWeightsAndRuntimeAloneAreTooLarge() {
        Scenario scenario = scenario();
        MemoryStack stack = MemoryStacks.of(scenario);
        long fixed = stack.size(MemoryStack.Part.WEIGHTS)
                .plus(stack.size(MemoryStack.Part.RUNTIME))
                .count();
        long need = stack.required().bytes().count();

        assertThat(verdict(on(scenario, fixed)))
                .isEqualTo(new Verdict.DoesNotFit(new Bytes(need - fixed), Reason.CONTEXT_TOO_LONG));
        assertThat(verdict(on(scenario, fixed - 1)))
                .isEqualTo(new Verdict.DoesNotFit(new Bytes(need - fixed + 1), Reason.WEIGHTS_TOO_LARGE));
    }

    @Test
    void aMissingFactMakesTheVerdictUnknownUnlessWhatIsKnownIsTooLargeAlready() {
        LanguageModel undescribed =
                ShippedScenarios.CATALOGUE.model("deepseek-v4-flash").optional().orElseThrow();
        Scenario scenario = scenario().withModel(undescribed);
        long known = MemoryStacks.of(scenario).required().bytes().count();

        assertThat(verdict(on(scenario, known))).isInstanceOf(Verdict.Unknown.class);
        assertThat(verdict(on(scenario, known - 1))).isInstanceOf(Verdict.DoesNotFit.class);
    }

    @Test
    void whatSpillsIsWeightsAndCacheInHostMemory() {
        Scenario scenario = ShippedScenarios.of("hp-omen-45l-rtx-5090", "llama-3.3-70b", "q4_k_m");
        MemoryStack stack = MemoryStacks.of(scenario);
        MemoryStack.PoolStack host = stack.pools().getLast();

        assertThat(host.kind()).isEqualTo(MemoryPool.Kind.HOST);
        assertThat(Verdicts.of(scenario, stack))
                .isEqualTo(new Verdict.Spills(
                        host.size(MemoryStack.Part.WEIGHTS).plus(host.size(MemoryStack.Part.KV_CACHE))));
    }

    private static Verdict verdict(Scenario scenario) {
        return Verdicts.of(scenario, MemoryStacks.of(scenario));
    }

    private static Scenario scenario() {
        Scenario shipped = ShippedScenarios.of("strix-halo-128", "qwen3-8b", "q8_0");
        return shipped.withWorkload(shipped.workload().withContext(new Tokens(8_192)));
    }

    private static Scenario on(Scenario scenario, long bytes) {
        MemoryPool pool = scenario.machine()
                .primaryPool()
                .withCapacity(Sourced.known(new Bytes(bytes), TEST))
                .withSystemReserve(Sourced.known(new Reserve(Bytes.ZERO, Bytes.ZERO, Bytes.ZERO), TEST))
                .withLimit(new MemoryPool.Limit.None());
        return scenario.withMachine(scenario.machine().withPools(List.of(pool)));
    }
}
