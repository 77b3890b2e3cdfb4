package org.tonari.view.manual;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.tonari.manual.Chapter;
import org.tonari.manual.Volume;
import org.tonari.text.ManualText;
import org.tonari.text.MessageKey;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.manual.ManualViewModel;
import org.tonari.viewmodel.manual.ShownDocument;

/// All documents, and the chapters of the one that is read; the one at the top of the text is chosen.
final class Contents {
    private static final int CHAPTER = 2;

    private final ManualViewModel manual;
    private final Words words;
    private final TreeView<Entry> tree = new TreeView<>(new TreeItem<>());
    private final Map<Volume, TreeItem<Entry>> volumes = new EnumMap<>(Volume.class);
    private List<TreeItem<Entry>> chapters = List.of();
    private boolean following;

    /// A line of the contents.
    sealed interface Entry {
        /// A document.
        record Whole(Volume volume) implements Entry {}

        /// A chapter of the document that is open.
        record Part(Chapter chapter) implements Entry {}
    }

    Contents(ManualViewModel manual, Words words) {
        this.manual = manual;
        this.words = words;
        tree.setId("manual-contents");
        tree.getStyleClass().add("manual-contents");
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new Line());
        tree.accessibleTextProperty().bind(words.text(ManualText.CONTENTS));
        for (Volume volume : Volume.values()) {
            var item = new TreeItem<Entry>(new Entry.Whole(volume));
            volumes.put(volume, item);
            tree.getRoot().getChildren().add(item);
        }
        manual.shownProperty().subscribe(this::show);
        manual.chapterProperty().subscribe(_ -> follow());
        words.wording().subscribe(_ -> tree.refresh());
        tree.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    }

    TreeView<Entry> node() {
        return tree;
    }

    private void show(ShownDocument shown) {
        following = true;
        volumes.values().forEach(item -> {
            item.setExpanded(false);
            item.getChildren().clear();
        });
        chapters = List.of();
        if (shown instanceof ShownDocument.Text text) {
            TreeItem<Entry> volume = volumes.get(text.document().volume());
            chapters = text.document().chapters().stream()
                    .map(chapter -> new TreeItem<Entry>(new Entry.Part(chapter)))
                    .toList();
            if (volume != null) {
                nest(volume, text.document().chapters());
            }
        }
        following = false;
        follow();
    }

    /// A section stands under the chapter before it.
    private void nest(TreeItem<Entry> volume, List<Chapter> all) {
        TreeItem<Entry> above = volume;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).level() <= CHAPTER) {
                above = chapters.get(i);
                above.setExpanded(true);
                volume.getChildren().add(above);
            } else {
                above.getChildren().add(chapters.get(i));
            }
        }
        volume.setExpanded(true);
    }

    /// What is read is chosen, without being gone to.
    private void follow() {
        int at = manual.chapterProperty().get();
        TreeItem<Entry> reached = at >= 0 && at < chapters.size() ? chapters.get(at) : open();
        following = true;
        if (reached == null) {
            tree.getSelectionModel().clearSelection();
        } else if (tree.getSelectionModel().getSelectedItem() != reached) {
            tree.getSelectionModel().select(reached);
            keepInSight(tree.getRow(reached));
        }
        following = false;
    }

    private TreeItem<Entry> open() {
        Volume volume =
                switch (manual.shownProperty().get()) {
                    case ShownDocument.Nothing _ -> Volume.GUIDE;
                    case ShownDocument.Text text -> text.document().volume();
                    case ShownDocument.Broken broken -> broken.volume();
                };
        return volumes.getOrDefault(volume, tree.getRoot());
    }

    private void keepInSight(int row) {
        if (row >= 0 && !isShown(row)) {
            tree.scrollTo(Math.max(0, row - 2));
        }
    }

    private boolean isShown(int row) {
        return tree.lookupAll(".tree-cell").stream()
                .filter(TreeCell.class::isInstance)
                .map(cell -> (TreeCell<?>) cell)
                .anyMatch(cell -> cell.getIndex() == row
                        && cell.isVisible()
                        && tree.getLayoutBounds()
                                .contains(tree.sceneToLocal(cell.localToScene(cell.getLayoutBounds()))));
    }

    private void chosen(TreeItem<Entry> item) {
        if (following || item == null) {
            return;
        }
        switch (item.getValue()) {
            case Entry.Whole(var volume) -> manual.open(volume);
            case Entry.Part(var chapter) -> manual.open(chapter);
        }
    }

    /// @return what a document is called
    static MessageKey name(Volume volume) {
        return switch (volume) {
            case GUIDE -> ManualText.GUIDE;
            case GLOSSARY -> ManualText.GLOSSARY;
            case COMMAND_LINE -> ManualText.COMMAND_LINE;
            case MEMORY -> ManualText.MEMORY;
            case PROFILES -> ManualText.PROFILES;
            case CLAIMS -> ManualText.CLAIMS;
            case INSTALLING -> ManualText.INSTALLING;
        };
    }

    /// A line of the tree; one too long for it is told whole where one points at it.
    private final class Line extends TreeCell<Entry> {
        private static final String DOCUMENT = "manual-document";

        Line() {
            // As wide as the tree and no wider: a long heading ends in dots instead of being scrolled to.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            getStyleClass().remove(DOCUMENT);
            if (empty || entry == null) {
                setText(null);
                Hint.on(this, "");
                return;
            }
            String text =
                    switch (entry) {
                        case Entry.Whole(var volume) -> words.now().text(name(volume));
                        case Entry.Part(var chapter) -> chapter.title();
                    };
            if (entry instanceof Entry.Whole) {
                getStyleClass().add(DOCUMENT);
            }
            setText(text);
            Hint.on(this, text);
        }
    }
}
