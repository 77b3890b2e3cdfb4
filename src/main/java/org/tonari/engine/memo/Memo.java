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
    /// Places a key may stand in: few enough to look at all of them, enough that keys seldom drive each other out.
    private static final int NEIGHBOURS = 4;

    private final int mask;
    private final @Nullable Pair<K, V>[] places;
    private final int[] asked;

    private record Pair<K, V>(int hash, K key, V value) {
        boolean isOf(int asked, Object other) {
            return hash == asked && key.equals(other);
        }
    }

    /// @param places at most so many values are kept; a power of two, at least 4
    @SuppressWarnings("unchecked")
    public Memo(int places) {
        if (places < NEIGHBOURS || Integer.bitCount(places) != 1) {
            throw new IllegalArgumentException("places must be a power of two, at least 4: " + places);
        }
        this.mask = places - NEIGHBOURS;
        this.places = (Pair<K, V>[]) new Pair<?, ?>[places];
        this.asked = new int[places];
    }

    /// @return the value kept for the key, or what `make` makes of it, kept from now on
    public V of(K key, Function<K, V> make) {
        @Nullable V known = known(key);
        return known == null ? keep(key, make.apply(key)) : known;
    }

    /// @return the value kept for the key, or what `make` makes of it, kept only if it was asked for before, lately
    public V ofRepeated(K key, Function<K, V> make) {
        @Nullable V known = known(key);
        return known == null ? keepRepeated(key, make.apply(key)) : known;
    }

    /// What was asked for is told by hashes alone: mistaking one for another keeps a value too early, nothing worse.
    private V keepRepeated(K key, V value) {
        int hash = key.hashCode();
        int place = firstPlace(hash) + (hash & NEIGHBOURS - 1);
        boolean repeated = asked[place] == hash;
        asked[place] = hash;
        return repeated ? keep(key, value) : value;
    }

    /// @return the value kept for the key, or null
    public @Nullable V known(K key) {
        int hash = key.hashCode();
        int first = firstPlace(hash);
        for (int place = first; place < first + NEIGHBOURS; place++) {
            Pair<K, V> pair = places[place];
            if (pair != null && pair.isOf(hash, key)) {
                return pair.value();
            }
        }
        return null;
    }

    /// Keeps a value in front of its neighbours; the last of them is forgotten, or an older value for the same key.
    ///
    /// @return the value
    public V keep(K key, V value) {
        int hash = key.hashCode();
        int first = firstPlace(hash);
        int place = first;
        while (place < first + NEIGHBOURS - 1 && !isFreeFor(hash, key, place)) {
            place++;
        }
        System.arraycopy(places, first, places, first + 1, place - first);
        places[first] = new Pair<>(hash, key, value);
        return value;
    }

    private boolean isFreeFor(int hash, K key, int place) {
        Pair<K, V> pair = places[place];
        return pair == null || pair.isOf(hash, key);
    }

    private int firstPlace(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ spread >>> 16) & mask;
    }
}
