package org.tonari.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// The colours and the font of one chart, as its stylesheet gives them.
final class Palette {
    private static final List<ColourMetaData> COLOURS =
            Arrays.stream(Ink.values()).map(ColourMetaData::new).toList();

    private static final CssMetaData<CanvasControl, Font> FONT = new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(CanvasControl control) {
            return true;
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(CanvasControl control) {
            return control.palette().font;
        }
    };

    /// In the order of [Ink].
    private final List<StyleableObjectProperty<Color>> colours = new ArrayList<>();
    private final StyleableObjectProperty<Font> font;

    /// @param onChange runs whenever a colour or the font changes
    Palette(CanvasControl control, Runnable onChange) {
        for (Ink ink : Ink.values()) {
            var property = new SimpleStyleableObjectProperty<>(
                    COLOURS.get(ink.ordinal()), control, ink.property(), Color.web(ink.light()));
            property.addListener(_ -> onChange.run());
            colours.add(property);
        }
        font = new SimpleStyleableObjectProperty<>(FONT, control, "font", Font.getDefault());
        font.addListener(_ -> onChange.run());
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        var all = new ArrayList<CssMetaData<? extends Styleable, ?>>(COLOURS);
        all.add(FONT);
        return all;
    }

    Color colour(Ink ink) {
        return colours.get(ink.ordinal()).get();
    }

    Color colour(MachineMark machine) {
        return colour(Ink.machine(machine.colour()));
    }

    String fontFamily() {
        return font.get().getFamily();
    }

    private static final class ColourMetaData extends CssMetaData<CanvasControl, Color> {
        private final Ink ink;

        ColourMetaData(Ink ink) {
            super(ink.property(), ColorConverter.getInstance(), Color.web(ink.light()));
            this.ink = ink;
        }

        @Override
        public boolean isSettable(CanvasControl control) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(CanvasControl control) {
            return control.palette().colours.get(ink.ordinal());
        }
    }
}
