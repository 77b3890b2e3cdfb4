package org.tonari.viewmodel.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.units.Tokens;

/// The contexts that can be chosen for a model: a logarithmic scale from 1,024 tokens.
///
/// @param longest what the model was made for, at least 1
public record ContextScale(Tokens longest) {
    /// Where the scale begins.
    public static final long FIRST = 1_024;

    private static final int POINTS_PER_OCTAVE = 4;

    public ContextScale {
        if (longest.count() < 1) {
            throw new IllegalArgumentException("a model reads at least one token");
        }
    }

    /// @return where the drawn scale ends: at the longest context, and an octave after its beginning at least
    public Tokens end() {
        return new Tokens(Math.max(longest.count(), 2 * FIRST));
    }

    /// @return the nearest context that can be chosen
    public Tokens clamp(double tokens) {
        double most = longest.count();
        return new Tokens(Math.round(Math.clamp(tokens, Math.min(FIRST, most), most)));
    }

    /// @param tokens         a place on the scale
    /// @param pixelsPerOctave how far apart powers of two are drawn
    /// @param reach          within how many pixels a power of two attracts
    /// @return the power of two nearby, else the nearest multiple of 256
    public Tokens snapped(double tokens, double pixelsPerOctave, double reach) {
        double octave = Math.log(Math.max(tokens, 1)) / Math.log(2);
        double nearest = Math.rint(octave);
        if (Math.abs(octave - nearest) * pixelsPerOctave <= reach) {
            return clamp(Math.pow(2, nearest));
        }
        return clamp(Math.rint(tokens / 256) * 256);
    }

    /// @param steps how many sixteenths of an octave, negative for down
    /// @return the context reached from `from`, on round numbers
    public Tokens stepped(Tokens from, int steps) {
        long tokens = from.count();
        for (int i = 0; i < Math.abs(steps); i++) {
            tokens = steps > 0 ? up(tokens) : down(tokens);
        }
        return clamp(tokens);
    }

    private static long up(long tokens) {
        long step = Math.max(1, Long.highestOneBit(tokens) / 16);
        return (tokens / step + 1) * step;
    }

    private static long down(long tokens) {
        long step = Math.max(1, Long.highestOneBit(Math.max(1, tokens - 1)) / 16);
        return (Math.ceilDiv(tokens, step) - 1) * step;
    }

    /// @param full where the memory is full, so that a curve ends just there
    /// @return the contexts at which curves are computed, from nearly empty to the longest
    public List<Tokens> samples(Optional<Tokens> full) {
        return Stream.concat(samples().stream(), full.stream())
                .filter(tokens -> tokens.count() <= longest.count())
                .distinct()
                .sorted()
                .toList();
    }

    /// @return the same without regard to the memory
    public List<Tokens> samples() {
        var samples = new ArrayList<Tokens>();
        samples.add(new Tokens(1));
        double step = Math.pow(2, 1.0 / POINTS_PER_OCTAVE);
        for (int i = 0; ; i++) {
            long tokens = Math.round(FIRST * Math.pow(step, i));
            if (tokens >= longest.count()) {
                break;
            }
            samples.add(new Tokens(tokens));
        }
        if (longest.count() > 1) {
            samples.add(longest);
        }
        return List.copyOf(samples);
    }
}
