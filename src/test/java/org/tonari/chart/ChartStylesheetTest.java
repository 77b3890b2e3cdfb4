package org.tonari.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.css.CssParser;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartStylesheetTest {
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+): (#[0-9a-f]{6});");

    @Test
    void everyInkIsSetByTheStylesheet() throws Exception {
        String css = css();

        assertThat(Ink.values()).allMatch(ink -> css.contains(ink.property() + ": -"));
    }

    @Test
    void theWholeStylesheetCanBeRead() throws Exception {
        CssParser.errorsProperty().clear();

        new CssParser().parse(URI.create(ChartStylesheet.location()).toURL());

        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @Test
    void lightAndDarkDefineTheSameTokens() throws Exception {
        assertThat(tokens(".dark").keySet()).isEqualTo(tokens(".root").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {".root", ".dark"})
    void textIsLegibleOnTheCanvas(String theme) throws Exception {
        Map<String, Color> tokens = tokens(theme);
        Color canvas = tokens.get("-chart-canvas");

        for (String text : List.of(
                "-chart-text-1", "-chart-text-2", "-chart-text-3", "-text-over", "-text-tight", "-chart-accent")) {
            assertThat(contrast(tokens.get(text), canvas)).as(text).isGreaterThanOrEqualTo(4.5);
        }
    }

    /// Non-text marks need 3 : 1; the second machine's light colour is the design's, and its name stands beside it.
    @ParameterizedTest
    @ValueSource(strings = {".root", ".dark"})
    void curvesStandOutFromTheCanvas(String theme) throws Exception {
        Map<String, Color> tokens = tokens(theme);

        tokens.forEach((token, colour) -> {
            if (token.startsWith("-machine-")) {
                assertThat(contrast(colour, tokens.get("-chart-canvas")))
                        .as(token)
                        .isGreaterThanOrEqualTo(3);
            }
        });
    }

    private static String css() throws Exception {
        try (var stream = ChartStylesheet.class.getResourceAsStream("chart.css")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Color> tokens(String selector) throws Exception {
        String css = css();
        int start = css.indexOf("\n" + selector + " {");
        Matcher matcher = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
        var tokens = new TreeMap<String, Color>();
        while (matcher.find()) {
            tokens.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        return tokens;
    }

    /// WCAG 2.2, contrast ratio.
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
