package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.remote.Errand;
import org.tonari.remote.RemoteException;
import org.tonari.remote.RemoteException.Reason;
import org.tonari.remote.RemoteFiles;
import org.tonari.remote.WebFile;

/// What lies beside an address: only asking tells what is there.
final class AddressFolder implements ModelFolder {
    private final RemoteFiles files;
    private final String base;
    private final String query;
    private final String file;
    private final Errand errand;
    private final Map<String, WebFile> opened = new HashMap<>();

    /// @param address of a file
    AddressFolder(RemoteFiles files, String address, Errand errand) {
        this.files = files;
        this.errand = errand;
        String plain = address.replaceFirst("#.*$", "");
        int question = plain.indexOf('?');
        String path = question < 0 ? plain : plain.substring(0, question);
        this.query = question < 0 ? "" : plain.substring(question);
        int end = path.lastIndexOf('/') + 1;
        this.base = path.substring(0, end);
        this.file = path.substring(end);
    }

    /// @return the name of the file that was asked for
    String file() {
        return file;
    }

    @Override
    public String title() {
        return base.replaceFirst("/+$", "").replaceFirst(".*/", "");
    }

    @Override
    public String place(String name) {
        return base + name;
    }

    @Override
    public boolean has(String name) {
        try {
            return found(name).size() >= 0;
        } catch (RemoteException failure) {
            if (failure.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw new UncheckedIOException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public ByteSource open(String name) {
        try {
            return new RemoteSource(found(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private WebFile found(String name) throws IOException {
        WebFile known = opened.get(name);
        if (known != null) {
            return known;
        }
        WebFile fresh = files.open(base + name + (name.equals(file) ? query : ""), errand);
        opened.put(name, fresh);
        return fresh;
    }
}
