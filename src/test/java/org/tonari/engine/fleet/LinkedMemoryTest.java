package org.tonari.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.machine.MemoryPool.Kind;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Question;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Bench;
import org.tonari.engine.ShippedScenarios;

/// Memory of two machines that hold a layer of 1 and one of 1,000 inner elements, 16 bytes each.
class LinkedMemoryTest {
    private static final NetworkLink LINK = new NetworkLink(
            "string", "a string", NetworkLink.ETHERNET, Bench.unstated("rate"), Bench.unstated("exchange"));

    @Test
    void eachMachineNeedsTheSumOfItsParts() {
        for (MemoryStack stack : linked(1, 1_000).stacks()) {
            long sum = stack.pools().getFirst().slices().stream()
                    .mapToLong(slice ->
                            slice.size().optional().orElseThrow().bytes().count())
                    .sum();

            assertThat(stack.required().bytes().count()).isEqualTo(sum).isPositive();
        }
    }

    @Test
    void theFullestMachineIsTheOneWithTheLargeLayerOnEitherEnd() {
        Fleet last = linked(1, 1_000);
        Fleet first = linked(1_000, 1);

        assertThat(last.fullest()).isSameAs(last.stacks().getLast());
        assertThat(first.fullest()).isSameAs(first.stacks().getFirst());
    }

    /// With one large enough for the small layer and not for the large one, the set does not fit.
    @Test
    void theFullestMachineDecidesTheVerdict() {
        long small = linked(1, 1_000).stacks().getFirst().required().bytes().count();

        assertThat(linked(small + 1_000, 1, 1_000).verdict().fits()).isFalse();
        assertThat(linked(small + (64L << 20), 1, 1_000).verdict().runs()).isTrue();
    }

    private static Fleet linked(long first, long second) {
        return linked(64L << 30, first, second);
    }

    private static Fleet linked(long bytes, long first, long second) {
        var model = Bench.model(Bench.layer(1, first), Bench.layer(1, second));
        Scenario scenario = Bench.scenario(Bench.machine(Bench.pool(Kind.UNIFIED, bytes)), model, "llama.cpp");
        var linking = new Linking(2, LINK.id(), Parallelism.PIPELINE);
        return Fleet.of(new Question.Linked(scenario, linking, LINK), ShippedScenarios.CATALOGUE.calibration());
    }
}
