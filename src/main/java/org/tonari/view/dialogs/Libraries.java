package org.tonari.view.dialogs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What this process is made of besides Tonari itself.
final class Libraries {
    private static final String RUNTIME = "org.openjdk";
    private static final String ALL = ".*";

    private final Properties facts;

    /// @param name    as its makers call it
    /// @param version as its module states it, or `?`
    /// @param licence by its SPDX name
    /// @param address where it lives
    record Library(String name, String version, String licence, String address) {}

    private Libraries(Properties facts) {
        this.facts = facts;
    }

    /// @return each library once, by name, with the version of its own module
    static List<Library> inUse() {
        var libraries = new Libraries(read());
        Stream<Library> modules = ModuleLayer.boot().modules().stream()
                .map(Module::getDescriptor)
                .flatMap(module -> libraries.of(module).stream());
        Stream<Library> runtime = libraries.named(RUNTIME, Runtime.version().toString()).stream();
        return Stream.concat(modules, runtime)
                .distinct()
                .sorted(Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /// @return whether a module's licence is told
    static boolean isKnown(Module module) {
        return new Libraries(read()).of(module.getDescriptor()).isPresent();
    }

    private Optional<Library> of(ModuleDescriptor module) {
        String version = module.rawVersion().orElse("?");
        return named(module.name(), version)
                .or(() -> facts.stringPropertyNames().stream()
                        .filter(key -> key.endsWith(ALL) && isUnder(module.name(), key.substring(0, key.length() - 2)))
                        .findFirst()
                        .flatMap(key -> named(key, version)));
    }

    private static boolean isUnder(String module, String prefix) {
        return module.equals(prefix) || module.startsWith(prefix + ".");
    }

    private Optional<Library> named(String key, String version) {
        return Optional.ofNullable(facts.getProperty(key))
                .map(line -> line.split("\\s*\\|\\s*"))
                .map(parts -> new Library(parts[0], version, parts[1], parts[2]));
    }

    private static Properties read() {
        try (InputStream stream = Objects.requireNonNull(
                Libraries.class.getResourceAsStream("libraries.properties"), "part of the module")) {
            var properties = new Properties();
            properties.load(stream);
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the list of libraries cannot be read", unreadable);
        }
    }
}
