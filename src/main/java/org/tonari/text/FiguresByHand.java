package org.tonari.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.MemoryStack.PoolStack;
import org.tonari.domain.answer.Speed;
import org.tonari.explain.Answer;
import org.tonari.explain.Source;
import org.tonari.explain.Term;

/// Which figures a person put in place of shipped ones: whoever is handed a comparison must see them. Immutable.
public final class FiguresByHand {
    private final Messages messages;
    private final Explanations explanations;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public FiguresByHand(Messages messages, Formats formats) {
        this.messages = messages;
        this.explanations = new Explanations(messages, formats);
    }

    /// @return `yours: DGX Spark Memory bandwidth 300 GB/s; …`, or nothing where every figure is a shipped one
    public String line(List<Estimate> estimates) {
        String all = String.join("; ", of(estimates));
        return all.isEmpty() ? "" : messages.text(CommonText.YOUR_OWN) + ": " + all;
    }

    /// @return each figure with its machine, once
    public List<String> of(List<Estimate> estimates) {
        Set<String> found = new LinkedHashSet<>();
        for (Estimate estimate : estimates) {
            String machine = estimate.scenario().machine().shortName();
            for (Term number : numbers(estimate)) {
                leaves(number)
                        .filter(leaf -> leaf.source().equals(Source.BY_HAND))
                        .forEach(leaf ->
                                found.add(machine + " " + explanations.name(leaf) + " " + explanations.value(leaf)));
            }
        }
        return List.copyOf(found);
    }

    private static List<Term> numbers(Estimate estimate) {
        var all = new ArrayList<Term>();
        all.add(estimate.memory().required());
        for (PoolStack pool : estimate.memory().pools()) {
            Stream.of(pool.capacity(), pool.osOverhead(), pool.usable())
                    .map(Answer::optional)
                    .forEach(answer -> answer.ifPresent(all::add));
        }
        if (estimate.speed() instanceof Speed.Known known) {
            all.add(known.stepTime());
            for (Speed.Prediction prediction : List.of(known.prefill(), known.firstToken())) {
                if (prediction instanceof Speed.Estimated estimated) {
                    all.add(estimated.expected());
                }
            }
        }
        return all;
    }

    private static Stream<Term.Given> leaves(Term term) {
        return switch (term) {
            case Term.Given given -> Stream.of(given);
            case Term.Derived derived -> derived.parts().stream().flatMap(FiguresByHand::leaves);
        };
    }
}
