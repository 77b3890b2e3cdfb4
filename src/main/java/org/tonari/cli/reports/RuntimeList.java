package org.tonari.cli.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonari.domain.runtime.InferenceRuntime;

/// Runtimes with the builds their rules were read in.
public record RuntimeList(List<InferenceRuntime> runtimes) implements ProfileList {

    @Override
    public List<String> heads() {
        return List.of("id", "runtime", "build", "back ends", "files");
    }

    @Override
    public boolean isNumeric(int column) {
        return false;
    }

    @Override
    public List<List<String>> rows() {
        return runtimes.stream()
                .map(runtime -> List.of(
                        runtime.id(),
                        runtime.name(),
                        runtime.build(),
                        String.join(", ", runtime.backends()),
                        String.join(", ", containers(runtime))))
                .toList();
    }

    @Override
    public List<Map<String, Object>> objects() {
        return runtimes.stream().map(RuntimeList::object).toList();
    }

    private static Map<String, Object> object(InferenceRuntime runtime) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", runtime.id());
        object.put("name", runtime.name());
        object.put("build", runtime.build());
        object.put("backends", runtime.backends());
        object.put("containers", containers(runtime));
        return object;
    }

    private static List<String> containers(InferenceRuntime runtime) {
        return runtime.containers().stream()
                .map(container -> container.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
