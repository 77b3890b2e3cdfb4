package org.tonari.chart;

import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// Finds a family's faces by weight.
///
/// JavaFX knows regular and bold only; a face between them is a family of its own ("Inter Semi Bold"), where it is
/// installed at all.
///
/// @param family the family
record Typeface(String family) {
    private static final Set<String> INSTALLED = Set.copyOf(Font.getFamilies());

    Font font(TextStyle style) {
        List<String> names =
                switch (style.weight()) {
                    case SEMI_BOLD -> List.of(" SemiBold", " Semi Bold", " Semibold", " Demi Bold");
                    case MEDIUM -> List.of(" Medium");
                    case THIN, EXTRA_LIGHT, LIGHT, NORMAL, BOLD, EXTRA_BOLD, BLACK -> List.of();
                };
        for (String name : names) {
            if (INSTALLED.contains(family + name)) {
                return Font.font(family + name, style.size());
            }
        }
        boolean heavy = style.weight().getWeight() >= FontWeight.SEMI_BOLD.getWeight();
        return Font.font(family, heavy ? FontWeight.BOLD : FontWeight.NORMAL, style.size());
    }
}
