package org.tonari.domain.answer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.explain.Answer;

/// What a machine and its running cost, each figure with its tree or what is missing. Amounts are in yen.
///
/// @param assumptions what the figures rest on
/// @param figures     one answer for each figure
/// @param price       the newest yen price, if one was read
public record Cost(CostAssumptions assumptions, Map<Figure, Answer> figures, Optional<Machine.Price> price) {
    /// What can be asked of a cost.
    public enum Figure {
        /// Draw with nothing running.
        IDLE_WATTS,
        /// Draw under load; an upper bound where only a peak is known.
        WATTS,
        /// Energy for one token.
        JOULES_PER_TOKEN,
        /// Kilowatt-hours for a million tokens.
        ENERGY_PER_MILLION,
        /// Yen of electricity for a million tokens.
        ELECTRICITY_PER_MILLION,
        /// The machine's price in yen: stated, or converted from dollars.
        PURCHASE,
        /// The machine's price spread over all tokens of its life, for a million of them.
        PURCHASE_PER_MILLION,
        /// Electricity, standby and purchase for a million tokens.
        TOTAL_PER_MILLION,
        /// The price for each 10^9 bytes that models may take.
        PRICE_PER_GIGABYTE,
        /// The price for each token a second of decoding.
        PRICE_PER_RATE,
        /// Tokens after which the machine has paid for itself against the cloud price.
        BREAK_EVEN_TOKENS,
        /// Days of use until then.
        BREAK_EVEN_DAYS
    }

    public Cost {
        Objects.requireNonNull(assumptions);
        figures = Map.copyOf(new EnumMap<>(figures));
        Objects.requireNonNull(price);
    }

    /// @return the figure, or what is missing for it
    public Answer of(Figure figure) {
        return Objects.requireNonNull(figures.get(figure), figure.name());
    }

    /// @return draw under load
    public Answer watts() {
        return of(Figure.WATTS);
    }

    /// @return energy for one token
    public Answer joulesPerToken() {
        return of(Figure.JOULES_PER_TOKEN);
    }
}
