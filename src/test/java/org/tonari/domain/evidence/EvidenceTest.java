package org.tonari.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonari.domain.Parts;
import org.tonari.domain.evidence.Calibration.Entry;
import org.tonari.domain.evidence.Calibration.Scope;
import org.tonari.domain.evidence.Reach.Activity;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.Processor;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.ShippedScenarios;
import org.tonari.explain.Source;

/// Which fit or measured row speaks of a scenario.
class EvidenceTest {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "a test");
    private static final Scenario SCENARIO = ShippedScenarios.of("dgx-spark", "gpt-oss-20b", "mxfp4");
    private static final Machine MACHINE = SCENARIO.machine();

    private static Entry entry(Scope scope, String key, String runtime) {
        return new Entry(scope, key, runtime, "", Map.of(), 1, List.of(), SOURCE);
    }

    @Test
    void fitsAreAskedFromTheMachineOutwards() {
        Processor processor = Parts.with(MACHINE.processor(), "calibratedAs", "twin");
        Machine machine = Parts.with(MACHINE, "processor", processor);
        Entry own = entry(Scope.MACHINE, machine.id(), "llama.cpp");
        Entry twin = entry(Scope.MACHINE, "twin", "llama.cpp");
        Entry generation = entry(Scope.GENERATION, processor.generation(), "llama.cpp");
        Entry kind = entry(Scope.CLASS, processor.calibrationClass(), "llama.cpp");
        Entry runtime = entry(Scope.RUNTIME, "", "llama.cpp");
        Entry overall = entry(Scope.OVERALL, "", "");
        var strangers = List.of(
                entry(Scope.MACHINE, machine.id(), "vllm"),
                entry(Scope.CLASS, "another", "llama.cpp"),
                entry(Scope.RUNTIME, "", "vllm"));
        var entries = Stream.concat(strangers.stream(), Stream.of(overall, runtime, kind, generation, twin, own))
                .toList();
        InferenceRuntime llama = SCENARIO.runtime();

        assertThat(new Calibration(entries, List.of()).nearestFirst(machine, llama))
                .containsExactly(own, generation, kind, runtime, overall);
        assertThat(new Calibration(List.of(overall, twin), List.of()).nearestFirst(machine, llama))
                .containsExactly(twin, overall);
        assertThat(new Calibration(strangers, List.of()).nearestFirst(machine, llama))
                .isEmpty();
    }

    @Test
    void aReachedShareOfTheMachinesOwnKindCountsBeforeThatOfAll() {
        var all = new Reach.Entry(Activity.GENERATE, "", "bf16", 0.3, 1, SOURCE);
        var ours = new Reach.Entry(Activity.GENERATE, "blackwell", "bf16", 0.4, 1, SOURCE);
        var reach = new Reach(List.of(all, ours));

        assertThat(reach.of(Activity.GENERATE, "blackwell", "bf16")).contains(ours);
        assertThat(new Reach(List.of(ours, all)).of(Activity.GENERATE, "blackwell", "bf16"))
                .contains(ours);
        assertThat(reach.of(Activity.GENERATE, "apple", "bf16")).contains(all);
        assertThat(reach.of(Activity.GENERATE, "blackwell", "fp8")).isEmpty();
        assertThat(reach.of(Activity.TRAIN_FULL, "blackwell", "bf16")).isEmpty();
    }

    private static Measurement row() {
        Measurement row = ShippedScenarios.CATALOGUE.measurements().getFirst();
        row = Parts.with(Parts.with(row, "machine", MACHINE.id()), "runtime", "llama.cpp");
        row = Parts.with(Parts.with(row, "model", SCENARIO.model().id()), "weights", "mxfp4");
        row = Parts.with(Parts.with(row, "cache", "f16"), "concurrency", 1);
        return Parts.with(Parts.with(row, "decode", 0.1), "decodeUse", Measurement.Use.CHECK);
    }

    @Test
    void aRowMeasuresAScenarioThatIsTheSameInAllItsParts() {
        assertThat(row().isDecodeOf(SCENARIO)).isTrue();
        assertThat(Parts.with(row(), "decode", 0.0).isDecodeOf(SCENARIO)).isFalse();
        assertThat(Parts.with(row(), "concurrency", 2).isDecodeOf(SCENARIO)).isFalse();
        assertThat(Parts.with(row(), "decodeUse", Measurement.Use.EXCLUDED).isDecodeOf(SCENARIO))
                .isFalse();
        for (String part : List.of("machine", "runtime", "model", "weights", "cache")) {
            assertThat(Parts.with(row(), part, "another").isDecodeOf(SCENARIO))
                    .as(part)
                    .isFalse();
        }
    }

    @Test
    void rowsOfOneSourceOnOneMachineAreAGroup() {
        Measurement row = Parts.with(Parts.with(row(), "sourceKey", "source"), "backend", "cuda");

        assertThat(Parts.with(row, "buildBand", "b1").group())
                .isEqualTo("source|dgx-spark|llama.cpp|cuda|b1|gpt-oss-20b|mxfp4");
    }
}
