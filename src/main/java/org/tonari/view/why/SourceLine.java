package org.tonari.view.why;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import org.tonari.explain.Source;
import org.tonari.export.picture.Wording;
import org.tonari.text.WindowText;
import org.tonari.view.parts.Hint;
import org.tonari.view.parts.Labels;

/// Who says so: a link where the source has an address on the web, plain words where it has none.
final class SourceLine {
    private static final int MOST_SIGNS = 24;

    private final Consumer<String> browser;
    private final Hyperlink link = new Hyperlink();
    private final Label words = Labels.styled("source-words");
    private final StackPane line = new StackPane(link, words);
    private Optional<Object> shown = Optional.empty();

    /// @param browser opens an address
    SourceLine(Consumer<String> browser) {
        this.browser = browser;
        link.setId("why-source");
        words.setId("why-source-words");
        line.setMinWidth(0);
    }

    Node node() {
        return line;
    }

    void show(Optional<Source> telling, Wording wording) {
        line.setVisible(telling.isPresent());
        var now = Optional.<Object>of(List.of(telling, wording));
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        telling.ifPresent(one -> {
            String address = address(one.citation());
            boolean opens = !address.isEmpty();
            link.setVisible(opens);
            link.setManaged(opens);
            words.setVisible(!opens);
            words.setManaged(!opens);
            Labeled seen = opens ? link : words;
            seen.setText(shortly(one, wording));
            Hint.on(
                    seen,
                    wording.names().source(one)
                            + (one.note().isEmpty()
                                    ? ""
                                    : System.lineSeparator() + wording.names().reason(one.note())));
            link.setOnAction(_ -> browser.accept(address));
        });
    }

    /// Where it stands, or only what kind of source it is where saying that would be cut; the tip says the whole.
    private static String shortly(Source source, Wording wording) {
        String kind = wording.names().kind(source.kind());
        String where = source.equals(Source.BY_HAND) ? kind : host(source.citation(), wording);
        return where.length() > MOST_SIGNS ? kind : wording.text(WindowText.SOURCE_LINK, where);
    }

    /// The first address in a citation, which may go on in words.
    private static String address(String citation) {
        int start = citation.indexOf("http");
        if (start < 0) {
            return "";
        }
        int end = citation.indexOf(' ', start);
        return end < 0 ? citation.substring(start) : citation.substring(start, end);
    }

    private static String host(String citation, Wording wording) {
        String address = address(citation);
        if (address.isEmpty()) {
            return wording.names().reason(citation);
        }
        String path = address.replaceFirst("^https?://(www\\.)?", "");
        String[] parts = path.split("/");
        boolean repository = parts.length > 2 && (parts[0].equals("github.com") || parts[0].equals("huggingface.co"));
        return repository ? parts[2] : parts[0];
    }
}
