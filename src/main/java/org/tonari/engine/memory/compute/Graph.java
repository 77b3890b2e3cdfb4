package org.tonari.engine.memory.compute;

import java.util.Arrays;

/// The tensors of a forward pass in the order llama.cpp makes them, replayed piece by piece through its allocator
/// (`ggml_gallocr`, ggml-alloc.c): each tensor takes memory when it is made and gives it back after its last use.
///
/// Tensors are numbered from 0. A source given as [#view(int)] is read through a view: it stays alive, but its memory
/// is not reused in place.
final class Graph {
    /// Every tensor takes a multiple of this many bytes.
    static final long ALIGNMENT = 32;

    private static final long FLOAT_BYTES = 4;

    private final BestFit memory = new BestFit();
    private final long watched;
    private int size;
    private int done;
    private TensorName[] names = new TensorName[256];
    private long[] widths = new long[256];
    private long[] counts = new long[256];
    private long[] elements = new long[256];
    private long[] bytes = new long[256];
    private long[] addresses = new long[256];
    private int[] uses = new int[256];
    private boolean[] inPlace = new boolean[256];
    private boolean[] kept = new boolean[256];
    private boolean[] owned = new boolean[256];
    private int[] sourcesEnd = new int[256];
    private int[] sources = new int[768];
    private int[] peak = new int[0];

    /// @param watched the height of the buffer at which to note the tensors alive, or a negative number
    Graph(long watched) {
        this.watched = watched;
    }

    /// @return a source read through a view
    static int view(int tensor) {
        return ~tensor;
    }

    /// Adds an input: it takes memory at once and keeps it until [#letGo(int)] and its last use after that.
    ///
    /// @param element bytes an element takes
    int input(TensorName name, long width, long count, long element) {
        int tensor = add(name, width, count, element, new int[0]);
        uses[tensor] = 1;
        take(tensor);
        done = size;
        return tensor;
    }

    /// Ends the hold on a tensor: the uses added next are its last.
    void letGo(int tensor) {
        uses[tensor]--;
    }

    /// Adds a tensor of `width × count` floats.
    int make(TensorName name, long width, long count, int... from) {
        return add(name, width, count, FLOAT_BYTES, from);
    }

    /// Adds a tensor whose elements are not floats.
    int makeOf(TensorName name, long width, long count, long element, int... from) {
        return add(name, width, count, element, from);
    }

    /// Adds a tensor of floats that takes over the memory of a source of the same size that nothing else needs.
    int remake(TensorName name, long width, long count, int... from) {
        int tensor = add(name, width, count, FLOAT_BYTES, from);
        inPlace[tensor] = true;
        return tensor;
    }

    /// Adds a tensor, not of floats, that takes over the memory of a source as [#remake(TensorName,long,long,int...)].
    int remakeOf(TensorName name, long width, long count, long element, int... from) {
        int tensor = add(name, width, count, element, from);
        inPlace[tensor] = true;
        return tensor;
    }

    /// Keeps a tensor until [#letGo(int)] and its last use after that.
    int hold(int tensor) {
        uses[tensor]++;
        return tensor;
    }

    /// Adds a store into a cache: it uses its sources and takes no memory.
    void store(int... from) {
        add(TensorName.CACHE_STORE, 0, 0, 0, from);
    }

    /// Marks an output: it is never given back.
    int keep(int tensor) {
        kept[tensor] = true;
        return tensor;
    }

    private int add(TensorName name, long width, long count, long element, int[] from) {
        if (size == names.length) {
            grow();
        }
        int before = size == 0 ? 0 : sourcesEnd[size - 1];
        if (before + from.length > sources.length) {
            sources = Arrays.copyOf(sources, 2 * sources.length);
        }
        System.arraycopy(from, 0, sources, before, from.length);
        sourcesEnd[size] = before + from.length;
        names[size] = name;
        widths[size] = width;
        counts[size] = count;
        elements[size] = element;
        long exact = Math.multiplyExact(Math.multiplyExact(width, count), element);
        bytes[size] = Math.ceilDiv(exact, ALIGNMENT) * ALIGNMENT;
        return size++;
    }

    private void grow() {
        int larger = 2 * names.length;
        names = Arrays.copyOf(names, larger);
        widths = Arrays.copyOf(widths, larger);
        counts = Arrays.copyOf(counts, larger);
        elements = Arrays.copyOf(elements, larger);
        bytes = Arrays.copyOf(bytes, larger);
        addresses = Arrays.copyOf(addresses, larger);
        uses = Arrays.copyOf(uses, larger);
        inPlace = Arrays.copyOf(inPlace, larger);
        kept = Arrays.copyOf(kept, larger);
        owned = Arrays.copyOf(owned, larger);
        sourcesEnd = Arrays.copyOf(sourcesEnd, larger);
    }

    /// Replays what was added since the last replay. A tensor nothing has used so far waits for a later piece.
    void replay() {
        int first = done == 0 ? 0 : sourcesEnd[done - 1];
        for (int s = first; s < sourcesEnd[size - 1]; s++) {
            uses[origin(sources[s])]++;
        }
        for (int tensor = done; tensor < size; tensor++) {
            int from = tensor == 0 ? 0 : sourcesEnd[tensor - 1];
            int to = sourcesEnd[tensor];
            if (bytes[tensor] > 0 && !(inPlace[tensor] && takesOver(tensor, from, to))) {
                take(tensor);
            }
            for (int s = from; s < to; s++) {
                release(origin(sources[s]));
            }
        }
        done = size;
    }

    private static int origin(int source) {
        return source < 0 ? ~source : source;
    }

    private boolean takesOver(int tensor, int from, int to) {
        for (int s = from; s < to; s++) {
            int source = sources[s];
            if (source >= 0
                    && owned[source]
                    && !kept[source]
                    && widths[source] * counts[source] == widths[tensor] * counts[tensor]
                    && uses[source] == 1) {
                addresses[tensor] = addresses[source];
                owned[source] = false;
                owned[tensor] = true;
                return true;
            }
        }
        return false;
    }

    private void take(int tensor) {
        long before = memory.top();
        addresses[tensor] = memory.take(bytes[tensor]);
        owned[tensor] = true;
        if (memory.top() > before && memory.top() == watched) {
            peak = alive();
        }
    }

    private void release(int tensor) {
        uses[tensor]--;
        if (uses[tensor] == 0 && owned[tensor] && !kept[tensor]) {
            memory.giveBack(addresses[tensor], bytes[tensor]);
            owned[tensor] = false;
        }
    }

    private int[] alive() {
        var tensors = new int[size];
        int found = 0;
        for (int tensor = 0; tensor < size; tensor++) {
            if (owned[tensor]) {
                tensors[found++] = tensor;
            }
        }
        return Arrays.copyOf(tensors, found);
    }

    /// @return how high the buffer grew
    long top() {
        return memory.top();
    }

    /// @return the tensors alive when the buffer reached the watched height
    int[] peak() {
        return peak.clone();
    }

    TensorName name(int tensor) {
        return names[tensor];
    }

    long width(int tensor) {
        return widths[tensor];
    }

    long count(int tensor) {
        return counts[tensor];
    }

    long element(int tensor) {
        return elements[tensor];
    }

    /// @return the bytes the tensor takes, aligned
    long bytes(int tensor) {
        return bytes[tensor];
    }

    /// @return where a tensor lies and where the free blocks lie: equal states replay equal pieces alike
    long[] state(int first, int second) {
        var state = new long[64];
        state[0] = addresses[first];
        state[1] = second < 0 ? -1 : addresses[second];
        int written = memory.write(state, 2);
        return written < 0 ? new long[0] : Arrays.copyOf(state, 2 + written);
    }
}
