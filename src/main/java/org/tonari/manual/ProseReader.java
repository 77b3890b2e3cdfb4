package org.tonari.manual;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.tonari.manual.Words.Style;
import org.tonari.text.Language;

/// Reads what stands in a line: words, their styles and links.
final class ProseReader {
    private final Volume volume;
    private final Language language;
    private final LineJoin join;
    private final List<Words> words = new ArrayList<>();
    private boolean lineEnded;

    private record Look(Set<Style> styles, Optional<Destination> link) {
        static final Look PLAIN = new Look(Set.of(), Optional.empty());

        Look with(Style style) {
            var all = EnumSet.of(style);
            all.addAll(styles);
            return new Look(all, link);
        }

        Look to(Destination destination) {
            return new Look(styles, Optional.of(destination));
        }
    }

    private ProseReader(Volume volume, Language language) {
        this.volume = volume;
        this.language = language;
        this.join = new LineJoin(language);
    }

    /// @param block whose inner nodes are read
    static List<Words> read(Node block, Volume volume, Language language) {
        var reader = new ProseReader(volume, language);
        reader.children(block, Look.PLAIN);
        return List.copyOf(reader.words);
    }

    private void children(Node parent, Look look) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read(node, look);
        }
    }

    private void read(Node node, Look look) {
        switch (node) {
            case Text text -> add(text.getLiteral(), look);
            case Code code -> add(code.getLiteral(), look.with(Style.CODE));
            case StrongEmphasis strong -> children(strong, look.with(Style.STRONG));
            case Emphasis emphasis -> children(emphasis, look.with(Style.EMPHASIS));
            case Link link -> children(link, look.to(Destination.of(link.getDestination(), volume, language)));
            case SoftLineBreak _ -> lineEnded = true;
            case HardLineBreak _ -> add("\n", look);
            case HtmlInline html -> add(html.getLiteral(), look);
            case Image image -> children(image, look);
            default -> children(node, look);
        }
    }

    private void add(String text, Look look) {
        if (text.isEmpty()) {
            return;
        }
        String whole = text;
        if (lineEnded && !words.isEmpty()) {
            String last = words.getLast().text();
            whole = join.between(last.codePointBefore(last.length()), text.codePointAt(0)) + text;
        }
        lineEnded = false;
        Words now = new Words(whole, look.styles(), look.link());
        if (!words.isEmpty() && isAlike(words.getLast(), now)) {
            now = new Words(words.removeLast().text() + whole, look.styles(), look.link());
        }
        words.add(now);
    }

    private static boolean isAlike(Words one, Words other) {
        return one.styles().equals(other.styles()) && one.link().equals(other.link());
    }
}
