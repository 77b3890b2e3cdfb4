package org.tonari.evidence.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.evidence.Trial;
import org.tonari.evidence.trials.TrialResult.Gate;
import org.tonari.profiles.Catalogue;

class TrialsTest {
    private static final List<TrialResult> RESULTS = Trials.of(Catalogue.open(List.of()));

    @Test
    void linkedAndTrainingFiguresAreWithinAFifthByTheMedian() {
        assertThat(Trials.medianError(RESULTS, Trial.Kind.LINKED).orElseThrow()).isLessThanOrEqualTo(0.2);
        assertThat(Trials.medianError(RESULTS, Trial.Kind.TRAINING).orElseThrow())
                .isLessThanOrEqualTo(0.2);
    }

    @Test
    void ratesThatNeedMoreThanThePeakFailTheGate() {
        assertThat(RESULTS)
                .filteredOn(result -> result.gate().outcome() == Gate.Outcome.FAILED)
                .extracting(result -> result.trial().id())
                .containsExactlyInAnyOrder("flux-dev-4090", "nvidia-8b-lora", "nvidia-70b-qlora");
    }
}
