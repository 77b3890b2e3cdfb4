package org.tonari.engine.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.domain.answer.MemoryStack.Placement;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.engine.memory.DraftedTokens;
import org.tonari.engine.memory.WeightBytes;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Bytes;
import org.tonari.units.Count;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// What drafting tokens ahead makes of decoding.
///
/// A round drafts `n` tokens one after another and checks all of them in one pass of the model; of `n` drafted tokens,
/// each accepted with share `a` if those before it were, a round brings `1 + a + a² + … + aⁿ` tokens (Leviathan et al.,
/// https://arxiv.org/abs/2211.17192). The pass costs what a batch of `n + 1` tokens of one sequence costs; a head of
/// the model's own costs its layer, the output head and the launches of a small step, a second model its whole step.
public final class Drafting {
    /// Where a person says which share of drafted tokens is accepted.
    public static final String ACCEPTED = "runtime.accepted_share";

    /// Few published pairs of runs with and without drafting share machine, model and weights; they scatter this much.
    static final double FEW_ROWS = 1.4;

    private static final Source PUBLISHED = new Source(
            Source.Kind.MEASURED,
            "https://github.com/kyuz0/amd-strix-halo-toolboxes, results-mtp/summary.json;" + " hasso5703, issue 12",
            "2026",
            "Qwen3.6 27B on Strix Halo: 2.59 tokens a round with two drafted, which is 0.86 for each. It depends on"
                    + " the text: prose 1.25 to 1.52 tokens a round, code 2.8 to 5.4");

    private static final Source YOURS = Source.BY_HAND;
    private static final Source CERTAIN =
            Source.of(Source.Kind.DERIVED, "the checking pass itself always brings one token");
    private static final Source CHOICE = Source.of(Source.Kind.CHOICE, "tokens drafted in a round");

    private static final double USUAL = 0.86;

    /// Prose at 1.25 to 1.52 tokens a round with three drafted.
    private static final double PROSE = 0.3;

    private static final double ALL = 1;

    private final Scenario scenario;
    private final WeightBytes weights;
    private final long drafted;

    private Drafting(Scenario scenario, WeightBytes weights, long drafted) {
        this.scenario = scenario;
        this.weights = weights;
        this.drafted = drafted;
    }

    /// @return how the scenario drafts; nothing where it does not
    static Optional<Drafting> of(Scenario scenario, WeightBytes weights) {
        long drafted = DraftedTokens.of(scenario);
        return drafted > 0 ? Optional.of(new Drafting(scenario, weights, drafted)) : Optional.empty();
    }

    /// @return the pass that checks what was drafted
    Batch checked(int sequences) {
        return new Batch(sequences, Math.toIntExact(drafted + 1));
    }

    /// @param check the pass that checks
    /// @param reads what a token of the scenario's own model reads
    /// @return the time of a round for each token it brings: every part of it, divided
    Optional<Term> time(
            Term check, WeightReads reads, KnownRates known, Rates rates, Bandwidth.Known bandwidth, double depth) {
        return drafts(reads, known, rates, bandwidth, depth).map(drafts -> {
            Term tokens = tokensEachRound();
            var parts = new ArrayList<Term>();
            parts(check).forEach(part -> parts.add(divided(part, tokens)));
            drafts.forEach(part -> parts.add(divided(part, tokens)));
            return Term.derived("step_time", Unit.SECONDS, Operation.SUM, parts);
        });
    }

    /// @return how much slower than expected decoding is where drafts are of prose
    double slowest() {
        return isOwn() ? 1 : tokens(USUAL) / tokens(PROSE);
    }

    /// @return how much faster than expected decoding is where every drafted token is accepted
    double fastest() {
        return isOwn() ? 1 : tokens(ALL) / tokens(USUAL);
    }

    private boolean isOwn() {
        return scenario.overrides().containsKey(ACCEPTED);
    }

    private Term tokensEachRound() {
        double share = scenario.overrides().getOrDefault(ACCEPTED, USUAL);
        Term accepted = Term.given("accepted_share", new Ratio(share), isOwn() ? YOURS : PUBLISHED, ACCEPTED);
        var parts = new ArrayList<Term>(List.of(Term.given("checked_token", new Ratio(1), CERTAIN)));
        Term power = accepted;
        for (int i = 0; i < drafted; i++) {
            parts.add(power);
            power = Term.derived("accepted_so_far", Unit.RATIO, Operation.PRODUCT, power, accepted);
        }
        return Term.derived("tokens_each_round", Unit.RATIO, Operation.SUM, parts);
    }

    private double tokens(double accepted) {
        double sum = 1;
        double power = 1;
        for (int i = 0; i < drafted; i++) {
            power *= accepted;
            sum += power;
        }
        return sum;
    }

    private Optional<List<Term>> drafts(
            WeightReads reads, KnownRates known, Rates rates, Bandwidth.Known bandwidth, double depth) {
        return switch (scenario.workload().speculation()) {
            case Speculation.None _ -> Optional.empty();
            case Speculation.MultiToken _ -> head(reads, rates, bandwidth);
            case Speculation.Draft(var model, WeightFormat format) -> {
                Scenario drafting = scenario.withModel(model).withWeights(format);
                WeightReads small = known.reads(WeightBytes.of(model, format));
                yield new DecodeStep(drafting, small, rates, bandwidth, Placement.NONE)
                        .time(depth, new Batch(1, 1))
                        .map(step -> List.of(Term.derived(
                                "draft_time",
                                Unit.SECONDS,
                                Operation.PRODUCT,
                                Term.given("drafted_tokens", new Count(drafted), CHOICE, DraftedTokens.PATH),
                                step.as("draft_step_time"))));
            }
        };
    }

    private Optional<List<Term>> head(WeightReads reads, Rates rates, Bandwidth.Known bandwidth) {
        KernelFamily family = reads.residentBytes().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(KernelFamily.BITS_16);
        var parts = new TimeParts(rates);
        double bytes = drafted * (outputHead() + layerRead());
        if (!parts.read("draft_read_time", bytes, family.residentRate(), bandwidth.primary())) {
            return Optional.empty();
        }
        parts.each("draft_launch_time", "drafted_layers", drafted, "attention_layer");
        if (weights.hasRoutedExperts()) {
            parts.each("draft_launch_time", "drafted_layers", drafted, "expert_layer");
        }
        parts.each("draft_launch_time", "drafted_tokens", drafted, "step");
        return Optional.of(parts(parts.sum("drafts_time")));
    }

    private double outputHead() {
        return weights.readByToken().stream()
                .filter(WeightBytes.Share::isHead)
                .mapToDouble(share -> share.bytes().magnitude())
                .sum();
    }

    /// The head is a layer like the model's own: of its experts, a token reads the same share.
    private double layerRead() {
        double all = 0;
        double read = 0;
        double active = ExpertCoverage.active(scenario.model());
        for (WeightBytes.Share share : weights.readByToken()) {
            if (!share.isHead()) {
                double bytes = share.bytes().magnitude();
                all += bytes;
                read += share.role().isRoutedExpert() ? bytes * active : bytes;
            }
        }
        Bytes head = weights.extra(Extra.Kind.MTP);
        return all > 0 ? head.magnitude() * read / all : head.magnitude();
    }

    private static Term divided(Term part, Term tokens) {
        return Term.derived(part.id(), Unit.SECONDS, Operation.QUOTIENT, part.as("each_round"), tokens);
    }

    private static List<Term> parts(Term sum) {
        return sum instanceof Term.Derived derived && derived.operation() == Operation.SUM
                ? derived.parts()
                : List.of(sum);
    }
}
