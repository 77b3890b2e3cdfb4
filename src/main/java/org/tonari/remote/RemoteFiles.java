package org.tonari.remote;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.tonari.remote.RemoteException.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files by address, and hubs. Opens no connection before it is asked for one. Thread-safe.
public final class RemoteFiles {
    private final Web web;
    private final Optional<HeaderCache> cache;

    RemoteFiles(Web web, Optional<HeaderCache> cache) {
        this.web = web;
        this.cache = cache;
    }

    /// @param cache keeps what was fetched, so that it need not come twice
    /// @return files of real networks
    public static RemoteFiles standard(HeaderCache cache) {
        return new RemoteFiles(new Web(Addresses.standard(), Limits.STANDARD), Optional.of(cache));
    }

    /// @param address as a person wrote it
    /// @return the file there, of which nothing is fetched yet
    /// @throws RemoteException where it is no address of http or https
    public WebFile open(String address, Errand errand) throws IOException {
        return open(Addresses.of(address), Optional.empty(), errand);
    }

    /// @return the hub there
    public Hub hub(Hub.Settings settings) {
        return new Hub(this, settings);
    }

    WebFile open(URI address, Optional<Token> token, Errand errand) {
        return new WebFile(web, cache, address, token, errand);
    }

    JsonNode document(URI address, Optional<Token> token, Errand errand) throws IOException {
        errand.at(Addresses.shown(address), 0);
        Answer answer = web.ask(Question.whole(address, web.limits().document()).as(token), errand);
        try {
            return JsonMapper.shared().readTree(answer.text());
        } catch (JacksonException _) {
            throw new RemoteException(Reason.NOT_UNDERSTOOD, "{0} answers with no JSON", Addresses.shown(address));
        }
    }
}
