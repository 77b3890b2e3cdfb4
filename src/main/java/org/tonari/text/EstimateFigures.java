package org.tonari.text;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Speed;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.explain.Answer;
import org.tonari.units.ByteDifference;
import org.tonari.units.Tokens;

/// The figures of one estimate that a row of a comparison shows; each empty where nobody knows it.
///
/// @param estimate what they are read from
public record EstimateFigures(Estimate estimate) {

    /// @return what models may take less what is required
    public Optional<ByteDifference> spare() {
        return StackTotals.of(estimate.memory()).spare();
    }

    /// @return the longest context; empty where it is unknown or nothing fits
    public Optional<Tokens> longestContext() {
        return estimate.fit()
                .longestContext()
                .optional()
                .map(term -> new Tokens(Math.round(term.value().magnitude())))
                .filter(tokens -> tokens.count() > 0);
    }

    /// @return whether the scenario runs at all, as far as is known
    public boolean runs() {
        return !(estimate.speed() instanceof Speed.NotRunning)
                && !(estimate.fit().verdict() instanceof Verdict.DoesNotFit);
    }

    /// @return tokens a second for one sequence
    public Optional<Speed.Estimated> decode() {
        return estimate.speed().known().map(Speed.Known::decode);
    }

    /// @return tokens a second over all sequences
    public Optional<Speed.Estimated> aggregate() {
        return estimate.speed().known().map(Speed.Known::aggregate);
    }

    /// @return prompt tokens a second
    public Optional<Speed.Estimated> prefill() {
        return estimate.speed().known().flatMap(known -> estimated(known.prefill()));
    }

    /// @return seconds from prompt to first token
    public Optional<Speed.Estimated> firstToken() {
        return estimate.speed().known().flatMap(known -> estimated(known.firstToken()));
    }

    /// @return draw under load
    public OptionalDouble watts() {
        return number(estimate.cost().watts());
    }

    /// @return energy for one token
    public OptionalDouble joulesPerToken() {
        return number(estimate.cost().joulesPerToken());
    }

    /// @return the price
    public Optional<Machine.Price> price() {
        return estimate.cost().price();
    }

    /// @return the price divided by the decode rate
    public OptionalDouble pricePerRate() {
        double rate = decode().map(Speed.Estimated::value).orElse(0.0);
        return price().isPresent() && rate > 0
                ? OptionalDouble.of(price().get().amount().amount() / rate)
                : OptionalDouble.empty();
    }

    private static Optional<Speed.Estimated> estimated(Speed.Prediction prediction) {
        return switch (prediction) {
            case Speed.Estimated estimated -> Optional.of(estimated);
            case Speed.Unpredicted _ -> Optional.empty();
        };
    }

    private static OptionalDouble number(Answer answer) {
        return answer.optional()
                .map(term -> OptionalDouble.of(term.value().magnitude()))
                .orElseGet(OptionalDouble::empty);
    }
}
