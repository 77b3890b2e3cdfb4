package org.tonari.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.tonari.engine.memo.Memo;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/// Writes numbers with their trees, flattened: a number's object, then those of its parts below it by their path.
final class TermJson {
    private static final Memo<Source, SerializedString> CITATIONS = new Memo<>(2_048);

    /// Among so few names, looking at all is quicker than a table of them.
    private static final int FEW = 16;

    private static final SerializedString QUANTITY = new SerializedString("quantity");
    private static final SerializedString VALUE = new SerializedString("value");
    private static final SerializedString FORMULA = new SerializedString("formula");
    private static final SerializedString INPUTS = new SerializedString("inputs");
    private static final SerializedString SOURCE = new SerializedString("source");
    private static final SerializedString NOTHING = new SerializedString("");

    private final JsonGenerator json;
    private final JsonFigures figures;

    TermJson(JsonGenerator json) {
        this.json = json;
        this.figures = new JsonFigures(json);
    }

    /// Writes one number with its inputs, and nothing below them.
    void top(String quantity, Term term) {
        switch (term) {
            case Term.Given given -> given(quantity, given);
            case Term.Derived derived -> derived(quantity, derived, names(derived.parts()));
        }
    }

    /// Writes one number with its inputs, and all that is computed below it.
    void whole(String quantity, Term term) {
        switch (term) {
            case Term.Given given -> given(quantity, given);
            case Term.Derived derived -> {
                List<String> names = names(derived.parts());
                derived(quantity, derived, names);
                for (int i = 0; i < names.size(); i++) {
                    if (derived.parts().get(i) instanceof Term.Derived part) {
                        whole(quantity + "." + names.get(i), part);
                    }
                }
            }
        }
    }

    /// Writes a number nobody knows, with the reason.
    void unknown(String quantity, MissingFact fact) {
        json.writeStartObject();
        text(QUANTITY, quantity);
        json.writeName(VALUE);
        json.writeNull();
        text(FORMULA, NOTHING);
        json.writeName(INPUTS);
        json.writeStartObject();
        json.writeEndObject();
        text(SOURCE, NOTHING);
        json.writeStringProperty("reason", fact.path() + ": " + fact.reason());
        json.writeEndObject();
    }

    private void given(String quantity, Term.Given given) {
        start(quantity, given);
        text(FORMULA, NOTHING);
        json.writeName(INPUTS);
        json.writeStartObject();
        json.writeEndObject();
        text(SOURCE, citation(given.source()));
        if (!given.path().isEmpty()) {
            json.writeStringProperty("path", given.path());
        }
        json.writeEndObject();
    }

    private void derived(String quantity, Term.Derived derived, List<String> names) {
        start(quantity, derived);
        text(FORMULA, formula(derived, names));
        json.writeName(INPUTS);
        json.writeStartObject();
        var sources = new ArrayList<SerializedString>();
        for (int i = 0; i < names.size(); i++) {
            Term part = derived.parts().get(i);
            json.writeName(names.get(i));
            figures.value(part.value());
            if (part instanceof Term.Given given) {
                SerializedString citation = citation(given.source());
                if (!sources.contains(citation)) {
                    sources.add(citation);
                }
            }
        }
        json.writeEndObject();
        text(SOURCE, sources.size() == 1 ? sources.getFirst() : joined(sources));
        json.writeEndObject();
    }

    private void start(String quantity, Term term) {
        json.writeStartObject();
        text(QUANTITY, quantity);
        json.writeName(VALUE);
        figures.value(term.value());
    }

    private static String formula(Term.Derived derived, List<String> names) {
        String parts = names.size() == 1
                ? names.getFirst()
                : String.join(derived.operation().sign(), names);
        return switch (derived.operation()) {
            case SUM, PRODUCT, DIFFERENCE, QUOTIENT -> parts;
            case MAXIMUM -> "max(" + parts + ")";
            case MINIMUM -> "min(" + parts + ")";
            case PAD_UP -> "pad_up(" + parts + ")";
        };
    }

    /// @return the parts' names in their order; those of one name are told apart by a number
    private static List<String> names(List<Term> parts) {
        var names = new ArrayList<String>(parts.size());
        for (Term part : parts) {
            if (parts.size() > FEW || names.contains(part.id())) {
                return numbered(parts);
            }
            names.add(part.id());
        }
        return names;
    }

    private static List<String> numbered(List<Term> parts) {
        var names = new ArrayList<String>(parts.size());
        var times = new HashMap<String, Integer>();
        for (Term part : parts) {
            String name = part.id();
            int number = times.getOrDefault(name, 1);
            while (times.containsKey(name)) {
                number++;
                name = part.id() + "_" + number;
            }
            times.put(part.id(), number);
            times.putIfAbsent(name, 1);
            names.add(name);
        }
        return names;
    }

    private void text(SerializedString name, String text) {
        json.writeName(name);
        json.writeString(text);
    }

    private void text(SerializedString name, SerializedString text) {
        json.writeName(name);
        json.writeString(text);
    }

    private static SerializedString joined(List<SerializedString> sources) {
        return new SerializedString(
                sources.stream().map(SerializedString::getValue).collect(Collectors.joining("; ")));
    }

    private static SerializedString citation(Source source) {
        return CITATIONS.of(source, each -> new SerializedString(written(each)));
    }

    private static String written(Source source) {
        String stated = Words.of(source.kind()) + ": " + source.citation();
        return source.date().isEmpty() ? stated : stated + ", " + source.date();
    }
}
