package org.tonari.engine.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.answer.Speed.Unpredicted;
import org.tonari.explain.MissingFact;

class PromptSpeedsTest {
    private static final PromptSpeeds.Answer FIRST = answer("first");
    private static final PromptSpeeds.Answer SECOND = answer("second");

    private final PromptSpeeds prompts = new PromptSpeeds();

    @Test
    void aPromptIsWorkedOutOnceWhileTheModelStandsWhereItIs() {
        assertThat(prompts.of(Placement.NONE, Evidence.B, () -> FIRST)).isSameAs(FIRST);
        assertThat(prompts.of(new Placement(0, 0), Evidence.B, () -> SECOND)).isSameAs(FIRST);
    }

    @Test
    void aModelThatMovesTakesAnotherTime() {
        prompts.of(Placement.NONE, Evidence.E, () -> FIRST);

        assertThat(prompts.of(new Placement(0, 1), Evidence.E, () -> SECOND)).isSameAs(SECOND);
        assertThat(prompts.of(new Placement(0, 1), Evidence.E, () -> FIRST)).isSameAs(SECOND);
        assertThat(prompts.of(Placement.NONE, Evidence.E, () -> FIRST)).isSameAs(FIRST);
    }

    @Test
    void otherEvidenceHasAnotherInterval() {
        prompts.of(Placement.NONE, Evidence.A, () -> FIRST);

        assertThat(prompts.of(Placement.NONE, Evidence.D, () -> SECOND)).isSameAs(SECOND);
        assertThat(prompts.of(Placement.NONE, Evidence.D, () -> FIRST)).isSameAs(SECOND);
    }

    private static PromptSpeeds.Answer answer(String which) {
        var nothing = new Unpredicted(new MissingFact(which, "a test"));
        return new PromptSpeeds.Answer(nothing, nothing);
    }
}
