package org.tonari.viewmodel;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tonari.engine.Estimator;
import org.tonari.profiles.Catalogue;

/// Which page is shown, and the view-models of the pages, each made when it is first asked for. UI thread only.
public final class Pages {
    private final WorkbenchViewModel root;
    private final Estimator engine;
    private final Background background;
    private final ObjectProperty<Page> shown = new SimpleObjectProperty<>(Page.WORKBENCH);
    private final ObjectProperty<Optional<Explained>> explained = new SimpleObjectProperty<>(Optional.empty());
    private final Catalogue catalogue;
    private Optional<MatrixViewModel> matrix = Optional.empty();
    private Optional<ProofViewModel> proof = Optional.empty();

    /// @param root       the comparison all pages look at
    /// @param engine     answers
    /// @param catalogue  what was published
    /// @param background runs slow work
    public Pages(WorkbenchViewModel root, Estimator engine, Catalogue catalogue, Background background) {
        this.root = root;
        this.engine = engine;
        this.catalogue = catalogue;
        this.background = background;
        shown.subscribe(_ -> explained.set(Optional.empty()));
    }

    /// @return the page on screen
    public ObjectProperty<Page> shownProperty() {
        return shown;
    }

    /// @return the number of a page whose explanation is open, if any
    public ObjectProperty<Optional<Explained>> explainedProperty() {
        return explained;
    }

    /// Closes what is open: an explanation, else the page itself.
    public void back() {
        if (explained.get().isPresent()) {
            explained.set(Optional.empty());
        } else {
            shown.set(Page.WORKBENCH);
        }
    }

    /// @return what fits where
    public MatrixViewModel matrix() {
        if (matrix.isEmpty()) {
            matrix = Optional.of(new MatrixViewModel(root, engine, background.newest()));
        }
        return matrix.orElseThrow();
    }

    /// @return how right estimates are
    public ProofViewModel proof() {
        if (proof.isEmpty()) {
            proof = Optional.of(new ProofViewModel(catalogue, engine, root.choices(), background, explained));
        }
        return proof.orElseThrow();
    }
}
