package org.tonari.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Outcome.Ended;
import org.tonari.engine.ShippedScenarios;
import org.tonari.evidence.Attempts.Attempt;

class AttemptsTest {
    private static final List<Attempt> ATTEMPTS = Attempts.of(ShippedScenarios.CATALOGUE, ShippedScenarios.estimator());

    @Test
    void noneOfThirtyCasesThatRanOutOfMemoryIsCalledAFit() {
        List<Attempt> failed = ATTEMPTS.stream()
                .filter(attempt -> attempt.ended() == Ended.OUT_OF_MEMORY)
                .toList();

        assertThat(failed).hasSizeGreaterThanOrEqualTo(30);
        assertThat(failed).noneMatch(attempt -> attempt.verdict() instanceof Verdict.Fits);
    }

    @Test
    void nineOfTenMeasuredRunsAreCalledAFitOrTight() {
        List<Attempt> ran = ATTEMPTS.stream()
                .filter(attempt -> attempt.ended() == Ended.RAN)
                .toList();

        long accepted = ran.stream().filter(Attempt::agrees).count();

        assertThat(ran).hasSizeGreaterThan(200);
        assertThat((double) accepted / ran.size()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void everyPublishedAttemptNamesProfilesThatExist() {
        long published = ATTEMPTS.stream()
                .filter(attempt -> attempt.ended() == Ended.OUT_OF_MEMORY)
                .count();

        assertThat(published).isEqualTo(ShippedScenarios.CATALOGUE.outcomes().size());
    }
}
