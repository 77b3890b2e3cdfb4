package org.tonari.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonari.domain.answer.Roofline;
import org.tonari.domain.answer.Roofline.Counting;
import org.tonari.domain.answer.Roofline.Point;
import org.tonari.text.FigureTable.Cell;

/// Stickers against what a workload reaches, as tables. Immutable.
public final class ReachTable {
    private static final double TERA = 1e12;
    private static final double GIGA = 1e9;

    private final Messages messages;
    private final Formats formats;
    private final FigureCells cells;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public ReachTable(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        this.cells = new FigureCells(messages);
    }

    /// @return a row for each machine and activity: the share of the sticker that is reached
    public FigureTable points(List<Roofline> reaches) {
        var rows = new ArrayList<List<Cell>>();
        for (Roofline reach : reaches) {
            reach.points().forEach(point -> rows.add(row(reach, point)));
        }
        return new FigureTable(
                "reach",
                List.of(
                        cells.words("machine", CommonText.MACHINE),
                        cells.words("activity", ReachText.ACTIVITY),
                        cells.words("sticker_format", ReachText.STICKER_FORMAT),
                        cells.numbers("sticker_flops", ReachText.STICKER),
                        cells.numbers("dense_flops", ReachText.ROOF),
                        cells.numbers("bandwidth_bytes_per_second", ReachText.BANDWIDTH),
                        cells.numbers("intensity", ReachText.INTENSITY),
                        cells.numbers("attainable_flops", ReachText.ATTAINABLE),
                        cells.numbers("reached_flops", ReachText.REACHED),
                        cells.numbers("share_of_sticker", ReachText.SHARE)),
                rows);
    }

    /// @return a row for each peak that sources state
    public FigureTable stickers(List<Roofline> reaches) {
        var rows = new ArrayList<List<Cell>>();
        for (Roofline reach : reaches) {
            for (Roofline.Sticker sticker : reach.stickers()) {
                rows.add(List.of(
                        machine(reach),
                        Cell.words(peak(sticker), sticker.format() + " " + lower(sticker.counting())),
                        FigureCells.number(sticker.peak(), this::tera)));
            }
        }
        return new FigureTable(
                "stickers",
                List.of(
                        cells.words("machine", CommonText.MACHINE),
                        cells.words("format", ReachText.STICKER_FORMAT),
                        cells.numbers("flops", ReachText.STICKER)),
                rows);
    }

    /// @return what is done at a point, in a word or two
    public String activity(Point point) {
        return switch (point.activity()) {
            case PREFILL -> messages.text(ReachText.PREFILL);
            case DECODE -> messages.text(ReachText.DECODE);
            case BATCH -> messages.text(ReachText.BATCH, formats.whole(point.sequences()));
        };
    }

    private List<Cell> row(Roofline reach, Point point) {
        return List.of(
                machine(reach),
                Cell.words(activity(point), lower(point.activity())),
                headline(reach),
                FigureCells.number(reach.headline(), this::tera),
                FigureCells.number(reach.roof(), this::tera),
                FigureCells.number(reach.bandwidth(), value -> formats.decimals(value / GIGA, 0)),
                FigureCells.number(point.intensity(), value -> formats.decimals(value, value < 10 ? 1 : 0)),
                FigureCells.number(point.attainable(), this::tera),
                FigureCells.number(point.reached(), this::tera),
                FigureCells.number(point.share(), this::share));
    }

    private Cell machine(Roofline reach) {
        return Cell.words(reach.machine().shortName(), reach.machine().id());
    }

    private Cell headline(Roofline reach) {
        return reach.stickers().stream()
                .filter(sticker -> sticker.peak().equals(reach.headline()))
                .findFirst()
                .map(sticker -> Cell.words(peak(sticker), sticker.format() + " " + lower(sticker.counting())))
                .orElse(Cell.words(Formats.UNKNOWN, ""));
    }

    private String peak(Roofline.Sticker sticker) {
        return messages.text(
                ReachText.PEAK, sticker.format().toUpperCase(Locale.ROOT), messages.text(counting(sticker.counting())));
    }

    private static ReachText counting(Counting counting) {
        return switch (counting) {
            case DENSE -> ReachText.DENSE;
            case SPARSE -> ReachText.SPARSE;
            case MEASURED -> ReachText.MEASURED;
        };
    }

    private String tera(double flops) {
        double tera = flops / TERA;
        return formats.decimals(tera, tera < 9.95 ? 2 : tera < 99.5 ? 1 : 0);
    }

    /// Decoding reaches so little of a sticker that one decimal would say nothing.
    private String share(double share) {
        return share < 0.00995 ? formats.decimals(share * 100, 2) + " %" : formats.share(share);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
