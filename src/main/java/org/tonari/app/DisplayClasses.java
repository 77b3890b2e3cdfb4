package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Application;

/// What the toolkit loads on a real display only: a rehearsal without one would leave it out of the start-up cache.
final class DisplayClasses {
    private static final Pattern NAMES = Pattern.compile(
            "(com/sun/(glass/ui/(gtk|win|mac|delegate)/.*|glass/ui/InvokeLaterDispatcher.*|prism/(es2|d3d|mtl|impl/ps)/.*"
                + "|prism/ps/ShaderFactory|javafx/font/(freetype|coretext|directwrite)/.*))\\.class");

    private DisplayClasses() {}

    /// Loads them; none of them runs.
    ///
    /// @return how many there are
    static int load() {
        Module toolkit = Application.class.getModule();
        return (int) names(toolkit).stream()
                .filter(name -> Class.forName(toolkit, name) != null)
                .count();
    }

    private static List<String> names(Module toolkit) {
        var module =
                toolkit.getLayer().configuration().findModule(toolkit.getName()).orElseThrow();
        try (ModuleReader reader = module.reference().open();
                Stream<String> resources = reader.list()) {
            return resources
                    .map(NAMES::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1).replace('/', '.'))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the toolkit's own classes cannot be listed", unreadable);
        }
    }
}
