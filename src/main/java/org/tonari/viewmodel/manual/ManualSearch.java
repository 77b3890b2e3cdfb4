package org.tonari.viewmodel.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonari.manual.Document;
import org.tonari.manual.Prose;

/// Finds words in the document that is shown, without regard to capitals. UI thread only.
public final class ManualSearch {
    private final ManualViewModel manual;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);

    /// A place where the words stand.
    ///
    /// @param prose number of the text
    /// @param start first character in it
    /// @param end   behind the last one
    public record Hit(int prose, int start, int end) {}

    ManualSearch(ManualViewModel manual) {
        this.manual = manual;
        query.subscribe(_ -> {
            find();
            first();
        });
        manual.shownProperty().subscribe(_ -> find());
    }

    /// @return what is looked for; nothing where it is blank
    public StringProperty queryProperty() {
        return query;
    }

    /// @return where it stands, in reading order
    public ReadOnlyObjectProperty<List<Hit>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /// @return index of the hit one is at, −1 for none
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// @return the hit one is at
    public Optional<Hit> hit() {
        int index = current.get();
        return index < 0 ? Optional.empty() : Optional.of(hits.get().get(index));
    }

    /// Goes to the next hit, behind the last to the first.
    public void next() {
        step(1);
    }

    /// Goes to the hit before, ahead of the first to the last.
    public void previous() {
        step(-1);
    }

    private void step(int way) {
        int count = hits.get().size();
        if (count > 0) {
            int from = current.get() < 0 && way < 0 ? 0 : current.get();
            choose(Math.floorMod(from + way, count));
        }
    }

    private void find() {
        current.set(-1);
        hits.set(
                query.get().isBlank()
                        ? List.of()
                        : manual.document().map(this::within).orElse(List.of()));
    }

    /// The nearest one from where one reads.
    private void first() {
        List<Hit> found = hits.get();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).prose() >= manual.reached()) {
                choose(i);
                return;
            }
        }
        if (!found.isEmpty()) {
            choose(0);
        }
    }

    private void choose(int index) {
        current.set(index);
        manual.seek(hits.get().get(index).prose());
    }

    private List<Hit> within(Document document) {
        Pattern wanted =
                Pattern.compile(Pattern.quote(query.get().strip()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        var found = new ArrayList<Hit>();
        for (Prose prose : document.prose()) {
            wanted.matcher(prose.text())
                    .results()
                    .map((MatchResult match) -> new Hit(prose.number(), match.start(), match.end()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }
}
