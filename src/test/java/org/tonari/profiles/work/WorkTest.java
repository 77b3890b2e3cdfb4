package org.tonari.profiles.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonari.domain.comparison.Candidate;
import org.tonari.domain.comparison.Candidate.Visibility;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Pin;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.scenario.Workload;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;

class WorkTest {
    private static final Catalogue CATALOGUE = Catalogue.open(List.of());
    private static final Machine SPARK = found(CATALOGUE.machine("dgx-spark"));
    private static final Machine MINI = found(CATALOGUE.machine("mac-mini-m4-pro-64"));

    @Test
    void aFileGivesBackAnEqualComparison() {
        Setup setup = setup();
        Setup other = setup.withCaches(cache("q8_0"), cache("q4_0"))
                .withWorkload(Workload.DEFAULT.withContext(new Tokens(65_536)).withConcurrency(3))
                .withRuntime(new RuntimeChoice.Chosen(found(CATALOGUE.runtime("vllm"))))
                .withOverride("dgx-spark", "runtime.gpu_memory_utilization", 0.8)
                .withOverride("dgx-spark.2", "machine.memory.unified.bandwidth", 1.23456789012345678e11);
        Comparison comparison = Comparison.of(List.of(SPARK, MINI), other, Optional.of(new TokensPerSecond(20)))
                .withCandidates(all ->
                        all.with(SPARK, "dgx-spark").changed("mac-mini-m4-pro-64", one -> one.with(Visibility.HIDDEN)))
                .withCandidates(all -> all.changed(
                        "dgx-spark.2",
                        one -> one.withRuntime(Optional.of(found(CATALOGUE.runtime("sglang"))))
                                .withWeights(Optional.of(found(CATALOGUE.weights("fp8"))))))
                .withPins(List.of(new Pin('A', setup), new Pin('C', other)));

        WorkReader.Opened opened = opened(write(comparison));

        assertThat(opened.work()).isEqualTo(new Work(comparison, "matrix"));
        assertThat(opened.access()).isEqualTo(WorkReader.Access.WRITABLE);
        assertThat(opened.work().comparison().candidates().all())
                .extracting(Candidate::id)
                .containsExactly("dgx-spark", "dgx-spark.2", "mac-mini-m4-pro-64");
    }

    @Test
    void whatABuyerAskedComesBackWithTheFile() {
        Comparison asked = comparison(setup())
                .asking(questions -> questions
                        .withCost(questions
                                .cost()
                                .withElectricity(40)
                                .withCloudPrice(90)
                                .withUtilisation(0.25))
                        .withWish(questions.wish().withUse("always-on").withLimit(Limit.VOLUME_LITRES, 1.5)));

        assertThat(opened(write(asked)).work().comparison().questions()).isEqualTo(asked.questions());
    }

    @Test
    void theContextAskedForComesBackWhereTheModelAllowsLess() {
        Comparison shortened =
                comparison(setup().withModel(found(CATALOGUE.model("llama-2-7b")), found(CATALOGUE.weights("f16"))));

        assertThat(opened(write(shortened)).work().comparison()).isEqualTo(shortened);
        assertThat(shortened.setup().askedContext()).isEqualTo(Workload.DEFAULT.context());
    }

    @Test
    void aModelThatWasNotShippedTravelsInTheFile() {
        LanguageModel shipped = found(CATALOGUE.model("llama-3.1-8b"));
        LanguageModel own = found(CATALOGUE.model("qwen3-32b")).withLayers(0, 10);
        Comparison comparison = comparison(setup().withModel(own, found(CATALOGUE.weights("bf16"))));

        assertThat(opened(write(comparison)).work().comparison()).isEqualTo(comparison);
        assertThat(write(comparison(setup().withModel(shipped, found(CATALOGUE.weights("bf16"))))))
                .doesNotContain("\"profiles\"");
    }

    @Test
    void anUnknownMachineIsNamedWithItsPlaceAndTheNearest() {
        String text = write(comparison(setup())).replace("\"dgx-spark\"", "\"dgx-sparc\"");

        assertThat(new WorkReader(CATALOGUE).read("evening.tonari", text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.problem().sentence())
                                .startsWith(
                                        "evening.tonari: columns[0].machine: found \"dgx-sparc\", expected the id of a"
                                                + " known machine")
                                .contains("dgx-spark"));
    }

    @Test
    void aMisspeltFieldIsRefused() {
        String text = write(comparison(setup())).replace("\"page\"", "\"pge\"");

        assertThat(new WorkReader(CATALOGUE).read("evening.tonari", text).optional())
                .isEmpty();
    }

    @Test
    void aNewerFormatIsReadButNotWrittenOver() {
        String text = write(comparison(setup()))
                .replace("\"format\" : 1", "\"format\" : 2")
                .replace("\"page\"", "\"weather\" : \"fine\", \"page\"");

        WorkReader.Opened opened = opened(text);

        assertThat(opened.access()).isEqualTo(WorkReader.Access.READ_ONLY);
        assertThat(opened.work().comparison()).isEqualTo(comparison(setup()));
    }

    @Test
    void aNewerFormatThatMakesNoSenseSaysThatItIsNewer() {
        String text = write(comparison(setup()))
                .replace("\"format\" : 1", "\"format\" : 2")
                .replace("\"columns\"", "\"towers\"");

        assertThat(new WorkReader(CATALOGUE).read("evening.tonari", text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused ->
                                assertThat(refused.problem().sentence()).contains("2, of a newer Tonari", "columns"));
    }

    private static String write(Comparison comparison) {
        return new WorkWriter(CATALOGUE, "Tonari test").write(new Work(comparison, "matrix"));
    }

    private static WorkReader.Opened opened(String text) {
        return new WorkReader(CATALOGUE)
                .read("evening.tonari", text)
                .optional()
                .orElseThrow(() -> new AssertionError(text));
    }

    private static Comparison comparison(Setup setup) {
        return Comparison.of(List.of(SPARK, MINI), setup, Optional.empty());
    }

    private static Setup setup() {
        return new Setup(
                found(CATALOGUE.model("gpt-oss-120b")),
                found(CATALOGUE.weights("mxfp4")),
                cache("f16"),
                cache("f16"),
                new RuntimeChoice.Automatic(found(CATALOGUE.runtime("llama.cpp"))),
                Workload.DEFAULT,
                Map.of(),
                Map.of());
    }

    private static CacheFormat cache(String id) {
        return found(CATALOGUE.cache(id));
    }

    private static <T> T found(Lookup<T> lookup) {
        return lookup.optional().orElseThrow();
    }
}
