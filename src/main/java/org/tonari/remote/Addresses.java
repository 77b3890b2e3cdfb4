package org.tonari.remote;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.tonari.explain.Phrase;
import org.tonari.remote.RemoteException.Reason;

/// Which addresses are asked, and where a server may lead from one.
///
/// @param privately whether a host lies in a private network or is this computer
record Addresses(Predicate<URI> privately) {
    private static final int IPV6_BYTES = 16;
    private static final int CARRIER_FIRST = 100;

    /// @return the rules for real networks
    static Addresses standard() {
        return new Addresses(Addresses::isPrivate);
    }

    /// @return what a person wrote, as an address
    /// @throws RemoteException where it is none that Tonari asks
    static URI of(String text) throws RemoteException {
        try {
            return required(new URI(text.strip()));
        } catch (URISyntaxException _) {
            throw new RemoteException(Reason.BAD_ADDRESS, "no address: {0}", text);
        }
    }

    private static URI required(URI address) throws RemoteException {
        if (!isHttp(address) || address.getHost() == null) {
            throw new RemoteException(Reason.BAD_ADDRESS, "no http or https address: {0}", shown(address));
        }
        if (address.getUserInfo() != null) {
            throw new RemoteException(
                    Reason.BAD_ADDRESS, "addresses with a name and password are not asked: {0}", shown(address));
        }
        return address;
    }

    private static boolean isHttp(URI address) {
        return "http".equalsIgnoreCase(address.getScheme()) || isSecure(address);
    }

    private static boolean isSecure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /// @param from     the address that was asked
    /// @param location where it leads, perhaps relative
    /// @return the address to ask next
    /// @throws RemoteException where Tonari does not follow
    URI followed(URI from, String location) throws RemoteException {
        URI to;
        try {
            to = from.resolve(new URI(location));
        } catch (URISyntaxException _) {
            throw redirect(from, Phrase.of("to no address"));
        }
        if (!isHttp(to) || to.getHost() == null || to.getUserInfo() != null) {
            throw redirect(from, Phrase.of("to an address that is not asked: {0}", shown(to)));
        }
        if (isSecure(from) && !isSecure(to)) {
            throw redirect(from, Phrase.of("from https to http"));
        }
        if (privately.test(to) && !privately.test(from)) {
            throw redirect(from, Phrase.of("into a private network: {0}", shown(to)));
        }
        return to;
    }

    private static RemoteException redirect(URI from, Phrase where) {
        return new RemoteException(Reason.REDIRECT, "{0} leads {1}; this is not followed", shown(from), where);
    }

    /// @return whether both are answered by the same server, so that one may see what is meant for the other
    static boolean isSameServer(URI one, URI other) {
        return isSecure(one) == isSecure(other)
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        int usual = isSecure(address) ? 443 : 80;
        return address.getPort() < 0 ? usual : address.getPort();
    }

    /// @return the address without what may be secret: its query, which often is a signature, and its user
    static String shown(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String host = address.getHost() == null ? "" : "//" + address.getHost() + port;
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String scheme = address.getScheme() == null ? "" : address.getScheme() + ":";
        return scheme + host + path;
    }

    private static boolean isPrivate(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local")) {
            return true;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(Addresses::isPrivate);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// Beside what the JDK tells, unique local addresses (RFC 4193) and those of carriers' networks (RFC 6598).
    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == IPV6_BYTES && (bytes[0] & 0xfe) == 0xfc;
        boolean carrier = bytes.length < IPV6_BYTES && bytes[0] == CARRIER_FIRST && (bytes[1] & 0xc0) == 0x40;
        return uniqueLocal
                || carrier
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress();
    }
}
