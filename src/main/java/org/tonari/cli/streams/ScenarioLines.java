package org.tonari.cli.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lines of a stream, some at a time: as many as are there, so that nobody waits for an answer because of lines that
/// are still to come. For one thread.
final class ScenarioLines {
    /// The most characters a line may have.
    static final int LONGEST_LINE = 1 << 20;

    private static final int MOST_CHARACTERS = 4 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Reader reader;
    private final char[] signs = new char[1 << 16];
    private final int most;
    private final StringBuilder line = new StringBuilder();
    private int next;
    private int end;
    private long number;
    private boolean ended;

    /// @param number of the line, from 1
    /// @param text   without its end; of one that is too long, only as much as shows that it is
    record Line(long number, String text) {}

    /// @param most lines at a time
    ScenarioLines(InputStream stream, int most) {
        this.most = most;
        this.reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
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
        } while (!ended && lines.size() < most && characters < MOST_CHARACTERS && areReady());
        return lines;
    }

    /// @return whether everything was read
    boolean haveEnded() {
        return ended;
    }

    /// @return whether more can be read without waiting
    boolean areReady() throws IOException {
        return !ended && (next < end || reader.ready());
    }

    private void read() throws IOException {
        line.setLength(0);
        number++;
        boolean whole = false;
        while (!whole && hasMore()) {
            int from = next;
            while (next < end && signs[next] != '\n') {
                next++;
            }
            whole = next < end;
            keep(from, next);
            next += whole ? 1 : 0;
        }
        ended = !whole;
        int mark = line.indexOf(BYTE_ORDER_MARK);
        while (mark >= 0) {
            line.deleteCharAt(mark);
            mark = line.indexOf(BYTE_ORDER_MARK);
        }
    }

    private boolean hasMore() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, reader.read(signs));
        }
        return next < end;
    }

    /// Of a line that is too long, only as much as shows that it is.
    private void keep(int from, int to) {
        int room = LONGEST_LINE + 1 - line.length();
        line.append(signs, from, Math.clamp(to - from, 0, Math.max(0, room)));
    }
}
