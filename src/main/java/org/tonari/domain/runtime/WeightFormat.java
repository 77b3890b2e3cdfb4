package org.tonari.domain.runtime;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.model.TensorRole;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;

/// How a model's weights are stored: a block format for each tensor, chosen by its role and its layer.
///
/// A block format with a fallback runs along the rows of a matrix, and where a row does not fill whole blocks the
/// fallback is taken instead. One without a fallback runs over the matrix as a whole.
///
/// @param id           such as `q4_k_m`
/// @param name         as shown, such as `Q4_K_M`
/// @param containers   what kinds of file carry it, at least one
/// @param kernelFamily which kernels read most of it: `16bit`, `8bit`, `kquant`, `4bit` or `fp4`
/// @param fallbacks    for a block format whose length does not divide a row, by id, the one taken instead
/// @param rules        tried in order; the first whose conditions hold decides. The last one always holds
/// @param quality      what it costs in quality, where a source states it
/// @param source       who states the layout
public record WeightFormat(
        String id,
        String name,
        Set<Container> containers,
        String kernelFamily,
        Map<String, BlockFormat> fallbacks,
        List<Rule> rules,
        Optional<QualityLoss> quality,
        Source source) {

    /// What kind of file carries a format; runtimes read some and not others.
    public enum Container {
        GGUF,
        SAFETENSORS,
        MLX
    }

    /// One choice of a block format.
    ///
    /// @param roles     the tensors it is about; all where empty
    /// @param layers    the layers it is about
    /// @param condition the models it is about
    /// @param block     the format taken
    public record Rule(Set<TensorRole> roles, LayerSelection layers, ModelCondition condition, BlockFormat block) {
        public Rule {
            roles = Set.copyOf(roles);
            Objects.requireNonNull(layers);
            Objects.requireNonNull(condition);
            Objects.requireNonNull(block);
        }

        /// @return whether the rule is about tensors in this role
        public boolean isAbout(TensorRole role) {
            return roles.isEmpty() || roles.contains(role);
        }

        /// @return whether the rule holds for every tensor of every model
        public boolean holdsAlways() {
            return roles.isEmpty() && layers == LayerSelection.ALL && condition == ModelCondition.ANY;
        }
    }

    /// Which layers a rule is about, in llama.cpp's own terms (`src/llama-quant.cpp`).
    public enum LayerSelection {
        ALL,
        /// The first eighth, the last eighth, and every third between (`use_more_bits`).
        MORE_BITS,
        /// The first eighth.
        FIRST_EIGHTH,
        /// The first sixteenth.
        FIRST_SIXTEENTH,
        FIRST_TWO,
        FIRST_FOUR,
        /// Each layer that stands right before one with attention, as recipes for hybrid models have it.
        BEFORE_ATTENTION
    }

    /// Which models a rule is about.
    public enum ModelCondition {
        ANY,
        /// The output head reuses the embedding.
        TIED_HEAD,
        /// Exactly eight experts.
        EIGHT_EXPERTS,
        /// Eighty layers: llama.cpp's test for a 70B model.
        SEVENTY_B,
        /// At least four query heads share a key/value head in the first layer.
        GROUPED_BY_FOUR,
        /// Published with its experts in MXFP4, which quantising again leaves alone.
        PUBLISHED_IN_MXFP4
    }

    public WeightFormat {
        containers = Set.copyOf(containers);
        fallbacks = Map.copyOf(fallbacks);
        rules = List.copyOf(rules);
        if (containers.isEmpty()) {
            throw new Refused("{0} needs at least one container", id);
        }
        if (rules.isEmpty() || !rules.getLast().holdsAlways()) {
            throw new Refused("{0} needs a last rule that always holds", id);
        }
    }

    /// @return whether a runtime reads a kind of file that carries this format
    public boolean isReadBy(InferenceRuntime runtime) {
        return !Collections.disjoint(runtime.containers(), containers);
    }
}
