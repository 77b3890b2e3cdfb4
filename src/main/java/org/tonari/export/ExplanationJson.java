package org.tonari.export;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.domain.answer.Remark;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.engine.fit.Remarks;
import org.tonari.engine.memory.Refusals;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Term;
import org.tonari.text.StackTotals;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;
import tools.jackson.core.JsonGenerator;

/// The tree behind every figure, flattened: one object for each computed number, its parts below it by their path.
///
/// `kv_cache_bytes` is followed by `kv_cache_bytes.full_attention_cache` and so on. `inputs` are the parts by their
/// names in the formula; `source` says who states those that were read. A figure nobody knows has a `reason`.
final class ExplanationJson {
    private final JsonGenerator json;
    private final TermJson terms;

    ExplanationJson(JsonGenerator json) {
        this.json = json;
        this.terms = new TermJson(json);
    }

    void write(Estimate estimate, Set<EstimatePart> parts) {
        json.writeStartArray();
        if (parts.contains(EstimatePart.MEMORY)) {
            memory(estimate);
        }
        if (parts.contains(EstimatePart.FIT)) {
            whyNot(estimate).ifPresent(fact -> terms.unknown("verdict", fact));
            Remarks.of(estimate).forEach(this::remark);
            answer("longest_context", estimate.fit().longestContext());
        }
        if (parts.contains(EstimatePart.SPEED)) {
            speed(estimate.speed());
        }
        if (parts.contains(EstimatePart.COST)) {
            cost(estimate.cost());
        }
        json.writeEndArray();
    }

    /// A remark stands among the explanations as a quantity without a value, its sentence as the reason.
    private void remark(Remark remark) {
        String sentence =
                switch (remark) {
                    case Remark.ContextBeyondModel(Tokens asked, Tokens most) ->
                        "the context of " + asked.count() + " tokens is longer than the " + most.count()
                                + " the model was made for";
                    case Remark.SplittingSavesNothing _ ->
                        "processor and accelerator share one memory: moving layers or experts to the processor saves"
                                + " nothing";
                    case Remark.NoDraftingHead _ -> "the model has no multi-token-prediction head";
                    case Remark.SequencesWait(int asked, int atOnce) ->
                        "the cache holds " + atOnce + " of " + asked
                                + " sequences with a full context; the others wait, which the speeds count in";
                    case Remark.TakesBeyondAdvice(Bytes taken, Bytes beyond) ->
                        "the runtime takes " + taken.count() + " bytes in advance, " + beyond.count()
                                + " more than is advised on this machine; it starts, with little left for the system";
                    case Remark.CacheSlowOnProcessor _ ->
                        "a quantised cache is unpacked on the processor, which takes longer than it saves; no published"
                                + " run tells how much";
                    case Remark.PlainAttentionNotCounted _ ->
                        "rates were fitted to runs with flash attention; what doing without costs is not counted";
                    case Remark.NoProjector _ -> "the model has no vision or audio part that is described";
                };
        terms.unknown("remark", new MissingFact(remark.word(), sentence));
    }

    private void memory(Estimate estimate) {
        StackTotals totals = StackTotals.of(estimate.memory());
        answer("capacity_bytes", totals.capacity());
        answer("os_overhead_bytes", totals.osOverhead());
        answer("usable_bytes", totals.usable());
        answer("kept_free_bytes", totals.keptFree());
        for (Part part : Part.values()) {
            answer(StackTotals.partId(part), totals.part(part));
        }
        switch (totals.required()) {
            case Answer.Known(Term required) -> required(required, totals.usable(), estimate.memory());
            case Answer.Unknown(MissingFact fact) ->
                List.of("required_bytes", "required_high_bytes", "reserved_bytes", "spare_bytes")
                        .forEach(name -> terms.unknown(name, fact));
        }
    }

    private void required(Term required, Answer usable, MemoryStack memory) {
        terms.top("required_bytes", required);
        terms.top("reserved_bytes", memory.reserved());
        switch (usable) {
            case Answer.Known(Term known) -> spare(known, required);
            case Answer.Unknown(MissingFact fact) -> terms.unknown("spare_bytes", fact);
        }
    }

    private void spare(Term usable, Term required) {
        Term spare = Term.derived(
                "spare_bytes",
                Unit.BYTE_DIFFERENCE,
                Operation.DIFFERENCE,
                usable.as("usable_bytes"),
                required.as("required_bytes"));
        terms.top("spare_bytes", spare);
    }

    /// What a runtime has against a scenario, where memory is not the reason that it does not run.
    private static Optional<MissingFact> whyNot(Estimate estimate) {
        return switch (estimate.fit().verdict()) {
            case Verdict.Fits _, Verdict.Tight _, Verdict.Spills _, Verdict.Unknown _ -> Optional.empty();
            case Verdict.DoesNotFit(var _, Verdict.Reason reason) -> whyNot(estimate, reason);
        };
    }

    private static Optional<MissingFact> whyNot(Estimate estimate, Verdict.Reason reason) {
        return switch (reason) {
            case WEIGHTS_TOO_LARGE, CONTEXT_TOO_LONG, PARTS_TOO_LARGE, RESERVATION_TOO_LARGE, RESERVATION_TOO_SMALL ->
                Optional.empty();
            case OPTIONS_REFUSED ->
                Refusals.of(estimate.scenario()).map(refusal -> new MissingFact(Words.of(reason), Words.of(refusal)));
            case WEIGHTS_NOT_READ, RUNTIME_UNSUPPORTED ->
                Optional.of(new MissingFact(
                        Words.of(reason), estimate.compatibility().why().sentence()));
        };
    }

    private void speed(Speed speed) {
        switch (speed) {
            case Speed.Known known -> {
                SpeedFigures.of(known).forEach(this::prediction);
                terms.whole("step_seconds", known.stepTime());
            }
            case Speed.Unknown(MissingFact fact) -> SpeedFigures.NAMES.forEach(name -> terms.unknown(name, fact));
            case Speed.NotRunning _ -> {
                var fact = new MissingFact("fit.verdict", "a scenario that does not run has no speed");
                SpeedFigures.NAMES.forEach(name -> terms.unknown(name, fact));
            }
        }
    }

    private void prediction(String name, Speed.Prediction prediction) {
        switch (prediction) {
            case Speed.Estimated estimated -> terms.top(name, estimated.expected());
            case Speed.Unpredicted(MissingFact fact) -> terms.unknown(name, fact);
        }
    }

    private void cost(Cost cost) {
        for (Cost.Figure figure : Cost.Figure.values()) {
            switch (cost.of(figure)) {
                case Answer.Known(Term term) -> terms.top(Words.of(figure), term);
                case Answer.Unknown(MissingFact fact) -> terms.unknown(Words.of(figure), fact);
            }
        }
        if (cost.price().isEmpty()) {
            terms.unknown("price", new MissingFact("machine.prices", "no source states a price in yen"));
        }
    }

    private void answer(String quantity, Answer answer) {
        switch (answer) {
            case Answer.Known(Term term) -> terms.whole(quantity, term);
            case Answer.Unknown(MissingFact fact) -> terms.unknown(quantity, fact);
        }
    }
}
