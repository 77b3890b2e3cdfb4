package org.tonari.viewmodel.window;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HexFormat;

/// Turns a failure into something a person can pass on.
final class FaultReport {
    private FaultReport() {}

    /// The code depends on what failed and where, not on when or with which values.
    static Notice.Fault of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String place = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.tonari."))
                .findFirst()
                .map(frame -> frame.getClassName() + '.' + frame.getMethodName())
                .orElse("");
        int hash = (root.getClass().getName() + place).hashCode();
        String code = "T-" + HexFormat.of().withUpperCase().toHexDigits(hash);
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return new Notice.Fault(code, code + System.lineSeparator() + text);
    }
}
