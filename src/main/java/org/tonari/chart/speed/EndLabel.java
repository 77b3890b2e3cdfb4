package org.tonari.chart.speed;

import java.util.List;
import org.tonari.chart.MachineMark;

/// A label at the right end of one or several curves.
///
/// @param machines who; several where curves look the same or labels had to be joined
/// @param joint    how several belong together
/// @param value    the speed at the axis's end; empty where values gave way
/// @param anchorX  where the curve ends; not a number where there is no curve
/// @param anchorY  the same
/// @param y        the label's middle
record EndLabel(List<MachineMark> machines, Joint joint, String value, double anchorX, double anchorY, double y) {
    /// How several machines belong together.
    enum Joint {
        /// Their curves look the same: "Spark = GX10".
        EQUAL,
        /// Their curves look the same at this scale, their numbers differ: "Spark ≈ GX10".
        NEAR,
        /// There is no room for each: "Spark, GX10".
        LIST
    }

    EndLabel {
        machines = List.copyOf(machines);
    }

    boolean runs() {
        return !Double.isNaN(anchorX);
    }

    EndLabel at(double middle) {
        return new EndLabel(machines, joint, value, anchorX, anchorY, middle);
    }

    EndLabel withoutValue() {
        return new EndLabel(machines, joint, "", anchorX, anchorY, y);
    }
}
