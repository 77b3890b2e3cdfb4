package org.tonari.manual;

import java.util.List;
import java.util.OptionalInt;

/// What a document consists of, one below the other.
public sealed interface Block {
    /// A heading.
    ///
    /// @param level  1 for the title, 2 for a chapter, …
    /// @param anchor what links call it
    record Heading(int level, Prose prose, String anchor) implements Block {}

    /// A paragraph.
    record Paragraph(Prose prose) implements Block {}

    /// Lines to be typed, or as they are printed.
    ///
    /// @param language what they are written in, such as `sh`, or empty
    record Code(Prose prose, String language) implements Block {
        /// @return whether they are commands of a terminal
        public boolean isCommand() {
            return language.equals("sh");
        }
    }

    /// A list.
    ///
    /// @param first number of the first item; without one the items bear bullets
    /// @param items each of blocks of its own
    record Listing(OptionalInt first, List<List<Block>> items) implements Block {
        public Listing {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /// A table; all rows have as many cells as the head.
    ///
    /// @param sides where the cells of each column stand
    /// @param head  names of the columns
    /// @param rows  below it
    record Table(List<Side> sides, List<Prose> head, List<List<Prose>> rows) implements Block {
        public Table {
            sides = List.copyOf(sides);
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Where text stands in its column.
    enum Side {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// A picture on a line of its own.
    ///
    /// @param caption what is to be seen
    /// @param file    its name among the module's pictures
    record Picture(Prose caption, String file) implements Block {}

    /// Somebody else's words.
    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    /// A line between two parts.
    record Rule() implements Block {}
}
