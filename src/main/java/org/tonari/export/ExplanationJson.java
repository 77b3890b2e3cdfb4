package org.tonari.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.Cost;
import org.tonari.domain.Estimate;
import org.tonari.domain.MemoryStack;
import org.tonari.domain.MemoryStack.Part;
import org.tonari.domain.Remark;
import org.tonari.domain.Speed;
import org.tonari.domain.Verdict;
import org.tonari.engine.fit.Remarks;
import org.tonari.engine.memory.Refusals;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.text.StackTotals;
import org.tonari.units.Tokens;
import org.tonari.units.Unit;
import tools.jackson.core.JsonGenerator;

/// The tree behind every figure, flattened: one object for each computed number, its parts below it by their path.
///
/// `kv_cache_bytes` is followed by `kv_cache_bytes.full_attention_cache` and so on. `inputs` are the parts by their
/// names in the formula; `source` says who states those that were read. A figure nobody knows has a `reason`.
final class ExplanationJson {
    private final JsonGenerator json;
    private final JsonFigures figures;

    ExplanationJson(JsonGenerator json) {
        this.json = json;
        this.figures = new JsonFigures(json);
    }

    void write(Estimate estimate, Set<EstimatePart> parts) {
        json.writeStartArray();
        if (parts.contains(EstimatePart.MEMORY)) {
            memory(estimate);
        }
        if (parts.contains(EstimatePart.FIT)) {
            whyNot(estimate).ifPresent(fact -> unknown("verdict", fact));
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
                    case Remark.NoProjector _ -> "the model has no vision or audio part that is described";
                };
        unknown("remark", new MissingFact(remark.word(), sentence));
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
                        .forEach(name -> unknown(name, fact));
        }
    }

    private void required(Term required, Answer usable, MemoryStack memory) {
        term("required_bytes", required, Depth.TOP);
        term("reserved_bytes", memory.reserved(), Depth.TOP);
        switch (usable) {
            case Answer.Known(Term known) -> spare(known, required);
            case Answer.Unknown(MissingFact fact) -> unknown("spare_bytes", fact);
        }
    }

    private void spare(Term usable, Term required) {
        Term spare = Term.derived(
                "spare_bytes",
                Unit.BYTE_DIFFERENCE,
                Operation.DIFFERENCE,
                usable.as("usable_bytes"),
                required.as("required_bytes"));
        term("spare_bytes", spare, Depth.TOP);
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
            case WEIGHTS_TOO_LARGE, CONTEXT_TOO_LONG, RESERVATION_TOO_LARGE, RESERVATION_TOO_SMALL -> Optional.empty();
            case OPTIONS_REFUSED ->
                Refusals.of(estimate.scenario()).map(refusal -> new MissingFact(Words.of(reason), Words.of(refusal)));
            case RUNTIME_UNSUPPORTED ->
                Optional.of(new MissingFact(
                        Words.of(reason), estimate.compatibility().why().sentence()));
        };
    }

    private void speed(Speed speed) {
        switch (speed) {
            case Speed.Known known -> {
                SpeedFigures.of(known).forEach(this::prediction);
                term("step_seconds", known.stepTime(), Depth.WHOLE);
            }
            case Speed.Unknown(MissingFact fact) -> SpeedFigures.NAMES.forEach(name -> unknown(name, fact));
            case Speed.NotRunning _ -> {
                var fact = new MissingFact("fit.verdict", "a scenario that does not run has no speed");
                SpeedFigures.NAMES.forEach(name -> unknown(name, fact));
            }
        }
    }

    private void prediction(String name, Speed.Prediction prediction) {
        switch (prediction) {
            case Speed.Estimated estimated -> term(name, estimated.expected(), Depth.TOP);
            case Speed.Unpredicted(MissingFact fact) -> unknown(name, fact);
        }
    }

    private void cost(Cost cost) {
        for (Cost.Figure figure : Cost.Figure.values()) {
            switch (cost.of(figure)) {
                case Answer.Known(Term term) -> term(Words.of(figure), term, Depth.TOP);
                case Answer.Unknown(MissingFact fact) -> unknown(Words.of(figure), fact);
            }
        }
        if (cost.price().isEmpty()) {
            unknown("price", new MissingFact("machine.prices", "no source states a price in yen"));
        }
    }

    /// Writes one number with its inputs, and nothing below them.
    void top(String quantity, Term term) {
        term(quantity, term, Depth.TOP);
    }

    /// Writes one number with its whole tree.
    void whole(String quantity, Term term) {
        term(quantity, term, Depth.WHOLE);
    }

    private void answer(String quantity, Answer answer) {
        switch (answer) {
            case Answer.Known(Term term) -> term(quantity, term, Depth.WHOLE);
            case Answer.Unknown(MissingFact fact) -> unknown(quantity, fact);
        }
    }

    /// How far below a number its tree is written; what other numbers already show is not written twice.
    private enum Depth {
        TOP,
        WHOLE
    }

    private void term(String quantity, Term term, Depth depth) {
        switch (term) {
            case Term.Given given -> given(quantity, given);
            case Term.Derived derived -> {
                Map<String, Term> inputs = named(derived.parts());
                derived(quantity, derived, inputs);
                if (depth == Depth.WHOLE) {
                    inputs.forEach((name, part) -> {
                        if (part instanceof Term.Derived) {
                            term(quantity + "." + name, part, depth);
                        }
                    });
                }
            }
        }
    }

    private void given(String quantity, Term.Given given) {
        start(quantity, given);
        json.writeStringProperty("formula", "");
        json.writeObjectPropertyStart("inputs");
        json.writeEndObject();
        json.writeStringProperty("source", citation(given.source()));
        if (!given.path().isEmpty()) {
            json.writeStringProperty("path", given.path());
        }
        json.writeEndObject();
    }

    private void derived(String quantity, Term.Derived derived, Map<String, Term> inputs) {
        var sources = new LinkedHashSet<String>();
        start(quantity, derived);
        json.writeStringProperty("formula", formula(derived, inputs));
        json.writeObjectPropertyStart("inputs");
        inputs.forEach((name, part) -> {
            json.writeName(name);
            figures.value(part.value());
            if (part instanceof Term.Given given) {
                sources.add(citation(given.source()));
            }
        });
        json.writeEndObject();
        json.writeStringProperty("source", String.join("; ", sources));
        json.writeEndObject();
    }

    private void unknown(String quantity, MissingFact fact) {
        json.writeStartObject();
        json.writeStringProperty("quantity", quantity);
        json.writeNullProperty("value");
        json.writeStringProperty("formula", "");
        json.writeObjectPropertyStart("inputs");
        json.writeEndObject();
        json.writeStringProperty("source", "");
        json.writeStringProperty("reason", fact.path() + ": " + fact.reason());
        json.writeEndObject();
    }

    private void start(String quantity, Term term) {
        json.writeStartObject();
        json.writeStringProperty("quantity", quantity);
        json.writeName("value");
        figures.value(term.value());
    }

    private static String formula(Term.Derived derived, Map<String, Term> inputs) {
        String parts = String.join(derived.operation().sign(), inputs.keySet());
        return switch (derived.operation()) {
            case SUM, PRODUCT, DIFFERENCE, QUOTIENT -> parts;
            case MAXIMUM -> "max(" + parts + ")";
            case MINIMUM -> "min(" + parts + ")";
            case PAD_UP -> "pad_up(" + parts + ")";
        };
    }

    /// Parts of one name are told apart by a number.
    private static Map<String, Term> named(List<Term> parts) {
        var named = new LinkedHashMap<String, Term>();
        for (Term part : parts) {
            String name = part.id();
            for (int i = 2; named.containsKey(name); i++) {
                name = part.id() + "_" + i;
            }
            named.put(name, part);
        }
        return named;
    }

    private static String citation(Source source) {
        var text = new ArrayList<String>();
        text.add(Words.of(source.kind()) + ": " + source.citation());
        if (!source.date().isEmpty()) {
            text.add(source.date());
        }
        return String.join(", ", text);
    }
}
