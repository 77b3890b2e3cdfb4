package org.tonari.engine.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Effect;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Compatibility.Question;
import org.tonari.domain.answer.Compatibility.Reply;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.answer.Compatibility.Step;
import org.tonari.domain.answer.CompatibilityRule;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;

/// Statements about a runtime on the bench, whose back end is `cuda`.
class DecisionsTest {
    private static final Scenario CUDA = scenario("llama.cpp");

    @Test
    void silenceAboutARuntimeThatRunsIsUnknown() {
        Compatibility silent = Compatibilities.of(CUDA, List.of());

        assertThat(silent.state()).isEqualTo(State.UNKNOWN);
        assertThat(questions(silent)).containsExactly("BACK_END YES", "FILES YES", "STATEMENT NO");
        assertThat(silent.path().getFirst().finding())
                .isEqualTo(new Finding.RunsThrough(CUDA.runtime().name(), "The Bench", "cuda"));
        assertThat(silent.path().get(1).finding())
                .isEqualTo(
                        new Finding.Reads(CUDA.runtime().name(), CUDA.weights().name()));
        assertThat(silent.why()).isInstanceOf(Finding.NothingStated.class);
    }

    @Test
    void withoutABackEndSilenceIsARefusalThatTheBackEndDecides() {
        InferenceRuntime plain = CUDA.runtime();
        var metal = new InferenceRuntime(
                plain.id(),
                plain.name(),
                plain.build(),
                List.of("metal"),
                plain.containers(),
                plain.allocation(),
                plain.overhead(),
                plain.uncertainty(),
                plain.source());
        Compatibility none = Compatibilities.of(CUDA.withRuntime(metal), List.of());

        assertThat(none.state()).isEqualTo(State.UNSUPPORTED);
        assertThat(questions(none)).startsWith("BACK_END NO");
        assertThat(none.why()).isEqualTo(new Finding.NoBackEnd(plain.name(), "The Bench"));
    }

    @Test
    void filesThatAreNotReadEndThePath() {
        var unread = CUDA.withRuntime(
                        ShippedScenarios.CATALOGUE.runtime("vllm").optional().orElseThrow())
                .withWeights(ShippedScenarios.CATALOGUE
                        .weights("mlx-4bit")
                        .optional()
                        .orElseThrow());
        Compatibility refused =
                Compatibilities.of(unread, List.of(rule(Set.of("sm_0"), Set.of(), State.NATIVE, "2026-01")));

        assertThat(refused.state()).isEqualTo(State.UNSUPPORTED);
        assertThat(questions(refused)).containsExactly("BACK_END YES", "FILES NO");
        assertThat(refused.why()).isInstanceOf(Finding.DoesNotRead.class);
    }

    @Test
    void ofEquallyNearStatementsTheNewestDecides() {
        CompatibilityRule older = rule(Set.of("sm_0"), Set.of(), State.NATIVE, "2025-12");
        CompatibilityRule newer = rule(Set.of("sm_0"), Set.of(), State.FALLBACK, "2026-01");

        for (List<CompatibilityRule> rules : List.of(List.of(older, newer), List.of(newer, older))) {
            Compatibility decided = Compatibilities.of(CUDA, rules);

            assertThat(decided.state()).isEqualTo(State.FALLBACK);
            assertThat(questions(decided))
                    .containsExactly("BACK_END YES", "FILES YES", "STATEMENT OVERRULED", "STATEMENT DECIDES");
        }
    }

    @Test
    void aNearerStatementDecidesHoweverOldItIs() {
        CompatibilityRule near = rule(Set.of(), Set.of("cuda"), State.UPCAST, "2020-01");
        CompatibilityRule far = rule(Set.of("sm_0"), Set.of(), State.NATIVE, "2026-01");

        assertThat(Compatibilities.of(CUDA, List.of(near, far)).state()).isEqualTo(State.UPCAST);
        assertThat(Compatibilities.of(CUDA, List.of(far, near)).state()).isEqualTo(State.UPCAST);
    }

    @Test
    void anEffectOnPromptsIsAStepOfThePath() {
        var slowed = new CompatibilityRule(
                "llama.cpp",
                Set.of("sm_0"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                State.UPCAST,
                new Finding.Stated("so it is", Map.of()),
                Effect.PROMPTS_AT_16_BIT_RATE,
                Compatibility.NOT_STATED,
                Bench.HAND);

        assertThat(Compatibilities.of(CUDA, List.of(slowed)).path())
                .last()
                .isEqualTo(new Step(
                        Question.SPEED, Reply.YES, new Finding.Speeds(Effect.PROMPTS_AT_16_BIT_RATE), Bench.HAND));
        assertThat(questions(Compatibilities.of(CUDA, List.of(rule(Set.of("sm_0"), Set.of(), State.UPCAST, "2026")))))
                .noneMatch(question -> question.startsWith("SPEED"));
    }

    private static List<String> questions(Compatibility compatibility) {
        return compatibility.path().stream()
                .map(step -> step.question() + " " + step.reply())
                .toList();
    }

    private static CompatibilityRule rule(Set<String> architectures, Set<String> backends, State state, String date) {
        return new CompatibilityRule(
                "llama.cpp",
                architectures,
                backends,
                Set.of(),
                Set.of(),
                Set.of(),
                state,
                new Finding.Stated("so it is", Map.of()),
                Effect.NONE,
                Compatibility.NOT_STATED,
                new Source(Source.Kind.VENDOR, "a page", date, ""));
    }

    private static Scenario scenario(String runtime) {
        return Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, 1_000)), Bench.model(Bench.layer(1, 1)), runtime);
    }
}
