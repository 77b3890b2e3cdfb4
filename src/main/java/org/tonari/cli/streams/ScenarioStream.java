package org.tonari.cli.streams;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tonari.cli.session.Session;
import org.tonari.cli.streams.ScenarioAnswers.Answered;
import org.tonari.export.EstimatePart;

/// Scenarios as JSON Lines in, estimates as JSON Lines out, in the same order and in constant memory.
///
/// A bad line becomes an object with its `error` and its `line`, and the rest goes on. Blank lines are passed over.
/// Lines are answered on all processors; a line is answered as soon as it is there, be more to come or not.
public final class ScenarioStream {
    /// How many bundles of lines may wait for each processor, done or not.
    private static final int WAITING = 16;

    /// Answers that wait to be written outlive a collection of garbage; few long ones take as much as many short ones.
    private static final int FEW_LINES = 8;

    private static final int MANY_LINES = 64;

    private final PrintWriter out;
    private final ScenarioAnswers answers;
    private final int linesAtOnce;
    private final Queue<Future<Answered>> waiting = new ArrayDeque<>();
    private StreamOutcome outcome = StreamOutcome.ALL_FIT;

    /// @param parts what each answer holds
    public ScenarioStream(Session session, Set<EstimatePart> parts) {
        this.out = session.out();
        this.answers = new ScenarioAnswers(session, parts);
        this.linesAtOnce = parts.contains(EstimatePart.EXPLANATION) ? FEW_LINES : MANY_LINES;
    }

    /// Ends early where nobody reads the answers any more.
    ///
    /// @return how it went
    /// @throws IOException where the stream cannot be read
    public StreamOutcome run(InputStream stream) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        var lines = new ScenarioLines(stream, linesAtOnce);
        try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
            while (!lines.haveEnded()) {
                List<ScenarioLines.Line> next = lines.next();
                waiting.add(workers.submit(() -> answers.of(next)));
                if (!write(lines.areReady() ? processors * WAITING : 0)) {
                    workers.shutdownNow();
                    return outcome;
                }
            }
        }
        return outcome;
    }

    /// Writes answers until no more than so many are waited for.
    ///
    /// @return whether somebody still reads them
    private boolean write(int mostWaiting) throws IOException {
        boolean wrote = false;
        while (waiting.size() > mostWaiting) {
            Answered answered = finished(waiting.remove());
            outcome = answered.outcome().compareTo(outcome) > 0 ? answered.outcome() : outcome;
            Utf8Writer.write(answered.text(), out);
            wrote = true;
        }
        return !wrote || !out.checkError();
    }

    private static Answered finished(Future<Answered> answered) {
        try {
            return answered.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while answering");
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }
}
