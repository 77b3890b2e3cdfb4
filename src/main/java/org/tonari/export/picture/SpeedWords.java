package org.tonari.export.picture;

import org.tonari.chart.MachineMark;
import org.tonari.chart.speed.CurvePoint;
import org.tonari.chart.speed.ThroughputText;
import org.tonari.text.ChartText;
import org.tonari.text.WindowText;
import org.tonari.units.Tokens;

/// The words of the speed chart.
///
/// @param wording in which language
/// @param kind    which speed
public record SpeedWords(Wording wording, SpeedKind kind) implements ThroughputText {
    private static final double MOST_SECONDS = 100;

    @Override
    public String unit() {
        return wording.text(kind.unit());
    }

    @Override
    public String value(double value) {
        return kind.value(value, wording.formats());
    }

    @Override
    public String tick(double value) {
        return wording.formats().decimals(value, value == Math.rint(value) ? 0 : 1);
    }

    @Override
    public boolean isTime() {
        return kind == SpeedKind.FIRST_TOKEN;
    }

    @Override
    public String unit(double top) {
        return isClock(top) ? "" : unit();
    }

    @Override
    public String tick(double value, double top) {
        return isClock(top) && value > 0 ? clock(Math.round(value)) : tick(value);
    }

    private boolean isClock(double top) {
        return isTime() && top > MOST_SECONDS;
    }

    /// `20 min`, `2 h`, `1 h 20 min`
    private String clock(long seconds) {
        String hours = seconds < 3_600 ? "" : wording.formats().whole(seconds / 3_600) + " h";
        String minutes = seconds % 3_600 == 0 ? "" : seconds % 3_600 / 60 + " min";
        return (hours + " " + minutes).strip();
    }

    @Override
    public String place(double at) {
        return kind.isAcrossUsers()
                ? wording.formats().whole(Math.round(at))
                : wording.formats().contextLabel(new Tokens(Math.round(at)));
    }

    @Override
    public String empty() {
        return wording.text(WindowText.EMPTY_CONTEXT);
    }

    @Override
    public String atOnce(int users) {
        return wording.text(ChartText.AT_ONCE, wording.formats().whole(users));
    }

    @Override
    public String spoken(MachineMark machine, CurvePoint point) {
        return wording.text(
                        kind.isAcrossUsers() ? ChartText.SPOKEN_USERS : WindowText.SPOKEN_POINT,
                        machine.name(),
                        wording.formats().whole(Math.round(point.at())),
                        value(point.expected()),
                        isTime() ? "" : unit())
                .strip();
    }
}
