package org.tonari.view.questions;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import org.tonari.export.ProjectionCsv;
import org.tonari.export.ProjectionJson;
import org.tonari.text.MessageKey;
import org.tonari.text.PageText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.pages.AnswersViewModel.Answered;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.QuestionsViewModel;

/// Takes a page's answers along: as a table, as JSON, as command lines.
final class CopyMenu {
    private final QuestionsViewModel questions;
    private final Page page;
    private final Words words;

    private CopyMenu(QuestionsViewModel questions, Page page, Words words) {
        this.questions = questions;
        this.page = page;
        this.words = words;
    }

    static MenuButton build(QuestionsViewModel questions, Page page, Words words) {
        return new CopyMenu(questions, page, words).button();
    }

    private MenuButton button() {
        MenuButton button = words.on(new MenuButton(), PageText.COPY_AS);
        button.setId("copy-answers");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems()
                .setAll(
                        item(PageText.COPY_CSV, this::csv),
                        item(PageText.COPY_JSON, this::json),
                        item(PageText.COPY_COMMAND, this::commands));
        return button;
    }

    private MenuItem item(MessageKey name, Supplier<String> text) {
        var item = new MenuItem();
        item.textProperty().bind(words.text(name));
        item.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return item;
    }

    private List<Answered> answers() {
        return questions.answers(page).answersProperty().get();
    }

    private String csv() {
        return ProjectionCsv.of(answers().stream()
                .map(answer -> new ProjectionCsv.Row(answer.machine().id(), answer.projection()))
                .toList());
    }

    private String json() {
        return ProjectionJson.text(answers().stream()
                .map(answer -> new ProjectionJson.Answered(command(answer), answer.projection()))
                .toList());
    }

    private String commands() {
        return answers().stream().map(this::command).collect(Collectors.joining("\n"));
    }

    private String command(Answered answer) {
        return String.join(" ", questions.commandLine(page, answer.machine()));
    }
}
