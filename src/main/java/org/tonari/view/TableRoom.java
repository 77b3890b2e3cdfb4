package org.tonari.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.tonari.domain.Machine;
import org.tonari.domain.Verdict;
import org.tonari.export.picture.VerdictWords;
import org.tonari.export.picture.Wording;
import org.tonari.text.DeskText;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.TableColumn;

/// How much room a column of the table needs for its head and for the longest figure it may ever show, so that widths
/// follow the language and the font and never a figure.
///
/// @param font    that figures are written in
/// @param heads   that heads are written in
/// @param wording what words there are
record TableRoom(Font font, Font heads, Wording wording) {
    private static final double LONGEST_NAME = 13;
    private static final double GLYPH = 3.1;
    private static final double RIGHT = 1.4;
    private static final double ARROW = 1.2;

    /// Whether a head stands on one line or on as many as it has words.
    enum Lines {
        ONE,
        TWO
    }

    /// @return the width for the head
    double head(TableColumn column, Label head, Lines lines) {
        double words =
                switch (lines) {
                    case ONE -> width(head.getText(), heads);
                    case TWO -> broken(head.getText());
                };
        double em = heads.getSize();
        return words + em * (TableFigures.isWord(column) ? GLYPH + ARROW : RIGHT + ARROW + RIGHT / 2);
    }

    /// A head breaks at one place, which is the best one.
    private double broken(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        double whole = width(text, heads);
        return Stream.iterate(1, at -> at < words.size(), at -> at + 1)
                .map(at -> Math.max(
                        width(String.join(" ", words.subList(0, at)), heads),
                        width(String.join(" ", words.subList(at, words.size())), heads)))
                .min(Comparator.naturalOrder())
                .orElse(whole);
    }

    /// @return the width for the longest figure
    double figures(TableColumn column, List<Machine> machines) {
        double em = font.getSize();
        return switch (column) {
            case MACHINE ->
                Math.min(LONGEST_NAME * em, widest(machines.stream().map(Machine::shortName))) + em * (GLYPH + 0.4);
            case VERDICT -> widest(verdicts()) + em * (GLYPH + 0.4);
            case SPARE, DELTA_MEMORY -> width("−888.8", font) + em * RIGHT;
            case LONGEST_CONTEXT -> width("108.5k", font) + em * RIGHT;
            case DECODE -> width("1,888.8", bold()) + em * RIGHT;
            case INTERVAL -> width("88.8 – 88.8", font) + em * RIGHT;
            case FIRST_TOKEN -> width("58 min 58 s", font) + em * RIGHT;
            case POWER, ENERGY -> width("8,888", font) + em * RIGHT;
            case PRICE, PRICE_PER_SPEED -> width("1,888,888", font) + em * RIGHT;
            case DELTA_RATE -> width("+888.8", font) + em * RIGHT;
        };
    }

    private Stream<String> verdicts() {
        Bytes many = new Bytes(888 * (1L << 30));
        Stream<Verdict> all = Stream.concat(
                Stream.of(new Verdict.Spills(many), new Verdict.DoesNotFit(many, Verdict.Reason.WEIGHTS_TOO_LARGE)),
                Stream.of(Verdict.Reason.values()).map(reason -> new Verdict.DoesNotFit(Bytes.ZERO, reason)));
        Stream<String> slow = Stream.of(new Verdict.Fits(many), new Verdict.Tight(many))
                .map(verdict -> wording.text(DeskText.SLOW, VerdictWords.inTable(verdict, wording)));
        return Stream.concat(all.map(verdict -> VerdictWords.inTable(verdict, wording)), slow);
    }

    private Font bold() {
        return Font.font(font.getFamily(), FontWeight.BOLD, font.getSize());
    }

    private double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> width(text, font)).max().orElse(0);
    }

    private static double width(String text, Font font) {
        var measured = new Text(text);
        measured.setFont(font);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
