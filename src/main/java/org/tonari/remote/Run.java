package org.tonari.remote;

/// One answered request, timed.
///
/// @param prompt  tokens of the prompt
/// @param answer  tokens of the answer
/// @param prefill prompt tokens a second, 0 where that could not be told
/// @param decode  answer tokens a second after the first, 0 where that could not be told
/// @param clock   who timed it
public record Run(long prompt, long answer, double prefill, double decode, Clock clock) {

    /// Who timed a request.
    public enum Clock {
        /// The server itself: without network and queue.
        SERVER,
        /// Tonari, by the arrival of tokens: network and queue included.
        ARRIVAL
    }

    /// @return tokens in the cache while decoding, on average
    public double depth() {
        return prompt + answer / 2.0;
    }
}
