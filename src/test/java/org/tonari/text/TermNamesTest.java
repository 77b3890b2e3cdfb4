package org.tonari.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Speed;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Alternatives;
import org.tonari.evidence.trials.TrialResult;
import org.tonari.evidence.trials.Trials;
import org.tonari.explain.Answer;
import org.tonari.explain.Term;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.requests.ScenarioWords;

class TermNamesTest {
    private static final List<String> MACHINES = List.of("dgx-spark", "hp-omen-45l-rtx-5090", "self-built-ddr5-192");
    private static final List<String> MODELS = List.of(
            "gpt-oss-120b",
            "deepseek-v3.2",
            "qwen3-next-80b-a3b",
            "qwen3.5-27b",
            "nemotron-3-nano-30b-a3b",
            "jamba-1.5-mini",
            "llama-4-scout",
            "gemma-4-e4b",
            "granite-4.0-h-small");
    private static final List<String> RUNTIMES = List.of("llama.cpp", "mlx", "vllm", "tensorrt-llm");

    private final TreeSet<String> ids = new TreeSet<>();

    @Test
    void everyNumberOfAnExplanationHasAName() {
        Catalogue catalogue = Catalogue.open(List.of());
        var estimator = new Estimator(catalogue.calibration(), Alternatives.NONE);
        var words = new ScenarioWords(catalogue, ModelFiles.none());

        for (String machine : MACHINES) {
            for (String model : MODELS) {
                for (String runtime : RUNTIMES) {
                    collect(estimator.estimate(
                            scenario(words, machine, model, runtime, "1", "on").scenario()));
                    collect(estimator.estimate(
                            scenario(words, machine, model, runtime, "4", "off").scenario()));
                }
            }
        }

        collectQuestions();
        Messages messages = Messages.in(Language.ENGLISH);
        ids.removeIf(id -> id.startsWith(Term.NAMED));
        ids.removeIf(id -> messages.found("term." + id).isPresent());
        assertThat(ids)
                .as("numbers without a name, term.… in the message files")
                .isEmpty();
    }

    private static ScenarioRequest scenario(
            ScenarioWords words, String machine, String model, String runtime, String users, String fused) {
        return words.read(
                        "test",
                        Map.of(
                                "machine", machine,
                                "model", model,
                                "runtime", runtime,
                                "weights", runtime.equals("llama.cpp") ? "q4_k_m" : "bf16",
                                "concurrency", users,
                                "flash_attention", fused),
                        Map.of())
                .optional()
                .orElseThrow();
    }

    private void collectQuestions() {
        for (TrialResult result : Trials.of(Catalogue.open(List.of()))) {
            result.projection().loads().forEach(load -> load.items().forEach(item -> collect(item.size())));
            result.projection().figures().forEach(figure -> {
                if (figure.value() instanceof Speed.Estimated estimated) {
                    collect(estimated.expected());
                }
            });
        }
    }

    private void collect(Estimate estimate) {
        MemoryStack memory = estimate.memory();
        memory.pools().forEach(pool -> {
            collect(pool.capacity());
            collect(pool.usable());
            collect(pool.keptFree());
            pool.slices().forEach(slice -> collect(slice.size()));
        });
        collect(memory.required());
        collect(memory.reserved());
        collect(estimate.fit().longestContext());
        collect(estimate.cost().joulesPerToken());
        estimate.speed().known().ifPresent(this::collect);
    }

    private void collect(Speed.Known speed) {
        collect(speed.stepTime());
        for (Speed.Prediction prediction :
                List.of(speed.decode(), speed.aggregate(), speed.prefill(), speed.firstToken())) {
            if (prediction instanceof Speed.Estimated estimated) {
                collect(estimated.expected());
            }
        }
    }

    private void collect(Answer answer) {
        answer.optional().ifPresent(this::collect);
    }

    private void collect(Term term) {
        ids.add(term.id());
        if (term instanceof Term.Derived derived) {
            derived.parts().forEach(this::collect);
        }
    }
}
