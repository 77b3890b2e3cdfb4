package org.tonari.view.parts;

import java.util.function.Consumer;

/// What the window needs from outside.
///
/// @param browser opens an address
/// @param quit    closes the window
/// @param version of Tonari
/// @param date    of today, as it shall stand in captions
/// @param later   runs what the first frame can do without: the table's rows and the explanation
public record Surroundings(
        Consumer<String> browser, Runnable quit, String version, String date, Consumer<Runnable> later) {
    /// A window that is whole at once.
    public Surroundings(Consumer<String> browser, Runnable quit, String version, String date) {
        this(browser, quit, version, date, Runnable::run);
    }
}
