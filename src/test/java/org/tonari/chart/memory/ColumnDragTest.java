package org.tonari.chart.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.chart.FxThread;
import org.tonari.chart.ShownChart;

class ColumnDragTest {
    @Test
    void aColumnGoesToTheGapItIsCarriedTo() {
        assertThat(new Carried(2, 0).places()).isEqualTo(-2);
        assertThat(new Carried(2, 2).places()).isZero();
        assertThat(new Carried(2, 3).places()).isZero();
        assertThat(new Carried(2, 5).places()).isEqualTo(2);
    }

    @Test
    void draggingAHeadingMovesItsMachine() throws Exception {
        var moves = new ArrayList<String>();

        FxThread.call(() -> {
            var chart = new MemoryStackChart();
            chart.setStacks(SevenMachines.columns());
            chart.setOnMove((machine, places) -> moves.add(machine + " " + places));
            var shown = new ShownChart(chart, 1024, 230);
            var frame = new MemoryFrame(1024, 230, 7);
            shown.grab(frame.columnX(0) + 20, MemoryFrame.NAME_Y);
            shown.drag(frame.columnX(3), MemoryFrame.NAME_Y, false);
            shown.release(frame.columnX(3), MemoryFrame.NAME_Y);
            shown.grab(frame.columnX(1) + 20, MemoryFrame.NAME_Y);
            shown.drag(frame.columnX(1) + 23, MemoryFrame.NAME_Y, false);
            shown.release(frame.columnX(1) + 23, MemoryFrame.NAME_Y);
            return chart;
        });

        assertThat(moves).isEqualTo(List.of("spark 2"));
    }
}
