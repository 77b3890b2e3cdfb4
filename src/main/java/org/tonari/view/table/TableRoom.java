package org.tonari.view.table;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.machine.Machine;
import org.tonari.export.picture.VerdictWords;
import org.tonari.export.picture.Wording;
import org.tonari.text.DeskText;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.table.TableColumn;

/// How much room a column of the table needs for its head and for the longest figure it may ever show, so that widths
/// follow the language and the font and never a figure.
///
/// @param font    that figures are written in
/// @param heads   that heads are written in
/// @param wording what words there are
/// @param density how close all stand
/// @param sorted  by which column rows are sorted; its head bears an arrow
record TableRoom(Font font, Font heads, Wording wording, Density density, TableColumn sorted) {
    private static final double LONGEST_NAME = 13;
    private static final double GLYPH = 3.1;
    private static final double ARROW = 1.2;

    /// How close heads and figures stand.
    enum Density {
        /// Each head on one line.
        ONE_LINE,
        /// Heads on two lines.
        TWO_LINES,
        /// Heads on two lines, less room between columns, none for verdicts that no machine has.
        TIGHT
    }

    /// @return the width for the head
    double head(TableColumn column, String text) {
        double em = heads.getSize();
        return switch (density) {
            case ONE_LINE -> width(text, heads) + em * around(column);
            case TWO_LINES -> broken(text) + em * around(column);
            case TIGHT -> {
                double arrow = column == sorted ? ARROW : 0;
                yield broken(text) + em * (arrow + (TableFigures.isWord(column) ? GLYPH : right() + 0.3));
            }
        };
    }

    /// @return whether a head fits on one line into so much
    boolean isWithin(TableColumn column, String text, double room) {
        return width(text, heads) + heads.getSize() * (right() + (column == sorted ? ARROW : 0)) <= room;
    }

    private double around(TableColumn column) {
        return TableFigures.isWord(column) ? GLYPH + ARROW : right() + ARROW + right() / 2;
    }

    /// What stands right of a figure, in em.
    private double right() {
        return density == Density.TIGHT ? 0.9 : 1.4;
    }

    private double broken(String text) {
        return inTwo(text).lines().mapToDouble(line -> width(line, heads)).max().orElse(0);
    }

    /// @return a head on two lines that are as short as can be; on one where it is one word
    static String inTwo(String text) {
        int middle = IntStream.range(0, text.length())
                .filter(at -> text.charAt(at) == ' ')
                .boxed()
                .min(Comparator.comparingInt(at -> Math.max(at, text.length() - at)))
                .orElse(-1);
        return middle < 0 ? text : text.substring(0, middle) + "\n" + text.substring(middle + 1);
    }

    /// @return the width for the longest figure
    double figures(TableColumn column, List<Machine> machines) {
        double em = font.getSize();
        return switch (column) {
            case MACHINE ->
                Math.min(LONGEST_NAME * em, widest(machines.stream().map(Machine::shortName))) + em * (GLYPH + 0.4);
            case VERDICT -> verdicts(Stream.of());
            case SPARE, DELTA_MEMORY -> width("−888.8", font) + em * right();
            case LONGEST_CONTEXT -> width("108.5k", font) + em * right();
            case DECODE -> width("1,888.8", bold()) + em * right();
            case INTERVAL -> width("88.8 – 88.8", font) + em * right();
            case FIRST_TOKEN -> width("58 min 58 s", font) + em * right();
            case POWER, ENERGY -> width("8,888", font) + em * right();
            case PRICE, PRICE_PER_SPEED -> width("1,888,888", font) + em * right();
            case DELTA_RATE -> width("+888.8", font) + em * right();
        };
    }

    /// @param shown what the machines' verdicts are now
    /// @return the width for the longest verdict
    double verdicts(Stream<Verdict> shown) {
        Bytes many = new Bytes(888 * (1L << 30));
        Stream<Verdict> usual =
                Stream.of(new Verdict.Spills(many), new Verdict.DoesNotFit(many, Verdict.Reason.WEIGHTS_TOO_LARGE));
        Stream<Verdict> rare =
                switch (density) {
                    case ONE_LINE, TWO_LINES ->
                        Stream.of(Verdict.Reason.values()).map(reason -> new Verdict.DoesNotFit(Bytes.ZERO, reason));
                    case TIGHT -> shown;
                };
        Stream<String> slow = Stream.of(new Verdict.Fits(many), new Verdict.Tight(many))
                .map(verdict -> wording.text(DeskText.SLOW, VerdictWords.inTable(verdict, wording)));
        Stream<String> plain = Stream.concat(usual, rare).map(verdict -> VerdictWords.inTable(verdict, wording));
        return widest(Stream.concat(plain, slow)) + font.getSize() * (GLYPH + 0.4);
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
