package org.tonari.cli.streams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Writes text to a stream as UTF-8, and passes on as it is what is UTF-8 already.
public final class Utf8Writer extends PrintWriter {
    private final OutputStream stream;

    /// @param stream where everything goes when this is flushed
    public Utf8Writer(OutputStream stream) {
        super(stream, false, StandardCharsets.UTF_8);
        this.stream = stream;
    }

    /// Writes text behind what was written so far, whatever the writer it goes to.
    ///
    /// @param utf8 the text in UTF-8
    static void write(ByteArrayOutputStream utf8, PrintWriter out) {
        if (out instanceof Utf8Writer writer) {
            writer.pass(utf8);
        } else {
            out.write(utf8.toString(StandardCharsets.UTF_8));
        }
    }

    private void pass(ByteArrayOutputStream utf8) {
        flush();
        try {
            utf8.writeTo(stream);
        } catch (IOException _) {
            setError();
        }
    }
}
