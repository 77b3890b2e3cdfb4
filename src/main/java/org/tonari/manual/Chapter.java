package org.tonari.manual;

/// A heading as it stands in the list of contents.
///
/// @param level  2 for a chapter, 3 for a section of one
/// @param title  without its styles
/// @param anchor what links call it
/// @param prose  number of its text in the document
public record Chapter(int level, String title, String anchor, int prose) {}
