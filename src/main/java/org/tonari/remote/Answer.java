package org.tonari.remote;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a server answered in the end.
///
/// @param address who answered, after all redirects
/// @param status  of HTTP
/// @param headers of the answer
/// @param tag     names the content: the same tag, the same bytes; empty where the server does not say
/// @param body    the content; empty where the tag was asked to be another
record Answer(URI address, int status, HttpHeaders headers, Optional<String> tag, byte[] body) {
    static final int WHOLE = 200;
    static final int PART = 206;
    static final int UNCHANGED = 304;

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isUnchanged() {
        return status == UNCHANGED;
    }
}
