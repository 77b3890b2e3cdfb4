package org.tonari.viewmodel.own;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.Cancelling;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.outside.Outside.Opened;
import org.tonari.viewmodel.outside.Trouble;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// Opens a model from a file, an address or a hub: reads it, shows what was understood, and adds it only then.
/// UI thread only.
public final class OpenModelViewModel {
    private final WorkbenchViewModel root;
    private final FieldsViewModel fields;
    private final NoticesViewModel notices;
    private final Outside outside;
    private final Background background;
    private final LatestTask<Opened> task;
    private final StringProperty place = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Waiting());
    private Optional<Cancelling> running = Optional.empty();

    /// How far it is.
    public sealed interface State {
        /// For a place to be named.
        record Waiting() implements State {}

        /// @param what  is read now
        /// @param bytes of it that are there
        record Reading(String what, long bytes) implements State {}

        /// @param model what was understood, not added yet
        record Understood(Opened.Understood model) implements State {}

        /// @param places one of which has to be chosen
        record Choosing(List<String> places) implements State {}

        /// @param trouble why there is no model
        record Failed(Trouble trouble) implements State {}

        /// The model stands in the window.
        record Added() implements State {}
    }

    /// @param root       which offers the model to pick
    /// @param fields     picks it
    /// @param notices    where it is said what was kept or could not be
    /// @param outside    reads files and asks the hub
    /// @param background runs what waits for them
    public OpenModelViewModel(
            WorkbenchViewModel root,
            FieldsViewModel fields,
            NoticesViewModel notices,
            Outside outside,
            Background background) {
        this.root = root;
        this.fields = fields;
        this.notices = notices;
        this.outside = outside;
        this.background = background;
        this.task = background.newest();
    }

    /// @return what is to be opened: a path, an address or `hf:org/name`
    public StringProperty placeProperty() {
        return place;
    }

    /// @return how far it is
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Begins anew with a place, without reading it yet.
    public void begin(String newPlace) {
        cancel();
        place.set(newPlace);
        state.set(new State.Waiting());
    }

    /// Reads what the place names; this is when the network is used, if it is named.
    public void read() {
        String asked = place.get().strip();
        if (asked.isEmpty()) {
            return;
        }
        cancel();
        var watch = new Cancelling(background.uiThread(), (what, bytes) -> state.set(new State.Reading(what, bytes)));
        running = Optional.of(watch);
        state.set(new State.Reading(asked, 0));
        task.request(() -> outside.open(asked, watch), this::opened, this::failed);
    }

    /// Reads one of several models instead.
    public void choose(String one) {
        place.set(one);
        read();
    }

    /// @return which hub repositories are asked of
    public Outside.Hub hub() {
        return outside.hub();
    }

    /// Keeps which hub is asked, and as whom; a notice says how it went.
    ///
    /// @param endpoint its address; empty for the usual one
    /// @param token    who asks; empty for nobody in particular
    public void keepHub(String endpoint, String token) {
        try {
            outside.keepHub(endpoint, token);
            notices.say(new Notice.Saved(outside.hub().endpoint()));
        } catch (IOException unwritable) {
            notices.say(new Notice.NotSaved(endpoint, String.valueOf(unwritable.getMessage())));
        }
    }

    /// Ends reading.
    public void cancel() {
        running.ifPresent(Cancelling::cancel);
        running = Optional.empty();
        task.cancel();
        if (state.get() instanceof State.Reading) {
            state.set(new State.Waiting());
        }
    }

    /// Puts the model that was understood into the window, among those to be picked; undoable.
    public void add() {
        if (state.get() instanceof State.Understood(Opened.Understood understood)) {
            root.widen(choices -> choices.withModel(understood.model()));
            fields.pickModel(understood.model());
            state.set(new State.Added());
        }
    }

    private void opened(Opened opened) {
        running = Optional.empty();
        state.set(
                switch (opened) {
                    case Opened.Understood understood -> new State.Understood(understood);
                    case Opened.Several(List<String> places) -> new State.Choosing(places);
                });
    }

    private void failed(Exception failure) {
        running = Optional.empty();
        if (!(failure instanceof Trouble trouble)) {
            throw new IllegalStateException(failure);
        }
        state.set(new State.Failed(trouble));
    }
}
