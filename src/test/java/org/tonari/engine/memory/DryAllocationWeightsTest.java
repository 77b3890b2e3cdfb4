package org.tonari.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonari.domain.model.Attention.LatentAttention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.runtime.WeightFormat.Container;
import org.tonari.domain.runtime.WeightFormat.LayerSelection;
import org.tonari.domain.runtime.WeightFormat.ModelCondition;
import org.tonari.domain.runtime.WeightFormat.Rule;
import org.tonari.explain.Source;
import org.tonari.profiles.ShippedModels;

/// The bytes of all tensors of files that llama.cpp loaded, each class of tensors in one stated type.
final class DryAllocationWeightsTest {
    private static final Source SOURCE = Source.of(Source.Kind.MEASURED, "llama.cpp v0.5.0");
    private static final Map<String, BlockFormat> BLOCKS = Map.of(
            "F32", new BlockFormat("f32", 1, 4),
            "F16", new BlockFormat("f16", 1, 2),
            "Q8_0", new BlockFormat("q8_0", 32, 34),
            "Q4_0", new BlockFormat("q4_0", 32, 18),
            "Q4_K", new BlockFormat("q4_k", 256, 144),
            "Q6_K", new BlockFormat("q6_k", 256, 210),
            "MXFP4", new BlockFormat("mxfp4", 32, 17));

    private record Loaded(
            String model, long tensorBytes, String weight, String embedding, String expert, String keyUp) {
        static Loaded of(String line) {
            String[] cells = line.split(",", -1);
            return new Loaded(cells[0], Long.parseLong(cells[2]), cells[3], cells[4], cells[5], cells[6]);
        }

        WeightFormat format() {
            var rules = new ArrayList<Rule>();
            rules.add(rule("F32", TensorRole.SMALL, TensorRole.ROUTER));
            if (!embedding.isEmpty()) {
                rules.add(rule(embedding, TensorRole.TOKEN_EMBEDDING, TensorRole.OUTPUT_HEAD));
            }
            if (!expert.isEmpty()) {
                rules.add(rule(expert, TensorRole.EXPERT_GATE, TensorRole.EXPERT_UP, TensorRole.EXPERT_DOWN));
            }
            rules.add(rule(weight));
            return new WeightFormat(
                    "test", "test", Set.of(Container.GGUF), "4bit", Map.of(), rules, Optional.empty(), SOURCE);
        }
    }

    private static Rule rule(String type, TensorRole... roles) {
        return new Rule(Set.of(roles), LayerSelection.ALL, ModelCondition.ANY, BLOCKS.get(type));
    }

    static Stream<Loaded> loaded() throws IOException {
        Path path =
                Path.of(System.getProperty("project.directory", "."), "src/test/resources/dry-allocations/models.csv");
        List<String> lines = Files.readAllLines(path);
        return lines.subList(1, lines.size()).stream().map(Loaded::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("loaded")
    void weightsAreThoseLlamaCppLoadedToTheByte(Loaded loaded) {
        LanguageModel model = ShippedModels.dryAllocation(loaded.model());

        long computed = WeightBytes.of(model, loaded.format()).total().count();

        assertThat(computed + keyUpDifference(loaded, model)).isEqualTo(loaded.tensorBytes());
    }

    /// Files with latent attention keep the up-projection of keys, `plain size × latent rank` a head, in a type of
    /// its own.
    private static long keyUpDifference(Loaded loaded, LanguageModel model) {
        if (loaded.keyUp().isEmpty()) {
            return 0;
        }
        var latent = (LatentAttention) model.layer(0).attention();
        var keyUp = new WeightTensor(TensorRole.LATENT_UP, latent.plainSize(), latent.latentRank(), latent.heads());
        long stored = WeightRules.bytes(keyUp, BLOCKS.get(loaded.keyUp())).count();
        long assumed = WeightRules.bytes(keyUp, BLOCKS.get(loaded.weight())).count();
        return model.layers() * (stored - assumed);
    }
}
