package org.tonari.viewmodel.window;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonari.text.ByteUnit;
import org.tonari.text.Language;

/// How the window looks and speaks. Kept between sessions, not undone. UI thread only.
public final class AppearanceViewModel {
    private static final double LEAST_ZOOM = 0.8;
    private static final double MOST_ZOOM = 2;
    private static final double USUAL_RATE = 150;

    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.ENGLISH);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ObjectProperty<ByteUnit> byteUnit = new SimpleObjectProperty<>(ByteUnit.GIB);
    private final ObjectProperty<ColumnScale> columnScale = new SimpleObjectProperty<>(ColumnScale.SAME);
    private final ObjectProperty<Prices> prices = new SimpleObjectProperty<>(Prices.YEN);
    private final DoubleProperty yenPerDollar = new SimpleDoubleProperty(USUAL_RATE);
    private final StringProperty runtime = new SimpleStringProperty("");
    private final DoubleProperty zoom = new SimpleDoubleProperty(1) {
        @Override
        public void set(double factor) {
            super.set(Math.clamp(factor, LEAST_ZOOM, MOST_ZOOM));
        }
    };

    /// Light, dark, or as the operating system says.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /// What prices are shown in; profiles state them in yen.
    public enum Prices {
        YEN("¥"),
        /// Converted at the person's own rate, which stands beside them.
        DOLLAR("$");

        private final String sign;

        Prices(String sign) {
            this.sign = sign;
        }

        /// @return how it is written
        public String sign() {
            return sign;
        }
    }

    /// How memories of different size share the height.
    public enum ColumnScale {
        /// Equal area is equal memory.
        SAME,
        /// Each column takes the whole height.
        FILL
    }

    /// @return the language of all texts
    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// @return light, dark or the system's
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// @return what memory is counted in
    public ObjectProperty<ByteUnit> byteUnitProperty() {
        return byteUnit;
    }

    /// @return what prices are shown in
    public ObjectProperty<Prices> pricesProperty() {
        return prices;
    }

    /// @return the person's own rate, 150 until they say otherwise
    public DoubleProperty yenPerDollarProperty() {
        return yenPerDollar;
    }

    /// @return id of the runtime that a new comparison begins with, or empty for Tonari's pick
    public StringProperty runtimeProperty() {
        return runtime;
    }

    /// @return how memories share the height
    public ObjectProperty<ColumnScale> columnScaleProperty() {
        return columnScale;
    }

    /// @return the size of everything, 0.8 to 2
    public DoubleProperty zoomProperty() {
        return zoom;
    }
}
