package org.tonari.viewmodel.pages;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.domain.comparison.Comparison;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// What a page shows: made in the background whenever the comparison changes while the page is on screen; the older
/// answer stays until the newer is there. UI thread only.
///
/// @param <Q> what of the comparison the answer depends on
/// @param <A> the answer
public final class PageAnswer<Q, A> {
    private final WorkbenchViewModel root;
    private final LatestTask<A> task;
    private final Function<Comparison, Q> question;
    private final Function<Q, A> compute;
    private final ReadOnlyObjectWrapper<A> value;
    private boolean active;
    private Optional<Q> answered = Optional.empty();

    /// @param first    stands until the first answer
    /// @param question what of the comparison the answer depends on
    /// @param compute  makes the answer, on a background thread
    PageAnswer(
            WorkbenchViewModel root,
            LatestTask<A> task,
            A first,
            Function<Comparison, Q> question,
            Function<Q, A> compute) {
        this.root = root;
        this.task = task;
        this.question = question;
        this.compute = compute;
        this.value = new ReadOnlyObjectWrapper<>(first);
        root.comparisonProperty().subscribe(_ -> ask());
    }

    /// @return the newest answer
    public ReadOnlyObjectProperty<A> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /// Tells whether the page is on screen; nothing is asked while it is not.
    public void setActive(boolean now) {
        active = now;
        ask();
    }

    private void ask() {
        if (!active) {
            return;
        }
        Q asked = question.apply(root.getComparison());
        if (answered.filter(asked::equals).isPresent()) {
            return;
        }
        answered = Optional.of(asked);
        task.request(() -> compute.apply(asked), answer -> value.set(answer), failure -> {
            answered = Optional.empty();
            throw new IllegalStateException(failure);
        });
    }
}
