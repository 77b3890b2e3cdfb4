package org.tonari.remote;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.OptionalLong;

/// What a server is asked for.
///
/// @param address what
/// @param from    the first byte of a part, where only a part is wanted
/// @param most    how many bytes are taken at most
/// @param known   the tag of content that is at hand and need not come again
/// @param token   who asks; goes to the server of the address alone
record Question(URI address, OptionalLong from, int most, Optional<String> known, Optional<Token> token) {

    static Question whole(URI address, int most) {
        return new Question(address, OptionalLong.empty(), most, Optional.empty(), Optional.empty());
    }

    static Question part(URI address, long from, int most) {
        return new Question(address, OptionalLong.of(from), most, Optional.empty(), Optional.empty());
    }

    Question as(Optional<Token> who) {
        return new Question(address, from, most, known, who);
    }

    /// @param at where a redirect led, or the address itself
    HttpRequest request(URI at, Limits limits) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at).timeout(limits.answer()).header("User-Agent", "tonari");
        if ("http".equalsIgnoreCase(at.getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1);
        }
        from.ifPresent(first -> request.header("Range", "bytes=" + first + "-" + (first + most - 1)));
        known.ifPresent(tag -> request.header("If-None-Match", tag));
        token.filter(_ -> Addresses.isSameServer(at, address))
                .ifPresent(who -> request.header("Authorization", "Bearer " + who.secret()));
        return request.GET().build();
    }
}
