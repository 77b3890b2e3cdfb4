package org.tonari.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lines of a stream, some at a time: as many as are there, so that nobody waits for an answer because of lines that
/// are still to come. For one thread.
final class ScenarioLines {
    /// The most characters a line may have.
    static final int LONGEST_LINE = 1 << 20;

    private static final int MOST_CHARACTERS = 4 << 20;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final BufferedReader reader;
    private final int most;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean ended;

    /// @param number of the line, from 1
    /// @param text   without its end; of one that is too long, only as much as shows that it is
    record Line(long number, String text) {}

    /// @param most lines at a time
    ScenarioLines(InputStream stream, int most) {
        this.most = most;
        this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
    }

    /// @return the next lines that are not blank; empty only at the end, or where blank lines are all that came
    List<Line> next() throws IOException {
        var lines = new ArrayList<Line>(most);
        long characters = 0;
        do {
            read();
            String text = line.toString();
            if (!text.isBlank()) {
                lines.add(new Line(number, text));
                characters += text.length();
            }
        } while (!ended && lines.size() < most && characters < MOST_CHARACTERS && reader.ready());
        return lines;
    }

    /// @return whether everything was read
    boolean haveEnded() {
        return ended;
    }

    /// @return whether more can be read without waiting
    boolean areReady() throws IOException {
        return !ended && reader.ready();
    }

    private void read() throws IOException {
        line.setLength(0);
        number++;
        int sign = reader.read();
        while (sign >= 0 && sign != '\n') {
            if (line.length() <= LONGEST_LINE && sign != BYTE_ORDER_MARK) {
                line.append((char) sign);
            }
            sign = reader.read();
        }
        ended = sign < 0;
    }
}
