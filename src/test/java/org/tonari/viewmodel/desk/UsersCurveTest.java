package org.tonari.viewmodel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.answer.ConcurrencyCurve;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.desk.SpeedMeasure.Axis;

class UsersCurveTest {
    private final Desk desk = new Desk();

    @Test
    void acrossUsersEachMachineHasPointsFromOneToSixtyFour() {
        desk.root.across(Axis.USERS);
        desk.pulse.tick();

        assertThat(desk.root.measureProperty().get()).isEqualTo(SpeedMeasure.EACH_USER);
        List<ConcurrencyCurve.Point> points = first().users().points();
        assertThat(points.getFirst().users()).isEqualTo(1);
        assertThat(points.getLast().users()).isEqualTo(64);
        assertThat(first().curve()).isEmpty();
    }

    @Test
    void aCurveAcrossUsersStaysWhileTheirNumberIsMoved() {
        desk.root.across(Axis.USERS);
        desk.pulse.tick();
        ConcurrencyCurve before = first().users();

        new FieldsViewModel(desk.root).users().set(8);
        desk.pulse.tick();
        desk.root.measureProperty().set(SpeedMeasure.ALL_USERS);
        desk.pulse.tick();

        assertThat(first().users()).isSameAs(before);
    }

    @Test
    void goingBackToContextsShowsTheUsualMeasureThere() {
        desk.root.across(Axis.USERS);
        desk.root.across(Axis.CONTEXT);
        desk.pulse.tick();

        assertThat(desk.root.measureProperty().get()).isEqualTo(SpeedMeasure.DECODE);
        assertThat(first().curve()).isNotEmpty();
    }

    private Results.Column first() {
        return desk.root.getResults().columns().getFirst();
    }
}
