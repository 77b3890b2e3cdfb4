package org.tonari.cli.reports;

import java.util.List;
import java.util.Map;

/// Profiles of one kind as a table for reading and as objects for programs.
public interface ProfileList {
    /// @return the heads of the table's columns
    List<String> heads();

    /// @return whether a column, from 0, holds numbers
    boolean isNumeric(int column);

    /// @return the table's rows
    List<List<String>> rows();

    /// @return the profiles' key figures by name; a figure nobody states is an empty [java.util.Optional]
    List<Map<String, Object>> objects();
}
