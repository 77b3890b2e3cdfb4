package org.tonari.view.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tonari.explain.Phrase;
import org.tonari.export.picture.Wording;
import org.tonari.text.DeskText;
import org.tonari.text.HelpText;
import org.tonari.text.MachineText;
import org.tonari.text.Names;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

/// A bar under the menu that says what went wrong or was done, until it is closed.
public final class NoticeBar {
    private final NoticesViewModel notices;
    private final Words words;
    private final Consumer<String> clipboard;
    private final Label sentence = new Label();
    private final Button copy = new Button();
    private final HBox bar;

    private NoticeBar(NoticesViewModel notices, Words words, Consumer<String> clipboard) {
        this.notices = notices;
        this.words = words;
        this.clipboard = clipboard;
        var close = words.on(new Button(), WindowText.CLOSE);
        close.getStyleClass().add("flat");
        close.setMinWidth(Region.USE_PREF_SIZE);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> notices.dismiss());
        words.on(copy, WindowText.COPY_DETAILS);
        copy.setId("copy-details");
        sentence.setId("notice");
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        bar = new HBox(sentence, copy, close);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("notice-bar");
    }

    /// @param clipboard takes details that are copied
    public static Region build(NoticesViewModel notices, Words words, Consumer<String> clipboard) {
        var bar = new NoticeBar(notices, words, clipboard);
        notices.noticeProperty().subscribe(bar::show);
        words.wording().subscribe(_ -> bar.show(notices.noticeProperty().get()));
        return bar.bar;
    }

    private void show(Optional<Notice> notice) {
        bar.setVisible(notice.isPresent());
        bar.setManaged(notice.isPresent());
        notice.ifPresent(news -> {
            sentence.setText(sentence(news, words.now()));
            String details = details(news, words.now().names());
            copy.setVisible(!details.isEmpty());
            copy.setManaged(!details.isEmpty());
            copy.setOnAction(_ -> clipboard.accept(details));
        });
    }

    /// @return what is said
    static String sentence(Notice notice, Wording wording) {
        return switch (notice) {
            case Notice.BrokenProfiles(var problems) ->
                wording.text(WindowText.PROBLEMS, wording.formats().whole(problems.size())) + "  "
                        + wording.names().said(problems.getFirst());
            case Notice.OutlivedProfiles(var problems) ->
                wording.text(MachineText.OUTLIVED) + "  " + wording.names().said(problems.getFirst());
            case Notice.Fault(String code, String _) -> wording.text(WindowText.FAULT, code);
            case Notice.Saved(String place) -> wording.text(WindowText.EXPORT_DONE, place);
            case Notice.NotSaved(String place, String _) -> wording.text(WindowText.EXPORT_FAILED, place);
            case Notice.NotOpened(Phrase problem) ->
                wording.text(DeskText.NOT_OPENED, wording.names().said(problem));
            case Notice.OpenedReadOnly(String place) -> wording.text(DeskText.OPENED_READ_ONLY, place);
            case Notice.Restored _ -> wording.text(DeskText.RESTORED);
            case Notice.FirstSteps _ -> wording.text(HelpText.HINT);
            case Notice.Copied _ -> wording.text(WindowText.COPIED);
        };
    }

    private static String details(Notice notice, Names names) {
        return switch (notice) {
            case Notice.BrokenProfiles(var problems) -> lines(problems, names);
            case Notice.OutlivedProfiles(var problems) -> lines(problems, names);
            case Notice.Fault(String _, String details) -> details;
            case Notice.NotSaved(String place, String reason) -> place + ": " + reason;
            case Notice.NotOpened(Phrase problem) -> names.said(problem);
            case Notice.Saved _, Notice.Copied _, Notice.OpenedReadOnly _, Notice.Restored _, Notice.FirstSteps _ -> "";
        };
    }

    private static String lines(List<Phrase> problems, Names names) {
        return problems.stream().map(names::said).collect(Collectors.joining(System.lineSeparator()));
    }
}
