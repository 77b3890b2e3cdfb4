package org.tonari.profiles.gguf;

import java.util.Optional;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.Attention.GatedDelta;
import org.tonari.domain.model.Attention.StateSpace;
import org.tonari.domain.model.Attention.StateSpace.Variant;
import org.tonari.explain.Refused;

/// Reads layers that keep a fixed state, and holds them against the sizes of the layer's convolution.
final class States {
    private static final String CONVOLUTION = "ssm_conv1d.weight";
    private static final String HEADS = "ssm.time_step_rank";

    private final Hyperparameters numbers;

    States(Hyperparameters numbers) {
        this.numbers = numbers;
    }

    /// @return the layer's recurrence, if it has one
    Optional<Attention> of(LayerTensors layer) {
        if (layer.has("ssm_conv1d_q.weight")) {
            return Optional.of(kimiDelta(layer));
        }
        if (!layer.has(CONVOLUTION)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (numbers.architecture()) {
                    case "qwen3next", "qwen35", "qwen35moe" -> gatedDelta(layer);
                    default -> layer.has("ssm_x.weight") ? firstMamba(layer) : secondMamba(layer);
                });
    }

    /// Kimi delta attention: keys and values of one size, each convolved apart.
    private GatedDelta kimiDelta(LayerTensors layer) {
        long heads = numbers.needed("attention.head_count", layer.index());
        long size = numbers.needed("kda.head_dim");
        return new GatedDelta(heads, heads, size, size, numbers.needed("ssm.conv_kernel"));
    }

    private GatedDelta gatedDelta(LayerTensors layer) {
        long values = numbers.needed(HEADS);
        long size = numbers.needed("ssm.state_size");
        long inner = numbers.needed("ssm.inner_size");
        long keys = numbers.needed("ssm.group_count");
        requireChannels(layer, inner + 2 * Math.multiplyExact(keys, size));
        return new GatedDelta(keys, values, size, values == 0 ? 0 : inner / values, numbers.needed("ssm.conv_kernel"));
    }

    private StateSpace firstMamba(LayerTensors layer) {
        long inner = numbers.needed("ssm.inner_size");
        requireChannels(layer, inner);
        return new StateSpace(
                Variant.MAMBA_1,
                inner,
                numbers.needed("ssm.state_size"),
                1,
                numbers.needed(HEADS),
                numbers.needed("ssm.conv_kernel"));
    }

    private StateSpace secondMamba(LayerTensors layer) {
        long inner = numbers.needed("ssm.inner_size");
        long state = numbers.needed("ssm.state_size");
        long groups = numbers.needed("ssm.group_count");
        requireChannels(layer, inner + 2 * Math.multiplyExact(groups, state));
        return new StateSpace(
                Variant.MAMBA_2, inner, state, groups, numbers.needed(HEADS), numbers.needed("ssm.conv_kernel"));
    }

    private static void requireChannels(LayerTensors layer, long channels) {
        if (layer.size(CONVOLUTION, 1) != channels) {
            throw new Refused(
                    "a convolution over {0} channels in a matrix of {1} rows", channels, layer.size(CONVOLUTION, 1));
        }
    }
}
