package org.tonari.view.own;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorTable;
import org.tonari.explain.MissingFact;
import org.tonari.export.picture.Wording;
import org.tonari.text.CommonText;
import org.tonari.text.Formats.Detail;
import org.tonari.text.MessageKey;
import org.tonari.text.OwnText;
import org.tonari.units.Bytes;
import org.tonari.view.parts.Scrolls;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.outside.Outside.Opened.Understood;
import org.tonari.viewmodel.own.OpenModelViewModel;
import org.tonari.viewmodel.own.OpenModelViewModel.State;

/// Opens a model: asks where it is, shows how far reading is, and what was understood before it is added.
public final class OpenModelDialog {
    private static final double CHOICES_HEIGHT = 180;

    private final OpenModelViewModel opening;
    private final Words words;
    private final VBox answer = new VBox();
    private final Button read = new Button();

    private OpenModelDialog(OpenModelViewModel opening, Words words) {
        this.opening = opening;
        this.words = words;
    }

    /// Asks for a place, or reads one at once.
    ///
    /// @param place to read; empty to ask
    public static void show(Node owner, OpenModelViewModel opening, Words words, String place) {
        var view = new OpenModelDialog(opening, words);
        opening.begin(place);
        var state = opening.stateProperty();
        var following = new Subscription[1];
        Dialog<ButtonType> dialog =
                OwnDialog.open(owner, words, "open-model", OwnText.OPEN_TITLE, view.content(owner), () -> {
                    following[0].unsubscribe();
                    opening.cancel();
                });
        following[0] = state.subscribe(now -> {
            if (now instanceof State.Added) {
                dialog.close();
            } else {
                view.follow(now);
                dialog.getDialogPane().getScene().getWindow().sizeToScene();
            }
        });
        if (!place.isEmpty()) {
            opening.read();
        }
    }

    /// Asks for a file and reads it.
    public static void choose(Node owner, OpenModelViewModel opening, Words words) {
        File file = chosen(owner, words);
        if (file != null) {
            show(owner, opening, words, file.getPath());
        }
    }

    private static @Nullable File chosen(Node owner, Words words) {
        var chooser = new FileChooser();
        chooser.setTitle(words.now().text(OwnText.OPEN_TITLE));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        words.now().text(OwnText.MODEL_FILES), "*.gguf", "*.json", "*.safetensors"));
        return chooser.showOpenDialog(owner.getScene().getWindow());
    }

    private Region content(Node owner) {
        var place = new TextField();
        place.setId("open-place");
        place.setPrefColumnCount(36);
        place.textProperty().bindBidirectional(opening.placeProperty());
        place.setOnAction(_ -> opening.read());
        words.on(read, OwnText.READ);
        read.setId("open-read");
        read.setDefaultButton(true);
        read.setOnAction(_ -> opening.read());
        var browse = words.on(new Button(), OwnText.BROWSE);
        browse.setOnAction(_ -> {
            File file = chosen(owner, words);
            if (file != null) {
                place.setText(file.getPath());
                opening.read();
            }
        });
        Label examples = OwnDialog.sentence(words.now().text(OwnText.PLACE_EXAMPLES));
        examples.getStyleClass().add("caption");
        answer.getStyleClass().add("rows");
        var content = new VBox(
                OwnDialog.row(words, OwnText.PLACE, place),
                examples,
                new HBox(8, read, browse),
                HubPane.build(opening, words, () -> fit(answer)),
                answer);
        content.getStyleClass().add("rows");
        return content;
    }

    private static void fit(Node node) {
        if (node.getScene() != null && node.getScene().getWindow() != null) {
            node.getScene().getWindow().sizeToScene();
        }
    }

    private void follow(State state) {
        read.setDisable(state instanceof State.Reading);
        read.setDefaultButton(!(state instanceof State.Understood));
        answer.getChildren()
                .setAll(
                        switch (state) {
                            case State.Waiting _, State.Added _ -> List.of();
                            case State.Reading(String what, long bytes) -> reading(what, bytes);
                            case State.Choosing(List<String> places) -> choices(places);
                            case State.Failed(var trouble) -> List.of(OwnDialog.trouble(words, trouble));
                            case State.Understood(Understood understood) -> understood(understood);
                        });
    }

    private List<Node> reading(String what, long bytes) {
        Wording now = words.now();
        String size = now.formats().memoryWithUnit(new Bytes(bytes), Detail.LEAF);
        var stop = words.on(new Button(), OwnText.STOP);
        stop.setId("open-stop");
        stop.setOnAction(_ -> opening.cancel());
        return List.of(OwnDialog.progress(now.text(OwnText.READING, what, size)), stop);
    }

    private List<Node> choices(List<String> places) {
        var list = new VBox();
        for (String place : places) {
            var choice = new Hyperlink(place.substring(place.lastIndexOf('/') + 1));
            choice.setOnAction(_ -> opening.choose(place));
            list.getChildren().add(choice);
        }
        var scroll = Scrolls.of(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(Math.min(CHOICES_HEIGHT, 30.0 * places.size()));
        return List.of(OwnDialog.sentence(words.now().text(OwnText.CHOOSE_ONE)), scroll);
    }

    private List<Node> understood(Understood understood) {
        LanguageModel model = understood.model();
        Wording now = words.now();
        var title = new Label(model.name());
        title.getStyleClass().add("section-title");
        var facts = new VBox(
                fact(OwnText.ARCHITECTURE, model.family()),
                fact(OwnText.PARAMETERS, now.formats().whole(parameters(model))),
                fact(
                        OwnText.TENSORS,
                        understood
                                .tensorBytes()
                                .map(bytes -> now.formats().memoryWithUnit(bytes, Detail.TOTAL) + ", "
                                        + now.formats().exact(bytes))
                                .orElse("–")),
                fact(OwnText.LAYERS, layers(model, now)),
                fact(OwnText.LONGEST_CONTEXT, now.formats().context(model.maxContext())),
                fact(
                        OwnText.WEIGHTS_STORED,
                        model.stored().isEmpty()
                                ? model.nativeWeights()
                                : now.text(CommonText.FROM_FILE) + " (" + model.nativeWeights() + ")"));
        facts.getStyleClass().add("rows");
        facts.setId("understood");
        var add = words.on(new Button(), OwnText.ADD);
        add.setId("open-add");
        add.setDefaultButton(true);
        add.setOnAction(_ -> opening.add());
        return List.of(title, facts, OwnDialog.sentence(missing(understood.missing(), now)), add);
    }

    private static String missing(List<MissingFact> facts, Wording now) {
        return facts.isEmpty()
                ? now.text(OwnText.NOTHING_MISSING)
                : now.text(
                        OwnText.MISSING,
                        String.join(
                                "; ", facts.stream().map(now.names()::missing).toList()));
    }

    private static String layers(LanguageModel model, Wording now) {
        var kinds = new StringBuilder(now.formats().whole(model.layers()));
        for (LayerGroup group : model.groups()) {
            kinds.append(kinds.indexOf("·") < 0 ? " · " : ", ")
                    .append(now.formats().whole(group.count()))
                    .append(" × ")
                    .append(now.names().attention(group.attention()));
        }
        return kinds.toString();
    }

    private static long parameters(LanguageModel model) {
        return model.stored().isEmpty()
                ? TensorTable.parameters(model)
                : model.stored().stream().mapToLong(StoredTensors::elements).sum();
    }

    private HBox fact(MessageKey name, String value) {
        Label said = OwnDialog.sentence(value);
        said.setPrefWidth(OwnDialog.WIDTH - 160);
        return OwnDialog.row(words, name, said);
    }
}
