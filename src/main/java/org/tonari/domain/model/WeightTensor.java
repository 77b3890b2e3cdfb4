package org.tonari.domain.model;

import java.util.Objects;

/// One weight matrix of a layer, or several alike.
///
/// @param role    what it is for
/// @param columns elements of a row: the input size, along which block formats run
/// @param rows    the output size
/// @param copies  how many such matrices, 1 or the number of experts
public record WeightTensor(TensorRole role, long columns, long rows, long copies) {
    public WeightTensor {
        Objects.requireNonNull(role);
        if (columns <= 0 || rows <= 0 || copies <= 0) {
            throw new IllegalArgumentException("not a tensor: " + columns + " × " + rows + " × " + copies);
        }
    }

    /// @return one matrix in this role
    public static WeightTensor of(TensorRole role, long columns, long rows) {
        return new WeightTensor(role, columns, rows, 1);
    }

    /// @return how many weights
    public long elements() {
        return Math.multiplyExact(Math.multiplyExact(columns, rows), copies);
    }
}
