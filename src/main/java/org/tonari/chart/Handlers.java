package org.tonari.chart;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.util.Subscription;

/// What a chart does about events of one kind of act, put on together and taken off together.
public final class Handlers {
    private final Node node;
    private Subscription all = Subscription.EMPTY;

    /// @param node whose events are handled
    public Handlers(Node node) {
        this.node = node;
    }

    /// Puts a handler on.
    ///
    /// @return this
    public <E extends Event> Handlers on(EventType<E> type, EventHandler<? super E> handler) {
        node.addEventHandler(type, handler);
        all = all.and(() -> node.removeEventHandler(type, handler));
        return this;
    }

    /// Takes all handlers off.
    public void detach() {
        all.unsubscribe();
        all = Subscription.EMPTY;
    }
}
