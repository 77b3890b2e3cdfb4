package org.tonari.view.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.tonari.domain.form.FigurePlace.Section;
import org.tonari.domain.form.MachineForm.Layout;
import org.tonari.domain.form.MachineForm.LimitType;
import org.tonari.domain.form.MachineForm.Word;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.MemoryPool;
import org.tonari.explain.Phrase;
import org.tonari.export.picture.Wording;
import org.tonari.text.MachineText;
import org.tonari.text.MessageKey;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.Segments;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.own.FigureField;
import org.tonari.viewmodel.own.MachineEditorViewModel;
import org.tonari.viewmodel.own.MachineEditorViewModel.Begin;
import org.tonari.viewmodel.own.OwnMachinesViewModel.Whose;

/// The editor of a machine's profile: its texts, and its figures with unit, kind and source, checked while they are
/// typed.
public final class MachineEditorDialog {
    private final MachineEditorViewModel editor;
    private final Words words;
    private final FigureNames names;
    private final MachineTexts texts;
    private final ObjectProperty<Optional<Section>> section = new SimpleObjectProperty<>(Optional.empty());
    private final VBox rows = new VBox();
    private final ScrollPane scroll = Scrolls.of(rows);
    private final Button keep = new Button();
    private Subscription following = Subscription.EMPTY;

    private MachineEditorDialog(MachineEditorViewModel editor, Words words) {
        this.editor = editor;
        this.words = words;
        this.names = new FigureNames(words.now(), editor::linkName);
        this.texts = new MachineTexts(editor, words, names);
    }

    /// Opens the editor.
    public static void show(Node owner, MachineEditorViewModel editor, Words words) {
        new MachineEditorDialog(editor, words).open(owner);
    }

    private void open(Node owner) {
        Dialog<ButtonType> dialog =
                OwnDialog.open(owner, words, "machine-editor", MachineText.TITLE_NEW, content(owner), this::close);
        dialog.setTitle(title(words.now()));
        following = Subscription.combine(
                section.subscribe(_ -> fill()),
                editor.fieldsProperty().subscribe(_ -> fill()),
                editor.savedProperty().subscribe(saved -> {
                    if (saved) {
                        dialog.close();
                    }
                }));
    }

    private void close() {
        following.unsubscribe();
        texts.close();
    }

    private String title(Wording now) {
        return switch (editor.begin()) {
            case Begin.Blank _ -> now.text(MachineText.TITLE_NEW);
            case Begin.Copy(Machine machine, String _, var _) -> now.text(MachineText.TITLE_COPY, machine.shortName());
            case Begin.Edit(Machine machine, var _) -> now.text(MachineText.TITLE_EDIT, machine.shortName());
        };
    }

    private Region content(Node owner) {
        var sections = new ArrayList<Optional<Section>>();
        sections.add(Optional.empty());
        Arrays.stream(Section.values()).map(Optional::of).forEach(sections::add);
        HBox tabs = Segments.of(sections, one -> words.text(name(one)), section, section::set);
        tabs.setMaxWidth(Region.USE_PREF_SIZE);
        tabs.setId("editor-sections");
        rows.getStyleClass().add("figure-rows");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("editor-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var content = new VBox(tabs, usual(), scroll, foot(owner));
        content.getStyleClass().addAll("rows", "machine-editor");
        return content;
    }

    private static MessageKey name(Optional<Section> section) {
        return section.<MessageKey>map(FigureNames::section).orElse(MachineText.SECTION_MACHINE);
    }

    private HBox usual() {
        var kind = new ComboBox<>(FXCollections.observableArrayList(FigureRow.KINDS));
        kind.setConverter(FigureRow.converter(words.now().names()::kind));
        kind.valueProperty().bindBidirectional(editor.usualKindProperty());
        kind.getStyleClass().add("kind");
        var source = new TextField();
        source.setId("usual-source");
        source.setPromptText(words.now().text(MachineText.USUAL_PROMPT));
        source.textProperty().bindBidirectional(editor.usualSourceProperty());
        return OwnDialog.row(words, MachineText.USUAL, kind, source);
    }

    private HBox foot(Node owner) {
        words.on(keep, MachineText.KEEP);
        keep.setId("editor-save");
        keep.getStyleClass().add("accent");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(_ -> save(owner));
        var state = new Label();
        state.setId("editor-state");
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        Runnable show = () -> {
            int wrong = editor.problemsProperty().get();
            keep.setDisable(wrong > 0);
            state.setText(state(wrong, words.now()));
        };
        editor.problemsProperty().subscribe(_ -> show.run());
        editor.replacesProperty().subscribe(_ -> show.run());
        editor.refusalProperty().subscribe(_ -> show.run());
        var foot = new HBox(state, keep);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("own-row");
        return foot;
    }

    private String state(int wrong, Wording now) {
        Optional<Phrase> refusal = editor.refusalProperty().get();
        if (refusal.isPresent()) {
            return now.names().said(refusal.get());
        }
        String first = wrong == 0
                ? now.text(MachineText.SOUND)
                : now.text(MachineText.PROBLEMS, now.formats().whole(wrong));
        return editor.replacesProperty()
                .get()
                .map(whose -> first + " " + now.text(whose == Whose.SHIPPED ? MachineText.HIDES : MachineText.REPLACES))
                .orElse(first);
    }

    private void save(Node owner) {
        Optional<Whose> replaced = editor.replacesProperty().get();
        if (replaced.filter(whose -> whose != Whose.SHIPPED).isPresent()) {
            String name = editor.wordProperty(Word.ID).get().strip();
            Asking.first(
                    owner, words, words.now().text(MachineText.ASK_REPLACE, name), MachineText.REPLACE, editor::save);
        } else {
            editor.save();
        }
    }

    private void fill() {
        rows.getChildren().setAll(section.get().map(this::figures).orElseGet(() -> texts.build()));
        scroll.setVvalue(0);
    }

    private List<Node> figures(Section shown) {
        var all = new ArrayList<Node>();
        if (shown == Section.MEMORY) {
            all.add(choice(
                    MachineText.LAYOUT, List.of(Layout.values()), MachineEditorDialog::name, editor.layoutProperty()));
            all.add(choice(
                    MachineText.LIMIT, List.of(LimitType.values()), MachineEditorDialog::name, editor.limitProperty()));
        }
        all.add(heads());
        String pool = "";
        for (FigureField field : editor.fieldsProperty().get()) {
            if (field.place().section() == shown) {
                String now =
                        shown == Section.MEMORY ? field.place().path().substring(0, "memory.pools.0".length()) : "";
                if (!now.equals(pool) && editor.layoutProperty().get() == Layout.CARD_AND_HOST) {
                    all.add(poolName(now));
                }
                pool = now;
                all.add(FigureRow.build(field, words, names));
            }
        }
        return all;
    }

    private Label poolName(String pool) {
        var label =
                new Label(words.now().names().pool(pool.endsWith("0") ? MemoryPool.Kind.VRAM : MemoryPool.Kind.HOST));
        label.getStyleClass().add("section-title");
        return label;
    }

    private <T> HBox choice(
            MachineText name, List<T> choices, Function<T, MachineText> text, ObjectProperty<T> chosen) {
        var box = new ComboBox<>(FXCollections.observableArrayList(choices));
        box.setConverter(FigureRow.converter(one -> words.now().text(text.apply(one))));
        box.valueProperty().bindBidirectional(chosen);
        box.setId("choice-" + name.key().replace('.', '-'));
        return OwnDialog.row(words, name, box);
    }

    private static MachineText name(Layout layout) {
        return switch (layout) {
            case UNIFIED -> MachineText.LAYOUT_UNIFIED;
            case CARD_AND_HOST -> MachineText.LAYOUT_CARD_AND_HOST;
            case CARD -> MachineText.LAYOUT_CARD;
            case HOST -> MachineText.LAYOUT_HOST;
        };
    }

    private static MachineText name(LimitType limit) {
        return switch (limit) {
            case NONE -> MachineText.LIMIT_NONE;
            case ACCELERATOR -> MachineText.LIMIT_ACCELERATOR;
            case SHARE -> MachineText.LIMIT_SHARE;
        };
    }

    private HBox heads() {
        var heads = new HBox(
                head(MachineText.FIGURE, "figure-name"),
                head(MachineText.NUMBER, "number"),
                head(MachineText.UNIT, "unit"),
                head(MachineText.KIND, "kind"),
                head(MachineText.SOURCE, "source"),
                head(MachineText.DATE, "date"));
        HBox.setHgrow(heads.getChildren().get(4), Priority.ALWAYS);
        heads.getStyleClass().addAll("figure-line", "figure-heads");
        return heads;
    }

    private Label head(MachineText text, String column) {
        Label head = words.on(new Label(), text);
        head.getStyleClass().addAll("caption", column);
        return head;
    }
}
