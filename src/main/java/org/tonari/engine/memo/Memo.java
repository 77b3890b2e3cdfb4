package org.tonari.engine.memo;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Remembers what a pure function gave for the keys asked for lately, in a fixed number of places.
///
/// Thread-safe without locks: a place holds one immutable pair or nothing, and whoever reads an old one computes the
/// same value again. Forgets by overwriting; never grows.
///
/// @param <K> immutable, with a cheap `hashCode` and `equals`
/// @param <V> immutable, all fields final
public final class Memo<K, V> {
    private final int mask;
    private final @Nullable Pair<K, V>[] places;

    private record Pair<K, V>(K key, V value) {}

    /// @param places at most so many values are kept; a power of two, at least 2
    @SuppressWarnings("unchecked")
    public Memo(int places) {
        if (places < 2 || Integer.bitCount(places) != 1) {
            throw new IllegalArgumentException("places must be a power of two, at least 2: " + places);
        }
        this.mask = places - 1;
        this.places = (Pair<K, V>[]) new Pair<?, ?>[places];
    }

    /// @return the value kept for the key, or what `make` makes of it, kept from now on
    public V of(K key, Function<K, V> make) {
        @Nullable V known = known(key);
        return known == null ? keep(key, make.apply(key)) : known;
    }

    /// @return the value kept for the key, or null
    public @Nullable V known(K key) {
        int place = place(key);
        Pair<K, V> first = places[place];
        if (first != null && first.key().equals(key)) {
            return first.value();
        }
        Pair<K, V> second = places[place ^ 1];
        return second != null && second.key().equals(key) ? second.value() : null;
    }

    /// Keeps a value in the place of an older one; the newest of two neighbours stays.
    ///
    /// @return the value
    public V keep(K key, V value) {
        int place = place(key);
        Pair<K, V> present = places[place];
        if (present != null && !present.key().equals(key)) {
            places[place ^ 1] = present;
        }
        places[place] = new Pair<>(key, value);
        return value;
    }

    private int place(K key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & mask;
    }
}
