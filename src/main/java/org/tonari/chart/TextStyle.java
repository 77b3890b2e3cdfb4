package org.tonari.chart;

import javafx.scene.text.FontWeight;

/// The type a text is set in: size in logical pixels at 100 %, and weight.
public enum TextStyle {
    TICK(10.5, FontWeight.NORMAL),
    TICK_STRONG(10.5, FontWeight.SEMI_BOLD),
    NAME(12.5, FontWeight.SEMI_BOLD),
    VERDICT(11.5, FontWeight.NORMAL),
    RATE(17, FontWeight.SEMI_BOLD),
    CURVE(11.5, FontWeight.MEDIUM),
    CURVE_VALUE(11.5, FontWeight.SEMI_BOLD),
    CHIP(11, FontWeight.SEMI_BOLD),
    QUESTION(13, FontWeight.SEMI_BOLD);

    private final double size;
    private final FontWeight weight;

    TextStyle(double size, FontWeight weight) {
        this.size = size;
        this.weight = weight;
    }

    double size() {
        return size;
    }

    FontWeight weight() {
        return weight;
    }
}
