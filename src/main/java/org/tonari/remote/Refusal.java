package org.tonari.remote;

import java.net.http.HttpHeaders;
import java.util.Optional;
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
            case 404, 410 -> new RemoteException(Reason.NOT_FOUND, "there is no " + what + missing(code));
            case 429, 503 -> new RemoteException(Reason.BUSY, busy(what, status, headers));
            default -> new RemoteException(Reason.REFUSED, what + " answered with status " + status);
        };
    }

    /// A hub answers so also where there is no such repository, lest private ones be found by asking.
    private static String unauthorized(String what, Optional<String> code) {
        return code.filter("GatedRepo"::equals).isPresent()
                ? what + " asks for an agreement and a token (HF_TOKEN) first"
                : what + " is private or does not exist; private repositories need a token (HF_TOKEN)";
    }

    private static String forbidden(String what, Optional<String> code) {
        return code.filter("GatedRepo"::equals).isPresent()
                ? what + " is open only to those who agreed to its conditions on its page"
                : what + " is not open to whoever asks";
    }

    private static String missing(Optional<String> code) {
        return switch (code.orElse("")) {
            case "RepoNotFound" -> ": no such repository";
            case "RevisionNotFound" -> ": no such revision";
            case "EntryNotFound" -> ": no such file in the repository";
            default -> "";
        };
    }

    private static String busy(String what, int status, HttpHeaders headers) {
        String trouble = status == 429 ? " has had too many requests" : " is busy";
        return what
                + trouble
                + Web.wait(headers)
                        .map(wait -> "; it asks to wait " + wait.toSeconds() + " s")
                        .orElse("; try again later");
    }
}
