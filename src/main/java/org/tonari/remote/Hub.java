package org.tonari.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonari.remote.RemoteException.Reason;
import tools.jackson.databind.JsonNode;

/// A hub of models: Hugging Face's, or a mirror that answers like it.
public final class Hub {
    private static final int MOST_FILES = 20_000;

    private final RemoteFiles files;
    private final Settings settings;

    /// Which hub, and who asks.
    ///
    /// @param endpoint address of the hub
    /// @param token    who asks, where repositories are not open to everybody
    public record Settings(URI endpoint, Optional<Token> token) {
        /// Hugging Face, asked by nobody in particular.
        public static final Settings USUAL = new Settings(URI.create("https://huggingface.co"), Optional.empty());

        /// @return a hub at the address a person wrote
        /// @throws RemoteException where it is no address
        public static Settings at(String endpoint, Optional<Token> token) throws RemoteException {
            return new Settings(Addresses.of(endpoint), token);
        }
    }

    /// @param files    fetches
    /// @param settings which hub
    Hub(RemoteFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    /// What a repository holds at one moment.
    ///
    /// @param name   what was asked for
    /// @param commit names the content; later requests ask for the same
    /// @param files  paths of all files
    public record Listing(HubName name, String commit, List<String> files) {
        public Listing {
            files = List.copyOf(files);
        }
    }

    /// @return what the repository holds
    /// @throws RemoteException where it cannot be had
    public Listing list(HubName name, Errand errand) throws IOException {
        URI address = address("api/models/" + name.repository() + "/revision/" + encoded(name.revision()));
        JsonNode answer = files.document(address, settings.token(), errand);
        JsonNode siblings = answer.path("siblings");
        if (!siblings.isArray() || siblings.size() > MOST_FILES) {
            throw new RemoteException(
                    Reason.NOT_UNDERSTOOD, "{0} does not answer as a hub does", Addresses.shown(address));
        }
        var paths = new ArrayList<String>();
        for (JsonNode file : siblings) {
            String path = file.path("rfilename").asString("");
            if (!path.isEmpty() && path.length() < 1024) {
                paths.add(path);
            }
        }
        String commit = answer.path("sha").asString("");
        return new Listing(name, commit.matches("[0-9a-fA-F]{7,64}") ? commit : name.revision(), paths);
    }

    /// @return a file of the repository as it was listed
    public WebFile open(Listing listing, String path, Errand errand) throws IOException {
        URI address = address(
                listing.name().repository() + "/resolve/" + encoded(listing.commit()) + "/" + encodedPath(path));
        return files.open(address, settings.token(), errand);
    }

    /// @return where a file of the repository is shown
    public String place(HubName name, String path) {
        return Addresses.shown(settings.endpoint()) + "/" + name.repository() + "/resolve/" + name.revision() + "/"
                + path;
    }

    private URI address(String path) throws RemoteException {
        String base = settings.endpoint().toString().replaceFirst("/+$", "");
        try {
            return new URI(base + "/" + path);
        } catch (URISyntaxException _) {
            throw new RemoteException(Reason.BAD_ADDRESS, "no address: {0}", base + "/" + path);
        }
    }

    private static String encodedPath(String path) {
        return Arrays.stream(path.split("/")).map(Hub::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
