package org.tonari.viewmodel.window;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The newest thing the window has to say, and the newest it says in passing. UI thread only.
public final class NoticesViewModel {
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> passing = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @return what is being said until it is closed, if anything
    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// @return what is being said until the person's next act, if anything
    public ReadOnlyObjectProperty<Optional<Notice>> passingProperty() {
        return passing.getReadOnlyProperty();
    }

    /// Says something in place of what was said before in the same way.
    ///
    /// What was saved in the end is no longer said to be unsaved, and no problem stands beside a success of before.
    public void say(Notice news) {
        if (news.isPassing()) {
            passing.set(Optional.of(news));
            notice.set(notice.get().filter(said -> !(said instanceof Notice.NotSaved)));
        } else {
            pass();
            notice.set(Optional.of(news));
        }
    }

    /// The person did something else.
    public void pass() {
        passing.set(Optional.empty());
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

    /// Closes what was said until it is closed.
    public void dismiss() {
        notice.set(Optional.empty());
    }
}
