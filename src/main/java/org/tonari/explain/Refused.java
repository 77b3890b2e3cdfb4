package org.tonari.explain;

import java.io.Serial;
import java.util.List;

/// A value that cannot be taken, with words for the person who wrote it.
public final class Refused extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String BEFORE_VALUE = ": ";

    private final transient Phrase phrase;

    /// @param pattern what is wrong, as in [Phrase]
    /// @param parts   what stands in it
    public Refused(String pattern, Object... parts) {
        super(Phrase.filled(pattern, parts));
        this.phrase = Phrase.of(pattern, parts);
    }

    /// @return why something was refused; of a message that ends in a value, the value is a part
    public static Phrase why(RuntimeException refusal) {
        if (refusal instanceof Refused refused) {
            return refused.phrase;
        }
        String message = String.valueOf(refusal.getMessage());
        int value = message.indexOf(BEFORE_VALUE);
        return value < 0
                ? Phrase.of(message)
                : new Phrase(
                        message.substring(0, value) + BEFORE_VALUE + "{0}",
                        List.of(message.substring(value + BEFORE_VALUE.length())),
                        message);
    }
}
