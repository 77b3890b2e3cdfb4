package org.tonari.engine.diffusion;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.model.DiffusionJob.Format;
import org.tonari.domain.model.DiffusionJob.Residence;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.DiffusionModel.Blocks;
import org.tonari.domain.model.DiffusionModel.Component;
import org.tonari.domain.model.DiffusionModel.Component.Role;
import org.tonari.domain.question.Question;
import org.tonari.engine.load.Figures;
import org.tonari.engine.load.Room;
import org.tonari.engine.load.Work;
import org.tonari.explain.Answer;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.BitsPerWeight;
import org.tonari.units.Bytes;
import org.tonari.units.Unit;

/// The whole answer to "can I make pictures or clips here, and how long does one take?".
public final class Diffusion {
    private static final Source FORMAT = Source.of(
            Source.Kind.DERIVED,
            "16, 8, or 4 bits and an 8-bit scale for each 16 weights; small encoders and decoders keep 16");
    private static final Source DECODER = Source.of(
            Source.Kind.DEFAULT,
            "four tensors of 128 channels at full size in 16 bits, clips sixteen frames at a time; not measured");
    private static final int DECODED_FRAMES = 16;
    private static final int DECODER_BYTES = 4 * 128 * 2;
    private static final double SLACK = 0.3;

    private final DiffusionModel model;
    private final DiffusionJob job;
    private final Machine machine;

    private Diffusion(Question.Generation question) {
        this.model = question.model();
        this.job = question.job();
        this.machine = question.machine();
    }

    /// @return what generating takes, whether it fits, and how long it takes
    public static Projection of(Question.Generation question, Reach reach) {
        return new Diffusion(question).projection(reach);
    }

    /// @return what a part takes in a format
    public static Term bytes(Component component, Format format) {
        Term count = Figures.count("parameters", component.parameters(), component.source());
        Term bits = Term.given("bits_per_weight", new BitsPerWeight(bits(component, format)), FORMAT);
        return Term.derived(
                Figures.named(component.name()),
                Unit.BYTES,
                Operation.QUOTIENT,
                Term.derived("stored_bits", Unit.COUNT, Operation.PRODUCT, count, bits),
                Figures.count("bits_in_a_byte", 8, FORMAT));
    }

    private static double bits(Component component, Format format) {
        return switch (format) {
            case BF16 -> 16;
            case FP8 -> component.quantised() || component.role() == Role.TRANSFORMER ? 8 : 16;
            case NVFP4 -> component.role() == Role.TRANSFORMER ? 4.5 : component.quantised() ? 8 : 16;
        };
    }

    private Projection projection(Reach reach) {
        Room room = Room.primary(machine);
        boolean apart =
                job.residence() == Residence.OFFLOADED && machine.hostPool().isPresent();
        Term all = sum("weights_bytes", model.components());
        Term onCard = apart ? largest() : all;
        Load load = room.with(1, List.of(item(Part.WEIGHTS, onCard), item(Part.ACTIVATIONS, activations())));
        var loads = new ArrayList<>(List.of(load));
        Verdict verdict = room.verdict(load, activations().bytes().times(SLACK));
        if (apart && machine.hostPool().isPresent()) {
            Room host = Room.of(machine.hostPool().get());
            Load beside = host.with(1, List.of(item(Part.WEIGHTS, beside(all, onCard))));
            loads.add(beside);
            Verdict there = host.verdict(beside, Bytes.ZERO);
            verdict = there.fits() ? verdict : there;
        }
        return new Projection(loads, verdict, figures(verdict, reach), Speed.Evidence.E, remarks());
    }

    private static Item item(Part part, Term size) {
        return new Item(part, Answer.of(size));
    }

    private static Term beside(Term all, Term onCard) {
        return Term.derived("weights_bytes", Unit.BYTES, Operation.DIFFERENCE, all, onCard.as("largest_stage_bytes"));
    }

    /// Text encoders, transformer and decoder follow one another; the largest sets the need.
    private Term largest() {
        Map<Role, List<Component>> stages = new EnumMap<>(Role.class);
        model.components()
                .forEach(each -> stages.computeIfAbsent(each.role(), _ -> new ArrayList<>())
                        .add(each));
        List<Term> sums =
                stages.values().stream().map(each -> sum("stage_bytes", each)).toList();
        return Term.derived("weights_bytes", Unit.BYTES, Operation.MAXIMUM, sums);
    }

    private Term sum(String id, List<Component> components) {
        return Term.derived(
                id,
                Unit.BYTES,
                Operation.SUM,
                components.stream().map(each -> bytes(each, job.format())).toList());
    }

    private Term activations() {
        return Term.derived(
                "activations_bytes", Unit.BYTES, Operation.MAXIMUM, transformerActivations(), decoderActivations());
    }

    private Term transformerActivations() {
        return Term.derived(
                "transformer_activations_bytes",
                Unit.BYTES,
                Operation.MAXIMUM,
                model.blocks().stream().map(this::activations).toList());
    }

    private Term activations(Blocks block) {
        return Term.derived(
                Figures.named(block.name()),
                Unit.BYTES,
                Operation.PRODUCT,
                Figures.count("tokens_passing", tokens(block), model.architecture()),
                Figures.count("kept_elements", 8 * Passes.width(block) + 4 * block.inner(), model.architecture()),
                Figures.count("bytes_each", 2, FORMAT));
    }

    private long tokens(Blocks block) {
        return Passes.tokens(model, block, job.width(), job.height(), job.frames());
    }

    private Term decoderActivations() {
        return Term.derived(
                "decoder_activations_bytes",
                Unit.BYTES,
                Operation.PRODUCT,
                Figures.chosen("pixels", (long) job.width() * job.height()),
                Figures.chosen("frames_at_once", Math.min(job.frames(), DECODED_FRAMES)),
                Figures.count("bytes_each_pixel", DECODER_BYTES, DECODER));
    }

    private List<Figure> figures(Verdict verdict, Reach reach) {
        var figures = new ArrayList<Figure>();
        Term work = Term.derived(
                "denoising_step_work",
                Unit.FLOPS,
                Operation.PRODUCT,
                Figures.chosen("passes", job.guidance().passes()),
                Passes.work(model, job.width(), job.height(), job.frames()));
        figures.add(Figures.exact(Measure.STEP_WORK, work));
        switch (Work.rate(machine, reach, Reach.Activity.GENERATE, job.format().peak())) {
            case Work.Rate.Unknown(var fact) -> figures.add(Figures.unknown(Measure.MAKING_TIME, fact));
            case Work.Rate.Known(Term reached) -> {
                if (!(verdict instanceof Verdict.DoesNotFit)) {
                    Term step = Term.derived("denoising_step_time", Unit.SECONDS, Operation.QUOTIENT, work, reached);
                    Term whole = Term.derived(
                            "making_time", Unit.SECONDS, Operation.PRODUCT, Figures.chosen("steps", job.steps()), step);
                    figures.add(Figures.about(Measure.STEP_TIME, step));
                    figures.add(Figures.about(Measure.MAKING_TIME, whole));
                }
            }
        }
        return figures;
    }

    private List<Remark> remarks() {
        var remarks = new ArrayList<Remark>();
        if (job.residence() == Residence.OFFLOADED) {
            remarks.add(
                    machine.primaryPool().kind() == MemoryPool.Kind.VRAM
                            ? Remark.OFFLOADING_COSTS_TIME
                            : Remark.OFFLOADING_FREES_NOTHING);
        }
        if (model.components().stream().noneMatch(each -> each.role() == Role.DECODER)) {
            remarks.add(Remark.PARTS_NOT_PUBLISHED);
        }
        return remarks;
    }
}
