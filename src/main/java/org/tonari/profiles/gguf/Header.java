package org.tonari.profiles.gguf;

import java.util.List;

/// What stands before the weights of one file.
///
/// @param metadata what the file says of itself
/// @param tensors  the table of tensors, in its order
/// @param bytes    how long the header is, padding included
record Header(Metadata metadata, List<GgufTensor> tensors, long bytes) {
    Header {
        tensors = List.copyOf(tensors);
    }
}
