package org.tonari.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.text.Language;

/// A document as it is read. Immutable.
///
/// @param volume   which one
/// @param language of this edition
/// @param blocks   one below the other
public record Document(Volume volume, Language language, List<Block> blocks) {
    private static final int TITLE = 1;

    public Document {
        blocks = List.copyOf(blocks);
    }

    /// @return chapters and their sections, in order, without the title
    public List<Chapter> chapters() {
        return headings()
                .filter(heading -> heading.level() > TITLE)
                .map(heading -> new Chapter(
                        heading.level(),
                        heading.prose().text(),
                        heading.anchor(),
                        heading.prose().number()))
                .toList();
    }

    /// @param anchor of a heading
    /// @return the number of that heading's text
    public Optional<Integer> proseAt(String anchor) {
        return headings()
                .filter(heading -> heading.anchor().equals(anchor))
                .map(heading -> heading.prose().number())
                .findFirst();
    }

    /// @param prose number of a text
    /// @return index of the chapter it stands in, −1 before the first
    public int chapterAt(int prose) {
        return (int) chapters().stream()
                        .takeWhile(chapter -> chapter.prose() <= prose)
                        .count()
                - 1;
    }

    /// @return index of a chapter, that behind the last one where there is none of this anchor
    public int chapterOf(String anchor) {
        return (int) chapters().stream()
                .takeWhile(chapter -> !chapter.anchor().equals(anchor))
                .count();
    }

    /// @return the numbers of the chapters' headings
    public List<Integer> chapterStarts() {
        return chapters().stream().map(Chapter::prose).toList();
    }

    /// @param word the whole first cell of a row of a table, as a glossary has them
    /// @return index of the row, that behind the last one where there is none of this word
    public int entryOf(String word) {
        return (int) entries().takeWhile(entry -> !entry.text().equals(word)).count();
    }

    /// @return the numbers of the rows' first cells
    public List<Integer> entryStarts() {
        return entries().map(Prose::number).toList();
    }

    private Stream<Prose> entries() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Table table ? table.rows().stream() : Stream.of())
                .map(List::getFirst);
    }

    /// @return every text, in the order of their numbers
    public List<Prose> prose() {
        var all = new ArrayList<Prose>();
        blocks.forEach(block -> collect(block, all));
        return all;
    }

    private Stream<Block.Heading> headings() {
        return blocks.stream().flatMap(block -> block instanceof Block.Heading heading ? Stream.of(heading) : null);
    }

    private static void collect(Block block, List<Prose> all) {
        switch (block) {
            case Block.Heading heading -> all.add(heading.prose());
            case Block.Paragraph paragraph -> all.add(paragraph.prose());
            case Block.Code code -> all.add(code.prose());
            case Block.Picture picture -> all.add(picture.caption());
            case Block.Listing listing -> listing.items().forEach(item -> item.forEach(each -> collect(each, all)));
            case Block.Quote quote -> quote.blocks().forEach(each -> collect(each, all));
            case Block.Table table -> {
                all.addAll(table.head());
                table.rows().forEach(all::addAll);
            }
            case Block.Rule _ -> {}
        }
    }
}
