package org.tonari.evidence.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tonari.domain.Trial;
import org.tonari.evidence.trials.TrialResult.Gate;
import org.tonari.profiles.Catalogue;

class TrialsTest {
    private static final List<TrialResult> RESULTS = Trials.of(Catalogue.open(List.of()));

    @Test
    void printed() {
        for (TrialResult r : RESULTS) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-36s %-13s %12.4g %12.4g %6.1f%% %s %s  %s",
                    r.trial().id(),
                    r.trial().quantity(),
                    r.trial().value(),
                    r.estimate().map(t -> t.value().magnitude()).orElse(Double.NaN),
                    100 * r.difference().orElse(Double.NaN),
                    r.trial().use(),
                    r.gate(),
                    r.projection().verdict()));
        }
        for (Trial.Kind kind : Trial.Kind.values()) System.out.println(kind + " " + Trials.medianError(RESULTS, kind));
    }

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
