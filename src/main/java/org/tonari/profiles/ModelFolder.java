package org.tonari.profiles;

import org.tonari.profiles.tree.ByteSource;

/// Files that belong together under their names: those of a folder, of a repository, or beside one address.
///
/// What reads a model from its files reads them through this, wherever they lie.
public interface ModelFolder {

    /// @return what all files together are called: a folder's name, or a repository's such as `org/name`
    String title();

    /// @return where a file is, for messages and sources: a path or an address
    String place(String file);

    /// @return whether there is such a file
    /// @throws ProfileException where that cannot be found out
    boolean has(String file);

    /// @return the file's bytes, to be closed
    /// @throws ProfileException where there is no such file or it cannot be read
    ByteSource open(String file);
}
