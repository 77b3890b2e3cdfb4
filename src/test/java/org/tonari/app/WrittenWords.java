package org.tonari.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// All that a scene says: written, spoken, in tips and in menus that are not open. What a person types is theirs.
final class WrittenWords {
    private final List<String> all = new ArrayList<>();

    private WrittenWords() {}

    /// @return every text of the scene and its window's title
    static List<String> of(Scene scene) {
        var words = new WrittenWords();
        if (scene.getWindow() instanceof Stage stage) {
            words.add(stage.getTitle());
        }
        words.walk(scene.getRoot());
        return words.all;
    }

    private void walk(Node node) {
        if (!node.isVisible()) {
            return;
        }
        add(node.getAccessibleText());
        add(node.getAccessibleHelp());
        add(node.getAccessibleRoleDescription());
        node.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .forEach(this::tip);
        if (node instanceof Control control) {
            tip(control.getTooltip());
            menu(control.getContextMenu());
        }
        switch (node) {
            case MenuButton button -> items(button.getItems());
            case MenuBar bar -> items(bar.getMenus());
            case Labeled labeled -> add(labeled.getText());
            case TextInputControl input -> add(input.getPromptText());
            case Text text -> add(text.getText());
            case TableView<?> table -> columns(table.getColumns());
            case ComboBox<?> box -> choices(box.getItems(), box.getConverter());
            case ChoiceBox<?> box -> choices(box.getItems(), box.getConverter());
            default -> {}
        }
        if (node instanceof Labeled labeled) {
            if (labeled.getGraphic() != null) {
                walk(labeled.getGraphic());
            }
        } else if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    private void columns(Collection<? extends TableColumn<?, ?>> columns) {
        columns.forEach(column -> {
            add(column.getText());
            menu(column.getContextMenu());
            columns(column.getColumns());
        });
    }

    private <T> void choices(Collection<?> items, @Nullable StringConverter<T> converter) {
        if (converter != null) {
            for (Object item : items) {
                @SuppressWarnings("unchecked")
                T one = (T) item;
                add(converter.toString(one));
            }
        }
    }

    private void menu(@Nullable ContextMenu menu) {
        if (menu != null) {
            items(menu.getItems());
        }
    }

    private void items(Collection<? extends MenuItem> items) {
        items.forEach(item -> {
            add(item.getText());
            if (item instanceof Menu menu) {
                items(menu.getItems());
            }
        });
    }

    private void tip(@Nullable Tooltip tip) {
        if (tip != null) {
            add(tip.getText());
            if (tip.getGraphic() != null) {
                walk(Objects.requireNonNull(tip.getGraphic()));
            }
        }
    }

    private void add(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            all.add(text);
        }
    }
}
