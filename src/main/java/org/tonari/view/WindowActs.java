package org.tonari.view;

/// Acts of the window as a whole, called by menus and keys.
interface WindowActs {
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

    /// Says what this is.
    void about();

    /// @return the window, which owns dialogs
    javafx.stage.Window window();

    /// Closes the window.
    void quit();
}
