package org.tonari.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import org.tonari.chart.ChartStylesheet;

/// The window's stylesheets: a theme for the controls, colour tokens of the charts, and the workbench's own.
public final class Stylesheets {
    /// Light on dark, or dark on light.
    public enum Shade {
        LIGHT,
        DARK
    }

    private Stylesheets() {}

    /// @return the stylesheet of the controls, for `Application.setUserAgentStylesheet`
    public static String theme(Shade shade) {
        return switch (shade) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    /// Puts the workbench's own stylesheets on a scene.
    public static void install(Scene scene) {
        scene.getStylesheets().setAll(own());
    }

    /// Tells the scene which shade its tokens take.
    public static void shade(Scene scene, Shade shade) {
        var classes = scene.getRoot().getStyleClass();
        classes.removeAll(List.of("dark"));
        if (shade == Shade.DARK) {
            classes.add("dark");
        }
    }

    private static List<String> own() {
        String workbench = Objects.requireNonNull(
                        Stylesheets.class.getResource("workbench.css"), "workbench.css is part of the module")
                .toExternalForm();
        return List.of(ChartStylesheet.location(), workbench);
    }
}
