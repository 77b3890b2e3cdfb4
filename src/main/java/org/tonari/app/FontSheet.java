package org.tonari.app;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A stylesheet that sets one font family.
final class FontSheet {
    private FontSheet() {}

    /// @return the sheet as an address
    static String of(String family) {
        String css = ".root { -fx-font-family: \"" + family.replace("\"", "") + "\"; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
