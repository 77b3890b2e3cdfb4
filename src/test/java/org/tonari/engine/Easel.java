package org.tonari.engine;

import java.util.List;
import java.util.Optional;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.DiffusionModel.Adapters;
import org.tonari.domain.model.DiffusionModel.Blocks;
import org.tonari.domain.model.DiffusionModel.Blocks.Stream;
import org.tonari.domain.model.DiffusionModel.Component;
import org.tonari.domain.model.DiffusionModel.Component.Role;
import org.tonari.domain.model.DiffusionModel.Media;

/// A model of pictures with small round figures: texts of 6 tokens, and picture tokens of 2 × 2 pixels.
public final class Easel {
    /// Two layers over everything, three without attention over the picture, one over the text.
    public static final List<Blocks> BLOCKS = List.of(
            new Blocks("joint", 2, Stream.ALL, 2, 100, 4, 6),
            new Blocks("picture", 3, Stream.IMAGE, 2, 10, 0, 5),
            new Blocks("text", 1, Stream.TEXT, 2, 20, 2, 3));

    /// Operations of one pass over 8 × 8 pixels. 22 tokens pass both joint layers: 2 · 2 · 100 · 22 through weights and
    /// 4 · 2 · 4 · 22² in attention; 16 the picture's: 2 · 3 · 10 · 16; 6 the text's: 2 · 20 · 6 and 4 · 2 · 6².
    public static final double PASS_AT_8_PIXELS = 8_800 + 15_488 + 960 + 240 + 288;

    private static final List<Component> COMPONENTS = List.of(
            new Component(Role.TEXT_ENCODER, "reader", 300, true, Bench.HAND),
            new Component(Role.TRANSFORMER, "painter", 1_000, true, Bench.HAND),
            new Component(Role.TEXT_ENCODER, "second reader", 50, false, Bench.HAND),
            new Component(Role.DECODER, "decoder", 40, false, Bench.HAND));

    private Easel() {}

    /// @return the model for pictures
    public static DiffusionModel model(Optional<Adapters> adapters) {
        return model(adapters, BLOCKS);
    }

    /// @return the model for pictures with other layers
    public static DiffusionModel model(Optional<Adapters> adapters, List<Blocks> blocks) {
        return model(adapters, blocks, COMPONENTS, 0);
    }

    /// @param framesPerToken 0 for pictures
    /// @return the model with clips
    public static DiffusionModel clips(int framesPerToken) {
        return model(Optional.empty(), BLOCKS, COMPONENTS, framesPerToken);
    }

    /// @return the model without its decoder
    public static DiffusionModel undecoded() {
        return model(Optional.empty(), BLOCKS, COMPONENTS.subList(0, 3), 0);
    }

    /// @return the model made of other parts
    public static DiffusionModel of(List<Component> components) {
        return model(Optional.empty(), BLOCKS, components, 0);
    }

    private static DiffusionModel model(
            Optional<Adapters> adapters, List<Blocks> blocks, List<Component> components, int framesPerToken) {
        return new DiffusionModel(
                "easel",
                "Easel",
                "",
                "",
                framesPerToken == 0 ? Media.IMAGE : Media.VIDEO,
                components,
                blocks,
                Bench.HAND,
                6,
                framesPerToken,
                10,
                1,
                adapters,
                List.of());
    }
}
