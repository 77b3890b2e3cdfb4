package org.tonari.view.manual;

import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.tonari.manual.Destination;
import org.tonari.text.ManualText;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.manual.ManualViewModel;

/// What happens where a link is followed: within the documents by the view-model, to the web by the browser.
final class Links {
    private final ManualViewModel manual;
    private final Words words;
    private final Consumer<String> browser;
    private final Consumer<String> clipboard;

    /// @param browser   opens an address of the web
    /// @param clipboard takes a text
    Links(ManualViewModel manual, Words words, Consumer<String> browser, Consumer<String> clipboard) {
        this.manual = manual;
        this.words = words;
        this.browser = browser;
        this.clipboard = clipboard;
    }

    void follow(Destination destination) {
        switch (destination) {
            case Destination.Place place -> manual.follow(place);
            case Destination.Web(var address) -> browser.accept(address);
            case Destination.Nowhere _ -> {}
        }
    }

    /// @return what is read out of a link
    String spoken(String text, Destination destination) {
        return switch (destination) {
            case Destination.Web _ -> words.now().text(ManualText.OPENS_BROWSER, text);
            case Destination.Place _, Destination.Nowhere _ -> text;
        };
    }

    /// Says the address of a page to the pointer, and lets it be copied where the system has no browser.
    void offer(LinkText link, Destination destination) {
        if (destination instanceof Destination.Web(var address)) {
            Hint.on(link, address);
            link.setOnContextMenuRequested((ContextMenuEvent event) -> {
                MenuItem copy = new MenuItem(words.now().text(ManualText.COPY_ADDRESS));
                copy.setOnAction(_ -> clipboard.accept(address));
                new ContextMenu(copy).show(link, event.getScreenX(), event.getScreenY());
                event.consume();
            });
        }
    }

    void copy(String text) {
        clipboard.accept(text);
    }

    Words words() {
        return words;
    }

    ManualViewModel manual() {
        return manual;
    }
}
