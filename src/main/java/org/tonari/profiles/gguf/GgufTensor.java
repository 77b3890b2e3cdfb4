package org.tonari.profiles.gguf;

import java.util.List;

/// An entry of the table of tensors.
///
/// @param name as in the file, such as `blk.0.attn_q.weight`
/// @param size elements along each of up to four dimensions, the row's length first
/// @param type how it is packed
/// @param bytes what it takes in the file
record GgufTensor(String name, List<Long> size, TensorType type, long bytes) {
    GgufTensor {
        size = List.copyOf(size);
    }

    /// @return elements along a dimension from 0; 1 for one that is not written
    long size(int dimension) {
        return dimension < size.size() ? size.get(dimension) : 1;
    }

    /// @return how many elements there are; a file too large to exist was refused before
    long elements() {
        long elements = 1;
        for (long along : size) {
            elements *= along;
        }
        return elements;
    }

    /// @return whether all elements lie along one dimension
    boolean isVector() {
        return elements() == size(0);
    }
}
