package org.tonari.remote;

import java.net.http.HttpHeaders;
import java.util.Optional;
import org.tonari.explain.Phrase;
import org.tonari.remote.RemoteException.Reason;

/// Says why a server refused, as it tells: by status, and where it is a Hugging Face hub by its own words for it.
final class Refusal {
    private Refusal() {}

    /// @param what who was asked for what
    static RemoteException of(String what, int status, HttpHeaders headers) {
        Optional<String> code = headers.firstValue("X-Error-Code");
        return switch (status) {
            case 401 -> new RemoteException(Reason.UNAUTHORIZED, unauthorized(what, code));
            case 403 -> new RemoteException(Reason.FORBIDDEN, forbidden(what, code));
            case 404, 410 -> new RemoteException(Reason.NOT_FOUND, missing(what, code));
            case 429, 503 -> new RemoteException(Reason.BUSY, busy(what, status, headers));
            default -> new RemoteException(Reason.REFUSED, "{0} answered with status {1}", what, status);
        };
    }

    /// A hub answers so also where there is no such repository, lest private ones be found by asking.
    private static Phrase unauthorized(String what, Optional<String> code) {
        return code.filter("GatedRepo"::equals).isPresent()
                ? Phrase.of("{0} asks for an agreement and a token (HF_TOKEN) first", what)
                : Phrase.of("{0} is private or does not exist; private repositories need a token (HF_TOKEN)", what);
    }

    private static Phrase forbidden(String what, Optional<String> code) {
        return code.filter("GatedRepo"::equals).isPresent()
                ? Phrase.of("{0} is open only to those who agreed to its conditions on its page", what)
                : Phrase.of("{0} is not open to whoever asks", what);
    }

    private static Phrase missing(String what, Optional<String> code) {
        return switch (code.orElse("")) {
            case "RepoNotFound" -> Phrase.of("there is no {0}: no such repository", what);
            case "RevisionNotFound" -> Phrase.of("there is no {0}: no such revision", what);
            case "EntryNotFound" -> Phrase.of("there is no {0}: no such file in the repository", what);
            default -> Phrase.of("there is no {0}", what);
        };
    }

    private static Phrase busy(String what, int status, HttpHeaders headers) {
        Phrase trouble =
                status == 429 ? Phrase.of("{0} has had too many requests", what) : Phrase.of("{0} is busy", what);
        return Web.wait(headers)
                .map(wait -> Phrase.of("{0}; it asks to wait {1} s", trouble, wait.toSeconds()))
                .orElseGet(() -> Phrase.of("{0}; try again later", trouble));
    }
}
