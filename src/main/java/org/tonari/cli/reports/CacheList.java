package org.tonari.cli.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.text.Formats;

/// Cache formats with their bits and the runtimes that offer them.
public record CacheList(List<CacheFormat> caches, Formats formats) implements ProfileList {

    @Override
    public List<String> heads() {
        return List.of("id", "cache", "bits", "runtimes");
    }

    @Override
    public boolean isNumeric(int column) {
        return column == 2;
    }

    @Override
    public List<List<String>> rows() {
        return caches.stream()
                .map(format -> List.of(
                        format.id(),
                        format.name(),
                        formats.decimals(format.block().bitsPerElement(), 2),
                        String.join(", ", format.runtimes())))
                .toList();
    }

    @Override
    public List<Map<String, Object>> objects() {
        return caches.stream().map(CacheList::object).toList();
    }

    private static Map<String, Object> object(CacheFormat format) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", format.id());
        object.put("name", format.name());
        object.put("bits_per_element", format.block().bitsPerElement());
        object.put("quantised", format.isQuantised());
        object.put("runtimes", format.runtimes());
        return object;
    }
}
