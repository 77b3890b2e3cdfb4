package org.tonari.engine.speed;

import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Operation;
import org.tonari.explain.Source;
import org.tonari.explain.Term;
import org.tonari.units.Ratio;
import org.tonari.units.Unit;

/// The share of its full speed that a machine keeps: in a power mode that saves, or when it is hot.
///
/// Published runs are of machines at full speed unless they say otherwise, and so are estimates. What a mode or heat
/// leaves differs too much between machines and loads to be assumed (1.4 to 3.8 times slower in the low-power mode of
/// one laptop); a machine's profile states what was read, and a person says which share holds for them.
public final class Pace {
    /// Where a person says which share.
    public static final String PATH = "machine.pace";

    private static final Source YOURS = Source.BY_HAND;

    private Pace() {}

    /// @return the time as long as the machine's pace makes it
    static Term applied(Scenario scenario, Term time) {
        Double share = scenario.overrides().get(PATH);
        return share == null || share == 1
                ? time
                : Term.derived(
                        time.id(),
                        Unit.SECONDS,
                        Operation.QUOTIENT,
                        time.as("full_speed_time"),
                        Term.given("pace", new Ratio(share), YOURS, PATH));
    }
}
