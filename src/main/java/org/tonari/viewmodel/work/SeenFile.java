package org.tonari.viewmodel.work;

import java.nio.file.Path;
import java.util.Optional;
import org.tonari.viewmodel.work.WorkFiles.Mark;

/// A comparison's own file as it was when its window last read or wrote it.
///
/// @param file where, if anywhere
/// @param mark of what stood in it
record SeenFile(Optional<Path> file, Mark mark) {
    static final SeenFile NONE = new SeenFile(Optional.empty(), Mark.NOTHING);

    /// @param now what stands in the file now; a file that is gone holds nothing that could be lost
    /// @return whether somebody else wrote it since
    boolean isChanged(Path path, Mark now) {
        return file.filter(path::equals).isPresent() && !now.equals(Mark.NOTHING) && !now.equals(mark);
    }
}
