package org.tonari.manual;

import java.util.Optional;
import org.tonari.text.Language;

/// Where a link leads.
public sealed interface Destination {
    /// Another place on the shelf.
    ///
    /// @param volume   the document
    /// @param language of the edition that the link names
    /// @param anchor   of a heading, or empty for the beginning
    record Place(Volume volume, Language language, String anchor) implements Destination {}

    /// A page of the web, opened where a person asks for it.
    ///
    /// @param address with `http` or `https`
    record Web(String address) implements Destination {}

    /// Something that is not in the program.
    ///
    /// @param text as it was written
    record Nowhere(String text) implements Destination {}

    /// @param written  the link as it stands in the file
    /// @param volume   where it stands
    /// @param language of that edition
    static Destination of(String written, Volume volume, Language language) {
        if (written.startsWith("https://") || written.startsWith("http://")) {
            return new Web(written);
        }
        int hash = written.indexOf('#');
        String file = hash < 0 ? written : written.substring(0, hash);
        String anchor = hash < 0 ? "" : written.substring(hash + 1);
        if (file.isEmpty()) {
            return new Place(volume, language, anchor);
        }
        return edition(file, anchor).<Destination>map(place -> place).orElseGet(() -> new Nowhere(written));
    }

    private static Optional<Place> edition(String file, String anchor) {
        for (Volume volume : Volume.values()) {
            for (Language language : Language.values()) {
                if (volume.file(language).equals(file)) {
                    return Optional.of(new Place(volume, language, anchor));
                }
            }
        }
        return Optional.empty();
    }
}
