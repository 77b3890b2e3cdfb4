package org.tonari.view.parts;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Labeled;
import org.tonari.export.picture.Wording;
import org.tonari.text.Formats;
import org.tonari.text.MessageKey;
import org.tonari.text.Messages;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// Texts that follow the language and the unit of memory while the window is open.
public final class Words {
    private final ObservableValue<Wording> wording;

    /// @param appearance says in which language and unit
    public Words(AppearanceViewModel appearance) {
        ObservableValue<Messages> messages = appearance.languageProperty().map(Messages::in);
        this.wording = Bindings.createObjectBinding(
                () -> new Wording(
                        messages.getValue(),
                        new Formats(
                                appearance.languageProperty().get().locale(),
                                appearance.byteUnitProperty().get())),
                messages,
                appearance.byteUnitProperty());
    }

    /// @return everything that writes, in the language and unit that hold
    public ObservableValue<Wording> wording() {
        return wording;
    }

    /// @return the same as it stands now
    public Wording now() {
        return wording.getValue();
    }

    /// What is made of the wording, and is kept by whoever shows it alone.
    ///
    /// [ObservableValue#map] would not do: the wording outlives most of what shows it, and would keep what was
    /// mapped
    /// for a dialog or a column long gone until the language changes.
    public <T> ObservableValue<T> map(Function<Wording, T> made) {
        return Bindings.createObjectBinding(() -> made.apply(now()), wording);
    }

    /// @return a message that follows the language
    public ObservableValue<String> text(MessageKey key, Object... arguments) {
        return map(now -> now.text(key, arguments));
    }

    /// @return the control, its text bound to a message
    public <T extends Labeled> T on(T control, MessageKey key) {
        control.textProperty().bind(text(key));
        return control;
    }
}
