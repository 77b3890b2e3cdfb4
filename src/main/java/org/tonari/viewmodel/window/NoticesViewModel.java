package org.tonari.viewmodel.window;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The newest thing the window has to say. UI thread only.
public final class NoticesViewModel {
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @return what is being said, if anything
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Says something in place of what was said before.
    public void say(Notice news) {
        notice.set(Optional.of(news));
    }

    /// Says that something failed, with a code that is the same for the same fault.
    public void fault(Throwable failure) {
        say(FaultReport.of(failure));
    }

    /// Falls silent about the file that was on screen.
    public void leaveFile() {
        if (notice.get().filter(Notice.OpenedReadOnly.class::isInstance).isPresent()) {
            dismiss();
        }
    }

    /// Falls silent.
    public void dismiss() {
        notice.set(Optional.empty());
    }
}
