package org.tonari.engine.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonari.engine.Questions.answer;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Trial;
import org.tonari.units.Bytes;

class FleetTest {

    @ParameterizedTest(name = "{0} Sparks: {1}")
    @CsvSource({"2, false", "4, true"})
    void deepSeekInNvfp4NeedsFourSparksNotTwo(String machines, boolean fits) {
        Projection projection = linked(machines, "tensor", "deepseek-v3.2", "nvfp4", "vllm");

        assertThat(projection.verdict().fits()).isEqualTo(fits);
        assertThat(projection.figure(Measure.MACHINES_NEEDED).orElseThrow().value())
                .isEqualTo(4);
    }

    @ParameterizedTest(name = "{0} on {3} Sparks")
    @CsvSource({
        "gpt-oss-120b, mxfp4, vllm, 2",
        "gpt-oss-20b, mxfp4, llama.cpp, 2",
        "qwen3-235b-a22b, nvfp4, vllm, 2",
        "qwen3-30b-a3b, q4_k_m, llama.cpp, 4",
        "glm-4.5-air, q4_k_m, llama.cpp, 2",
        "deepseek-v3.2, nvfp4, vllm, 4"
    })
    void mixturesOfExpertsGainLittleFromTensorParallel(String model, String weights, String runtime, String machines) {
        Projection projection = linked(machines, "tensor", model, weights, runtime);

        assertThat(projection.figure(Measure.GAIN).orElseThrow().value()).isBetween(1.0, 1.3 + 1e-9);
    }

    @Test
    void aDenseModelGainsNearlyTwiceFromTwo() {
        Projection projection = linked("2", "tensor", "llama-3.3-70b", "fp8", "vllm");

        assertThat(projection.figure(Measure.GAIN).orElseThrow().value()).isBetween(1.7, 2.0);
    }

    @Test
    void aPipelineAddsMemoryNotSpeed() {
        Projection one = linked("1", "pipeline", "llama-3.3-70b", "fp8", "vllm");
        Projection four = linked("4", "pipeline", "llama-3.3-70b", "fp8", "vllm");

        assertThat(four.loads()).hasSize(4);
        assertThat(four.figure(Measure.GAIN).orElseThrow().value()).isCloseTo(1, within(0.01));
        assertThat(weights(four).stream().mapToLong(Bytes::count).sum())
                .isEqualTo(weights(one).getFirst().count());
        assertThat(weights(four))
                .allSatisfy(share -> assertThat(share.count())
                        .isBetween(
                                weights(one).getFirst().count() / 5,
                                weights(one).getFirst().count() / 3));
    }

    @Test
    void slowExchangesMakeTensorParallelSlowerThanOneMachine() {
        Projection projection = answer(
                Trial.Kind.LINKED,
                "machine",
                "dgx-spark",
                "machines_linked",
                "2",
                "link",
                "tcp-10gbe",
                "parallel",
                "tensor",
                "model",
                "gpt-oss-120b");

        assertThat(projection.figure(Measure.GAIN).orElseThrow().value()).isLessThan(1);
    }

    @Test
    void aLinkWithoutItsPortIsRefused() {
        Projection projection = answer(
                Trial.Kind.LINKED,
                "machine",
                "dgx-spark",
                "machines_linked",
                "2",
                "link",
                "thunderbolt-5-rdma",
                "model",
                "gpt-oss-20b");

        assertThat(projection.verdict()).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void everyPartOfAMemoryAddsUpToWhatIsRequired() {
        Projection projection = linked("2", "tensor", "gpt-oss-120b", "mxfp4", "llama.cpp");

        assertThat(projection.fullest().items().stream()
                        .flatMap(item -> item.size().optional().stream())
                        .mapToLong(term -> term.bytes().count())
                        .sum())
                .isEqualTo(projection.fullest().required().count());
    }

    private static List<Bytes> weights(Projection projection) {
        return projection.loads().stream()
                .map(load -> load.item(Part.WEIGHTS)
                        .orElseThrow()
                        .optional()
                        .orElseThrow()
                        .bytes())
                .toList();
    }

    private static Projection linked(String machines, String parallel, String model, String weights, String runtime) {
        return answer(
                Trial.Kind.LINKED,
                "machine",
                "dgx-spark",
                "machines_linked",
                machines,
                "link",
                "rdma-200gbe",
                "parallel",
                parallel,
                "model",
                model,
                "weights",
                weights,
                "runtime",
                runtime,
                "context",
                "32k");
    }
}
