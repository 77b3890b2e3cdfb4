package org.tonari.export.picture;

import org.tonari.chart.CurvePoint;
import org.tonari.chart.MachineMark;
import org.tonari.chart.ThroughputText;
import org.tonari.text.ChartText;
import org.tonari.text.WindowText;
import org.tonari.units.Tokens;

/// The words of the speed chart.
///
/// @param wording in which language
/// @param kind    which speed
public record SpeedWords(Wording wording, SpeedKind kind) implements ThroughputText {
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
                unit());
    }
}
