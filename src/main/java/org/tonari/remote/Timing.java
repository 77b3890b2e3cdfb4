package org.tonari.remote;

import java.io.IOException;

/// How one kind of server is asked for an answer and tells how long it took.
interface Timing {
    /// @param prompt tokens wanted in the prompt
    /// @param answer tokens wanted in the answer
    Run run(String model, long prompt, int answer, Errand errand) throws IOException;
}
