package org.tonari.engine.training;

import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.DiffusionModel.Adapters;
import org.tonari.domain.model.DiffusionModel.Blocks;
import org.tonari.domain.model.DiffusionModel.Component;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.domain.question.TrainingPlan.Encoders;
import org.tonari.domain.question.TrainingPlan.Targets;
import org.tonari.engine.diffusion.Passes;
import org.tonari.engine.load.Figures;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Unit;

/// A model of pictures in training: its transformer learns, text encoders and decoder only stand by.
record PictureLearner(DiffusionModel model) implements Learner {
    private static final Source UNKNOWN_ADAPTERS =
            Source.of(Source.Kind.DERIVED, "not described: counted as attention and network of every layer");

    @Override
    public List<Weights> weights(TrainingPlan plan) {
        var weights = new ArrayList<Weights>();
        for (Component component : model.components()) {
            long count = component.parameters();
            switch (component.role()) {
                case TRANSFORMER -> weights.add(new Weights(component.name(), count, 0, 0));
                case TEXT_ENCODER, DECODER -> {
                    if (plan.encoders() != Encoders.CACHED) {
                        boolean half = plan.encoders() == Encoders.RESIDENT_8BIT && component.quantised();
                        weights.add(new Weights(component.name(), 0, half ? 0 : count, half ? count : 0));
                    }
                }
            }
        }
        return weights;
    }

    @Override
    public Term trainable() {
        Component transformer = model.components().stream()
                .filter(component -> component.role() == Component.Role.TRANSFORMER)
                .findFirst()
                .orElse(model.components().getFirst());
        return Figures.count("parameters", transformer.parameters(), transformer.source());
    }

    @Override
    public Term adapterWidths(Targets targets) {
        return model.adapters()
                .map(adapters -> Figures.count("adapter_widths", widths(adapters, targets), adapters.source()))
                .orElseGet(() -> Figures.count("adapter_widths", plainWidths(), UNKNOWN_ADAPTERS));
    }

    private static long widths(Adapters adapters, Targets targets) {
        return switch (targets) {
            case ATTENTION -> adapters.attention();
            case LINEAR -> adapters.linear();
            case ALL -> adapters.all();
        };
    }

    private long plainWidths() {
        return model.blocks().stream()
                .mapToLong(
                        block -> block.count() * (8 * Passes.width(block) + 2 * (Passes.width(block) + block.inner())))
                .sum();
    }

    @Override
    public Term activations(TrainingPlan plan) {
        var parts = new ArrayList<Term>();
        Blocks widest = model.blocks().getFirst();
        for (Blocks block : model.blocks()) {
            widest = kept(block) * tokens(block, plan) > kept(widest) * tokens(widest, plan) ? block : widest;
            parts.add(
                    plan.checkpointing().isOn()
                            ? bytes("layer_inputs_bytes", block.count(), Passes.width(block), block, plan)
                            : bytes("layer_activations_bytes", block.count(), kept(block), block, plan));
        }
        if (plan.checkpointing().isOn()) {
            parts.add(bytes("one_layer_bytes", 1, kept(widest), widest, plan));
        }
        return Term.derived("activations_bytes", Unit.BYTES, Operation.SUM, parts);
    }

    private static long kept(Blocks block) {
        return 8 * Passes.width(block) + 4 * block.inner();
    }

    private long tokens(Blocks block, TrainingPlan plan) {
        return Passes.tokens(model, block, plan.resolution(), plan.resolution(), 1);
    }

    private Term bytes(String id, long layers, long elements, Blocks block, TrainingPlan plan) {
        return Term.derived(
                id,
                Unit.BYTES,
                Operation.PRODUCT,
                Figures.count("layers", layers, model.architecture()),
                Figures.count("tokens_each_picture", tokens(block, plan), model.architecture()),
                Figures.chosen("batch", plan.batch()),
                Figures.count("kept_elements", elements, TextLearner.KEPT),
                Figures.count("bytes_each", 2, TextLearner.KEPT));
    }

    @Override
    public Term forward(TrainingPlan plan) {
        return Term.derived(
                "forward_work",
                Unit.FLOPS,
                Operation.PRODUCT,
                Figures.chosen("batch", plan.batch()),
                Passes.work(model, plan.resolution(), plan.resolution(), 1));
    }

    @Override
    public Term seen(TrainingPlan plan) {
        return Figures.chosen("pictures_each_step", plan.batch());
    }
}
