package org.tonari.cli.options;

import org.jspecify.annotations.Nullable;
import org.tonari.cli.session.BadInput;
import org.tonari.domain.question.Wish;
import org.tonari.domain.question.Wish.Limit;
import picocli.CommandLine.Option;

/// Limits of a wish; what is not given is not limited.
public class WishOptions {
    @Option(names = "--budget", paramLabel = "YEN", description = "The most it may cost.")
    private @Nullable Double budget;

    @Option(names = "--watts", paramLabel = "W", description = "The most it may draw under load.")
    private @Nullable Double watts;

    @Option(names = "--litres", paramLabel = "L", description = "The most room its case may take.")
    private @Nullable Double litres;

    @Option(names = "--kilograms", paramLabel = "KG", description = "The most it may weigh.")
    private @Nullable Double kilograms;

    @Option(names = "--decibels", paramLabel = "DBA", description = "The loudest it may be under load.")
    private @Nullable Double decibels;

    @Option(
            names = "--min-decode",
            paramLabel = "TOK/S",
            description = "The least each model should decode. Default: the use's own")
    private @Nullable Double decode;

    /// @param use id of the use case
    /// @throws BadInput where a limit is not above 0
    public Wish wish(String use) {
        Wish wish = Wish.DEFAULT.withUse(use);
        wish = within(wish, Limit.BUDGET_YEN, budget);
        wish = within(wish, Limit.LOAD_WATTS, watts);
        wish = within(wish, Limit.VOLUME_LITRES, litres);
        wish = within(wish, Limit.WEIGHT_KILOGRAMS, kilograms);
        wish = within(wish, Limit.NOISE_DECIBELS, decibels);
        return within(wish, Limit.DECODE_RATE, decode);
    }

    private static Wish within(Wish wish, Limit limit, @Nullable Double value) {
        if (value == null) {
            return wish;
        }
        try {
            return wish.withLimit(limit, value);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()));
        }
    }
}
