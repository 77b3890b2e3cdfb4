package org.tonari.remote;

import java.time.Duration;

/// How long and how much is waited for and taken.
///
/// @param connect   for a connection
/// @param answer    for one answer with all its content
/// @param retry     before one more try where the server asks to wait; longer waits are the person's to make
/// @param header    bytes at the start of a file that are read at most
/// @param document  bytes of a whole document, such as a list of files
/// @param redirects from one address to the next
/// @param tries     of one request, the first included
record Limits(Duration connect, Duration answer, Duration retry, int header, int document, int redirects, int tries) {
    /// What holds outside of tests. Headers of the largest models published so far take some 10 MiB.
    static final Limits STANDARD =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(5), 96 << 20, 16 << 20, 5, 3);
}
