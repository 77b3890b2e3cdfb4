package org.tonari.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.answer.Projection.Figure;
import org.tonari.domain.answer.Projection.Item;
import org.tonari.domain.answer.Projection.Load;
import org.tonari.domain.answer.Projection.Measure;
import org.tonari.domain.answer.Projection.Part;
import org.tonari.domain.answer.Projection.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Question;
import org.tonari.engine.diffusion.Diffusion;
import org.tonari.engine.fleet.Fleet;
import org.tonari.engine.load.Figures;
import org.tonari.engine.together.Together;
import org.tonari.engine.training.Training;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Term;

/// The engine's door for bigger questions: several models, several machines, training, generation. Immutable and
/// thread-safe.
public final class Projector {
    private final Calibration calibration;
    private final Reach reach;

    /// @param calibration fitted speed parameters
    /// @param reach       shares of the compute peak that training and generation reach
    public Projector(Calibration calibration, Reach reach) {
        this.calibration = Objects.requireNonNull(calibration);
        this.reach = Objects.requireNonNull(reach);
    }

    /// @return everything there is to say of the question
    public Projection project(Question question) {
        return switch (question) {
            case Question.Together together -> Together.of(together, calibration);
            case Question.Linked linked -> linked(linked, Fleet.of(linked, calibration));
            case Question.Training training -> Training.of(training, reach);
            case Question.Generation generation -> Diffusion.of(generation, reach);
        };
    }

    private static Projection linked(Question.Linked question, Fleet fleet) {
        List<MemoryStack> stacks = fleet.stacks();
        List<Load> loads = IntStream.range(0, stacks.size())
                .mapToObj(i -> load(i + 1, stacks.get(i).pools().getFirst()))
                .toList();
        return new Projection(loads, fleet.verdict(), figures(fleet), Speed.Evidence.E, remarks(question));
    }

    private static Load load(int machine, PoolStack pool) {
        return new Load(
                machine,
                pool.kind(),
                pool.capacity(),
                pool.osOverhead(),
                pool.usable(),
                pool.keptFree(),
                pool.slices().stream()
                        .map(slice -> new Item(part(slice.part()), slice.size()))
                        .toList());
    }

    private static Part part(MemoryStack.Part part) {
        return switch (part) {
            case RUNTIME -> Part.RUNTIME;
            case WEIGHTS -> Part.WEIGHTS;
            case KV_CACHE -> Part.KV_CACHE;
            case RECURRENT_STATE -> Part.STATE;
            case ACTIVATIONS -> Part.ACTIVATIONS;
            case OTHER -> Part.OTHER;
        };
    }

    private static List<Figure> figures(Fleet fleet) {
        Figure needed = fleet.needed()
                .map(count -> Figures.exact(Measure.MACHINES_NEEDED, count))
                .orElseGet(() -> Figures.unknown(
                        Measure.MACHINES_NEEDED,
                        new MissingFact("machines_needed", "not even eight such machines hold it")));
        return switch (fleet.speed()) {
            case Speed.Unknown(MissingFact fact) -> List.of(needed, Figures.unknown(Measure.DECODE, fact));
            case Speed.NotRunning _ -> List.of(needed);
            case Speed.Known known ->
                List.of(
                        new Figure(Measure.DECODE, "", known.decode()),
                        new Figure(Measure.AGGREGATE, "", known.aggregate()),
                        gain(fleet.gain()),
                        new Figure(Measure.PREFILL, "", known.prefill()),
                        new Figure(Measure.FIRST_TOKEN, "", known.firstToken()),
                        needed);
        };
    }

    private static Figure gain(Optional<Term> gain) {
        return gain.map(term -> Figures.about(Measure.GAIN, term))
                .orElseGet(() -> Figures.unknown(
                        Measure.GAIN, new MissingFact("speed", "no speed is known for one such machine")));
    }

    private static List<Remark> remarks(Question.Linked question) {
        boolean experts = question.scenario().model().groups().stream()
                .anyMatch(group -> group.feedForward() instanceof FeedForward.MixtureOfExperts);
        if (question.linking().machines() > 1 && !question.link().fits(question.machine())) {
            return List.of(Remark.NO_PORT);
        }
        if (question.linking().machines() == 1) {
            return List.of();
        }
        if (question.linking().parallelism() == Parallelism.PIPELINE) {
            return List.of(Remark.PIPELINE_ADDS_MEMORY);
        }
        var remarks = new ArrayList<Remark>();
        if (experts) {
            remarks.add(Remark.EXPERTS_GAIN_LITTLE);
        }
        if (Parallelism.usual(question.scenario().runtime()) == Parallelism.PIPELINE) {
            remarks.add(Remark.RUNTIME_SPLITS_LAYERS);
        }
        return remarks;
    }
}
