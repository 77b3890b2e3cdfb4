package org.tonari.manual;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Names that links give to headings, as hosts of repositories make them: small letters, hyphens for spaces, no other
/// signs, and a number behind a name that was there before.
final class Anchors {
    private final Map<String, Integer> used = new HashMap<>();

    /// @return the name of a heading, unlike those of all headings before it
    String of(String heading) {
        String name = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
                .replace(' ', '-');
        int before = used.merge(name, 1, Integer::sum) - 1;
        return before == 0 ? name : name + "-" + before;
    }
}
