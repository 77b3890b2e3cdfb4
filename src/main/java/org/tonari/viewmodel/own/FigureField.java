package org.tonari.viewmodel.own;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tonari.domain.form.FigureEntry;
import org.tonari.domain.form.FigurePlace;
import org.tonari.domain.form.FormProblem;
import org.tonari.explain.Source;
import org.tonari.profiles.forms.FigureUnits;

/// A figure in the editor of a machine: number, unit, kind and source, and what is wrong with them. UI thread only.
///
/// Who states a figure spoke of the number that stood there: typing another one empties source, date and note, and
/// typing the old one again brings them back.
public final class FigureField {
    private final FigurePlace place;
    private final FigureEntry before;
    private final StringProperty number = new SimpleStringProperty();
    private final StringProperty unit = new SimpleStringProperty();
    private final ObjectProperty<Optional<Source.Kind>> kind = new SimpleObjectProperty<>();
    private final StringProperty source = new SimpleStringProperty();
    private final StringProperty date = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<Optional<FormProblem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Runnable changed;

    FigureField(FigurePlace place, FigureEntry before, Runnable changed) {
        this.place = place;
        this.before = before;
        this.changed = changed;
        number.set(before.number());
        unit.set(before.unit());
        kind.set(before.kind());
        source.set(before.source());
        date.set(before.date());
        number.addListener(_ -> typed());
        unit.addListener(_ -> typed());
        kind.addListener(_ -> changed.run());
        source.addListener(_ -> changed.run());
        date.addListener(_ -> changed.run());
    }

    private void typed() {
        boolean same = isAsBefore();
        if (same && source.get().isBlank()) {
            source.set(before.source());
            date.set(before.date());
            kind.set(before.kind());
        } else if (!same && !before.source().isBlank() && source.get().equals(before.source())) {
            source.set("");
            date.set("");
            kind.set(Optional.empty());
        }
        changed.run();
    }

    private boolean isAsBefore() {
        return number.get().strip().equals(before.number()) && unit.get().equals(before.unit());
    }

    /// @return where the figure stands in a profile
    public FigurePlace place() {
        return place;
    }

    /// @return the units it can be typed in, the usual one first
    public List<String> units() {
        return place.sort() == FigurePlace.Sort.MONEY
                ? List.of(place.path().substring(place.path().lastIndexOf('.') + 1))
                : FigureUnits.of(place.sort());
    }

    /// @return the digits; blank where the figure is unknown
    public StringProperty numberProperty() {
        return number;
    }

    /// @return the unit
    public StringProperty unitProperty() {
        return unit;
    }

    /// @return what sort of statement it is; nothing for that of the whole form
    public ObjectProperty<Optional<Source.Kind>> kindProperty() {
        return kind;
    }

    /// @return who states it, or why it is unknown
    public StringProperty sourceProperty() {
        return source;
    }

    /// @return the date of the statement
    public StringProperty dateProperty() {
        return date;
    }

    /// @return what is wrong with it, if anything
    public ReadOnlyObjectProperty<Optional<FormProblem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void show(Optional<FormProblem> found) {
        problem.set(found);
    }

    FigureEntry entry() {
        String note = isAsBefore() ? before.note() : "";
        return new FigureEntry(number.get(), unit.get(), kind.get(), source.get(), date.get(), note);
    }
}
