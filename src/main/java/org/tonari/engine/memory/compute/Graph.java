package org.tonari.engine.memory.compute;

import java.util.ArrayList;
import java.util.Arrays;

/// The tensors of a forward pass in the order llama.cpp makes them, replayed piece by piece through its allocator
/// (`ggml_gallocr`, ggml-alloc.c): each tensor takes memory when it is made and gives it back after its last use.
///
/// Tensors are numbered from 0. A source given as [#view(int)] is read through a view: it stays alive, but its memory
/// is not reused in place. Sizes are known for one length of the cache, and how they grow with it.
final class Graph {
    /// Every tensor takes a multiple of this many bytes.
    static final long ALIGNMENT = 32;

    private static final long FLOAT_BYTES = 4;

    private final Stretch stretch;
    private final BestFit memory;
    private int size;
    private int done;
    private int clock;
    private int peakTime;
    private TensorName[] names = new TensorName[256];
    private long[] widths = new long[256];
    private long[] counts = new long[256];
    private long[] elements = new long[256];
    private long[] bytes = new long[256];
    private long[] growths = new long[256];
    private long[] addresses = new long[256];
    private long[] addressGrowths = new long[256];
    private int[] takenAt = new int[256];
    private int[] freedAt = new int[256];
    private int[] uses = new int[256];
    private boolean[] inPlace = new boolean[256];
    private boolean[] kept = new boolean[256];
    private boolean[] owned = new boolean[256];
    private int[] sourcesEnd = new int[256];
    private int[] sources = new int[768];
    private Growth[] sides = new Growth[256];
    private final long[] state = new long[256];

    /// Which side of a tensor follows the length of the cache.
    enum Growth {
        NONE,
        WIDTH,
        COUNT
    }

    /// @param stretch of lengths of the cache that the replay holds for, narrowed as it runs
    Graph(Stretch stretch) {
        this.stretch = stretch;
        this.memory = new BestFit(stretch);
    }

    /// @return a source read through a view
    static int view(int tensor) {
        return ~tensor;
    }

    /// Adds an input: it takes memory at once and keeps it until [#letGo(int)] and its last use after that.
    ///
    /// @param element bytes an element takes
    int input(TensorName name, long width, long count, long element) {
        return taken(add(name, width, count, element, new int[0]));
    }

    /// Adds an input whose width may follow the length of the cache.
    ///
    /// @param element bytes an element takes
    int input(TensorName name, Extent width, long count, long element) {
        return taken(grown(add(name, width.size(), count, element, new int[0]), width, Growth.WIDTH));
    }

    private int taken(int tensor) {
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

    /// Adds a tensor of floats whose width may follow the length of the cache.
    int make(TensorName name, Extent width, long count, int... from) {
        return makeOf(name, width, count, FLOAT_BYTES, from);
    }

    /// Adds a tensor whose elements are not floats and whose width may follow the length of the cache.
    int makeOf(TensorName name, Extent width, long count, long element, int... from) {
        return grown(add(name, width.size(), count, element, from), width, Growth.WIDTH);
    }

    /// Adds a tensor whose elements are not floats and whose rows may follow the length of the cache.
    int makeOf(TensorName name, long width, Extent count, long element, int... from) {
        return grown(add(name, width, count.size(), element, from), count, Growth.COUNT);
    }

    /// Adds a tensor of floats that takes over the memory of a source of the same size that nothing else needs.
    int remake(TensorName name, long width, long count, int... from) {
        int tensor = add(name, width, count, FLOAT_BYTES, from);
        inPlace[tensor] = true;
        return tensor;
    }

    /// Adds a tensor of floats as [#remake(TensorName,long,long,int...)], its width following the cache.
    int remake(TensorName name, Extent width, long count, int... from) {
        return remakeOf(name, width, count, FLOAT_BYTES, from);
    }

    /// Adds a tensor, not of floats, that takes over the memory of a source as [#remake(TensorName,long,long,int...)].
    int remakeOf(TensorName name, Extent width, long count, long element, int... from) {
        int tensor = makeOf(name, width, count, element, from);
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
        sides[size] = Growth.NONE;
        long exact = Math.multiplyExact(Math.multiplyExact(width, count), element);
        bytes[size] = Math.ceilDiv(exact, ALIGNMENT) * ALIGNMENT;
        return size++;
    }

    /// Notes how a tensor grows; where its size does not grow evenly, the replay holds for this length alone.
    private int grown(int tensor, Extent side, Growth growth) {
        if (side.grows()) {
            sides[tensor] = growth;
            growths[tensor] = bytes[tensor] / stretch.steps();
            long exact = widths[tensor] * counts[tensor] * elements[tensor];
            if (exact % stretch.steps() != 0 || exact / stretch.steps() % ALIGNMENT != 0) {
                stretch.narrowToHere();
            }
        }
        return tensor;
    }

    private void grow() {
        int larger = 4 * names.length;
        names = Arrays.copyOf(names, larger);
        widths = Arrays.copyOf(widths, larger);
        counts = Arrays.copyOf(counts, larger);
        elements = Arrays.copyOf(elements, larger);
        bytes = Arrays.copyOf(bytes, larger);
        growths = Arrays.copyOf(growths, larger);
        addresses = Arrays.copyOf(addresses, larger);
        addressGrowths = Arrays.copyOf(addressGrowths, larger);
        takenAt = Arrays.copyOf(takenAt, larger);
        freedAt = Arrays.copyOf(freedAt, larger);
        uses = Arrays.copyOf(uses, larger);
        inPlace = Arrays.copyOf(inPlace, larger);
        kept = Arrays.copyOf(kept, larger);
        owned = Arrays.copyOf(owned, larger);
        sides = Arrays.copyOf(sides, larger);
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
            if (source >= 0 && owned[source] && !kept[source] && uses[source] == 1 && isAsLarge(source, tensor)) {
                addresses[tensor] = addresses[source];
                addressGrowths[tensor] = addressGrowths[source];
                free(source);
                own(tensor);
                return true;
            }
        }
        return false;
    }

    private boolean isAsLarge(int one, int other) {
        return stretch.isNothing(
                widths[one] * counts[one] - widths[other] * counts[other], elementGrowth(one) - elementGrowth(other));
    }

    private long elementGrowth(int tensor) {
        return sides[tensor] == Growth.NONE ? 0 : widths[tensor] * counts[tensor] / stretch.steps();
    }

    private void take(int tensor) {
        long before = memory.top();
        addresses[tensor] = memory.take(bytes[tensor], growths[tensor]);
        addressGrowths[tensor] = memory.takenGrowth();
        own(tensor);
        if (memory.top() > before) {
            peakTime = clock;
        }
    }

    private void release(int tensor) {
        uses[tensor]--;
        if (uses[tensor] == 0 && owned[tensor] && !kept[tensor]) {
            memory.giveBack(addresses[tensor], addressGrowths[tensor], bytes[tensor], growths[tensor]);
            free(tensor);
        }
    }

    private void own(int tensor) {
        owned[tensor] = true;
        takenAt[tensor] = ++clock;
    }

    private void free(int tensor) {
        owned[tensor] = false;
        freedAt[tensor] = ++clock;
    }

    /// @return the buffer that the replay comes to, over the stretch of lengths it holds for
    GrowingBuffer buffer() {
        var alive = new ArrayList<GrowingBuffer.Tensor>();
        for (int tensor = 0; tensor < size; tensor++) {
            if (takenAt[tensor] > 0 && takenAt[tensor] <= peakTime && (owned[tensor] || freedAt[tensor] > peakTime)) {
                alive.add(new GrowingBuffer.Tensor(
                        names[tensor], widths[tensor], counts[tensor], elements[tensor], sides[tensor]));
            }
        }
        return new GrowingBuffer(
                stretch.steps(), stretch.shortest(), stretch.longest(), memory.top(), memory.topGrowth(), alive);
    }

    TensorName name(int tensor) {
        return names[tensor];
    }

    long element(int tensor) {
        return elements[tensor];
    }

    /// @return where a tensor lies and where the free blocks lie: equal states replay equal pieces alike
    long[] state(int first, int second) {
        state[0] = addresses[first];
        state[1] = addressGrowths[first];
        state[2] = second < 0 ? -1 : addresses[second];
        state[3] = second < 0 ? 0 : addressGrowths[second];
        int written = memory.write(state, 4);
        return written < 0 ? new long[0] : Arrays.copyOf(state, 4 + written);
    }
}
