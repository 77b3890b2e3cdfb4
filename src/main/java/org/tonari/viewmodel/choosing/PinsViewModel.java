package org.tonari.viewmodel.choosing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Pin;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// Scenarios that stay in sight as ghosts. UI thread only.
public final class PinsViewModel {
    private final WorkbenchViewModel root;
    private final ObservableValue<List<Pin>> pins;

    /// @param root whose pins these are
    public PinsViewModel(WorkbenchViewModel root) {
        this.root = root;
        this.pins = root.comparisonProperty().map(Comparison::pins);
    }

    /// @return what is pinned, by letter
    public ObservableValue<List<Pin>> pinsProperty() {
        return pins;
    }

    /// Pins what is on screen under the first free letter; where all are taken, or it is pinned already, nothing.
    public void pin() {
        free().ifPresent(letter -> root.apply(Act.PIN, now -> {
            boolean known = now.pins().stream().anyMatch(pin -> pin.setup().equals(now.setup()));
            if (known) {
                return now;
            }
            var more = new ArrayList<>(now.pins());
            more.add(new Pin(letter, now.setup()));
            more.sort(Comparator.comparing(Pin::letter));
            return now.withPins(more);
        }));
    }

    private Optional<Character> free() {
        return Pin.LETTERS
                .chars()
                .mapToObj(letter -> (char) letter)
                .filter(letter -> pins.getValue().stream().noneMatch(pin -> pin.letter() == letter))
                .findFirst();
    }

    /// Takes a pin away.
    public void unpin(Pin pin) {
        root.apply(
                Act.UNPIN,
                now -> now.withPins(now.pins().stream()
                        .filter(other -> other.letter() != pin.letter())
                        .toList()));
    }

    /// Takes all pins away.
    public void unpinAll() {
        root.apply(Act.UNPIN, now -> now.withPins(List.of()));
    }

    /// Runs what is pinned again; the pin stays.
    public void goBack(Pin pin) {
        root.apply(Act.GO_BACK, now -> now.with(_ -> pin.setup()));
    }
}
