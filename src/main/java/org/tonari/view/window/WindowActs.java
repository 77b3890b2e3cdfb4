package org.tonari.view.window;

import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.tonari.view.own.MachineActs;

/// Acts of the window as a whole, called by menus and keys.
public interface WindowActs {
    /// Asks for a model's file.
    void openModel();

    /// Asks for a model's address or repository.
    void openAddress();

    /// Asks for a server to measure.
    void measureServer();

    /// Opens the export dialog.
    void export();

    /// Puts the summary on the clipboard.
    void copySummary();

    /// Opens the search for a model.
    void findModel();

    /// Pins what is on screen.
    void pin();

    /// Shows all keys.
    void keys();

    /// Opens the user's guide in a window of its own, at what it says of the page on screen.
    void manual();

    /// Opens what the words mean, in the same window.
    void glossary();

    /// Opens the preferences.
    void preferences();

    /// Keeps a what-if on Shift+Enter, leaves it on Escape.
    ///
    /// @return whether the key meant one
    boolean whatIf(KeyEvent key);

    /// Shows speeds across users instead of contexts, or the other way round.
    void axis();

    /// Opens the list of machine columns.
    void machines();

    /// @return what can be done with machines of the person's own
    MachineActs own();

    /// Says what this is.
    void about();

    /// Puts the comparison on the clipboard as a picture.
    void copyPicture();

    /// Says in one line what to try first.
    void firstSteps();

    /// @return the window, which owns dialogs
    Window window();

    /// Closes what lies over the page, else leaves the page.
    void leave();

    /// Closes the window.
    void quit();
}
