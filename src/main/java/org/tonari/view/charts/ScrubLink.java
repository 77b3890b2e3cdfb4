package org.tonari.view.charts;

import org.tonari.chart.speed.ThroughputChart;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.SpeedMeasure.Axis;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The line in the speed chart and the context are one number, or the line and the number of users; whoever moves it
/// writes the view-model.
final class ScrubLink {
    private final ThroughputChart chart;
    private final Workbench workbench;
    private final WorkbenchViewModel root;

    private ScrubLink(ThroughputChart chart, Workbench workbench) {
        this.chart = chart;
        this.workbench = workbench;
        this.root = workbench.root();
    }

    static void between(ThroughputChart chart, Workbench workbench) {
        var link = new ScrubLink(chart, workbench);
        workbench.context().contextProperty().subscribe(_ -> link.follow());
        workbench.fields().users().valueProperty().subscribe(_ -> link.follow());
        link.root.resultsProperty().map(results -> results.measure().axis()).subscribe(_ -> link.follow());
        chart.scrubProperty().subscribe(at -> link.write(at.doubleValue()));
        chart.scrubbingProperty().subscribe(link::hold);
    }

    private Axis axis() {
        return root.getResults().measure().axis();
    }

    private void follow() {
        chart.setScrub(
                switch (axis()) {
                    case CONTEXT ->
                        place(workbench.context().contextProperty().getValue().count());
                    case USERS -> workbench.fields().users().valueProperty().getValue();
                });
    }

    private void write(double at) {
        long number = Math.max(1, Math.round(at));
        switch (axis()) {
            case CONTEXT -> {
                if (number != workbench.context().contextProperty().getValue().count()) {
                    workbench.context().entry().set(number);
                }
            }
            case USERS -> {
                if (number != workbench.fields().users().valueProperty().getValue()) {
                    workbench.fields().users().set(number);
                }
            }
        }
    }

    private void hold(boolean scrubbing) {
        if (scrubbing) {
            root.hold(axis() == Axis.CONTEXT ? Act.CONTEXT : Act.USERS);
        } else {
            root.release();
        }
    }

    private static double place(long tokens) {
        return tokens == 1 ? 0 : tokens;
    }
}
