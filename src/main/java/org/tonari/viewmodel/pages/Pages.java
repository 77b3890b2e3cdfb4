package org.tonari.viewmodel.pages;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tonari.engine.Estimator;
import org.tonari.profiles.Catalogue;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.desk.WorkbenchViewModel;
import org.tonari.viewmodel.why.Explained;

/// Which page is shown, and the view-models of the pages, each made when it is first asked for. UI thread only.
public final class Pages {
    private final WorkbenchViewModel root;
    private final Estimator engine;
    private final Background background;
    private final Catalogue shipped;
    private final Library library;
    private final ObjectProperty<Page> shown = new SimpleObjectProperty<>(Page.WORKBENCH);
    private final ObjectProperty<Optional<Explained>> explained = new SimpleObjectProperty<>(Optional.empty());
    private final BuyerViewModel buyer;
    private Optional<MatrixViewModel> matrix = Optional.empty();
    private Optional<QuestionsViewModel> questions = Optional.empty();
    private Optional<FormatsViewModel> formats = Optional.empty();
    private Optional<ProofViewModel> proof = Optional.empty();

    /// @param root       the comparison all pages look at
    /// @param engine     answers
    /// @param shipped    where questions look names up
    /// @param background runs slow work
    /// @param library    uses, claims and proof
    public Pages(WorkbenchViewModel root, Estimator engine, Catalogue shipped, Background background, Library library) {
        this.root = root;
        this.engine = engine;
        this.background = background;
        this.shipped = shipped;
        this.library = library;
        this.buyer = new BuyerViewModel(root, engine, background, library);
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

    /// @return bigger questions: models together, linked machines, training, generation
    public QuestionsViewModel questions() {
        if (questions.isEmpty()) {
            questions = Optional.of(new QuestionsViewModel(root, shipped, background));
        }
        return questions.orElseThrow();
    }

    /// @return what a buyer asks
    public BuyerViewModel buyer() {
        return buyer;
    }

    /// @return what fits where
    public MatrixViewModel matrix() {
        if (matrix.isEmpty()) {
            matrix = Optional.of(new MatrixViewModel(root, engine, background.newest()));
        }
        return matrix.orElseThrow();
    }

    /// @return which weights
    public FormatsViewModel formats() {
        if (formats.isEmpty()) {
            formats = Optional.of(new FormatsViewModel(root, engine, background.newest()));
        }
        return formats.orElseThrow();
    }

    /// @return how right estimates are
    public ProofViewModel proof() {
        if (proof.isEmpty()) {
            proof = Optional.of(new ProofViewModel(shipped, engine, library.proof(), background, explained));
        }
        return proof.orElseThrow();
    }
}
