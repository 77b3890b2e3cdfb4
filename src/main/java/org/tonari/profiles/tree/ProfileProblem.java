package org.tonari.profiles.tree;

/// What is wrong with a file, in terms of the person who wrote it.
///
/// @param file     the file, as it was named
/// @param place    where in it, as a path such as `memory.pools[0].capacity.value`, or empty for the whole file
/// @param found    what stands there
/// @param expected what should; empty where what was found says all
public record ProfileProblem(String file, String place, String found, String expected) {
    /// @return the problem in one line
    public String sentence() {
        String where = place.isEmpty() ? file : file + ": " + place;
        return expected.isEmpty() ? where + ": " + found : where + ": found " + found + ", expected " + expected;
    }
}
