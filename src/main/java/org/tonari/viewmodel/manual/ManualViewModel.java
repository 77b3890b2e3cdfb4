package org.tonari.viewmodel.manual;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tonari.manual.Chapter;
import org.tonari.manual.Destination;
import org.tonari.manual.Document;
import org.tonari.manual.Shelf;
import org.tonari.manual.Volume;
import org.tonari.text.Language;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;

/// The documents for users as they are read: which one, in which language, how far, and where one was before.
///
/// Documents are read off the UI thread; everything else here happens on it.
public final class ManualViewModel {
    private final AppearanceViewModel appearance;
    private final Shelf shelf;
    private final Background background;
    private final LatestTask<Document> reading;
    private final ReadOnlyObjectWrapper<ShownDocument> shown = new ReadOnlyObjectWrapper<>(new ShownDocument.Nothing());
    private final ReadOnlyObjectWrapper<Goal> goal = new ReadOnlyObjectWrapper<>(new Goal(0, 0));
    private final ReadOnlyIntegerWrapper chapter = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper backable = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper forwardable = new ReadOnlyBooleanWrapper(false);
    private final Deque<Spot> before = new ArrayDeque<>();
    private final Deque<Spot> after = new ArrayDeque<>();
    private final ManualSearch search = new ManualSearch(this);
    private Spot now = new Spot(Volume.GUIDE, Language.ENGLISH, 0);
    private ShownDocument away = new ShownDocument.Nothing();

    /// Where to scroll to. Each request is another one, even to the same place.
    ///
    /// @param prose  number of the text that shall stand at the top
    /// @param number of the request
    public record Goal(int prose, long number) {}

    /// @param wished language
    /// @param prose  number of the text at the top
    private record Spot(Volume volume, Language wished, int prose) {}

    /// @param appearance whose language is followed
    /// @param shelf      the documents
    /// @param background reads them
    public ManualViewModel(AppearanceViewModel appearance, Shelf shelf, Background background) {
        this.appearance = appearance;
        this.shelf = shelf;
        this.background = background;
        this.reading = background.newest();
        appearance.languageProperty().subscribe((_, language) -> speak(language));
    }

    /// @return what there is to read
    public ReadOnlyObjectProperty<ShownDocument> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// @return where to scroll to
    public ReadOnlyObjectProperty<Goal> goalProperty() {
        return goal.getReadOnlyProperty();
    }

    /// @return index of the chapter that is read, −1 before the first
    public ReadOnlyIntegerProperty chapterProperty() {
        return chapter.getReadOnlyProperty();
    }

    /// @return whether one came from somewhere
    public ReadOnlyBooleanProperty backableProperty() {
        return backable.getReadOnlyProperty();
    }

    /// @return whether one went back from somewhere
    public ReadOnlyBooleanProperty forwardableProperty() {
        return forwardable.getReadOnlyProperty();
    }

    /// @return the search in the document that is shown
    public ManualSearch search() {
        return search;
    }

    /// @return the document that is shown, if one is
    public Optional<Document> document() {
        return shown.get() instanceof ShownDocument.Text text ? Optional.of(text.document()) : Optional.empty();
    }

    /// Opens the guide, unless something is open already; comes back to what was put away.
    public void begin() {
        Language language = appearance.languageProperty().get();
        if (shown.get() instanceof ShownDocument.Nothing && away instanceof ShownDocument.Text text) {
            shown.set(text);
            if (text.wished() == language) {
                seek(now.prose());
            } else {
                speak(language);
            }
        }
        if (!(shown.get() instanceof ShownDocument.Text)) {
            open(Volume.GUIDE);
        }
    }

    /// Lets go of what is shown, so that nobody lays it out, until [#begin()].
    public void putAway() {
        reading.cancel();
        away = shown.get();
        shown.set(new ShownDocument.Nothing());
    }

    /// Opens the guide at the chapter about what is on screen; where all of it is, one is where one was.
    public void begin(Page page) {
        PageChapters.of(page).ifPresentOrElse(this::openChapter, this::begin);
    }

    /// @param anchor of the English edition
    private void openChapter(String anchor) {
        openAlike(Volume.GUIDE, english -> english.chapterOf(anchor), Document::chapterStarts);
    }

    /// @param word as the English glossary begins what it says about it
    public void openEntry(String word) {
        openAlike(Volume.GLOSSARY, english -> english.entryOf(word), Document::entryStarts);
    }

    /// Other editions of a document have the same parts in the same order.
    private void openAlike(Volume volume, ToIntFunction<Document> index, Function<Document, List<Integer>> parts) {
        reading.request(
                () -> shelf.read(volume, Language.ENGLISH),
                english -> {
                    int at = index.applyAsInt(english);
                    go(volume, appearance.languageProperty().get(), document -> {
                        List<Integer> starts = parts.apply(document);
                        return at < starts.size() ? starts.get(at) : 0;
                    });
                },
                _ -> open(volume));
    }

    /// Opens a document at its beginning.
    public void open(Volume volume) {
        go(volume, appearance.languageProperty().get(), _ -> 0);
    }

    /// Goes to a chapter of the document that is shown.
    public void open(Chapter wanted) {
        go(now.volume(), now.wished(), _ -> wanted.prose());
    }

    /// Follows a link. One to another edition of the same document is taken at its word; any other leads to the edition
    /// nearest to the reader's language.
    public void follow(Destination.Place place) {
        boolean here = place.volume() == now.volume();
        boolean same = document()
                .filter(document -> document.language() == place.language())
                .isPresent();
        Language wished = !here ? appearance.languageProperty().get() : same ? now.wished() : place.language();
        go(place.volume(), wished, document -> document.proseAt(place.anchor()).orElse(0));
    }

    /// Goes to where one was.
    public void back() {
        walk(before, after);
    }

    /// Goes to where one went back from.
    public void forward() {
        walk(after, before);
    }

    /// Is told what the reader has scrolled to.
    ///
    /// @param prose number of the text at the top
    public void readAt(int prose) {
        now = new Spot(now.volume(), now.wished(), prose);
        chapter.set(document().map(document -> document.chapterAt(prose)).orElse(-1));
    }

    /// @return number of the text at the top
    public int reached() {
        return now.prose();
    }

    /// Asks for a text to be scrolled to.
    void seek(int prose) {
        goal.set(new Goal(prose, goal.get().number() + 1));
    }

    /// Reads a picture, off the UI thread.
    ///
    /// @param file   as a document calls it
    /// @param decode makes the picture, on another thread
    /// @param done   takes it, on the UI thread
    /// @param failed takes the reason why there is none, likewise
    public <T> void picture(String file, Function<InputStream, T> decode, Consumer<T> done, Consumer<String> failed) {
        background
                .<T>newest()
                .request(
                        () -> {
                            try (InputStream stream = shelf.picture(file)) {
                                return decode.apply(stream);
                            }
                        },
                        done,
                        trouble -> failed.accept(reason(trouble)));
    }

    private void go(Volume volume, Language wished, ToIntFunction<Document> where) {
        if (!(shown.get() instanceof ShownDocument.Nothing)) {
            before.push(now);
            after.clear();
            told();
        }
        read(volume, wished, where);
    }

    private void walk(Deque<Spot> from, Deque<Spot> to) {
        if (!from.isEmpty()) {
            Spot spot = from.pop();
            to.push(now);
            told();
            read(spot.volume(), spot.wished(), _ -> spot.prose());
        }
    }

    private void told() {
        backable.set(!before.isEmpty());
        forwardable.set(!after.isEmpty());
    }

    private void read(Volume volume, Language wished, ToIntFunction<Document> where) {
        if (shown.get() instanceof ShownDocument.Text(Document document, Language its)
                && document.volume() == volume
                && its == wished) {
            reading.cancel();
            arrive(volume, wished, where.applyAsInt(document));
            return;
        }
        reading.request(
                () -> shelf.read(volume, wished),
                document -> {
                    int prose = where.applyAsInt(document);
                    now = new Spot(volume, wished, prose);
                    shown.set(new ShownDocument.Text(document, wished));
                    arrive(volume, wished, prose);
                },
                trouble -> {
                    now = new Spot(volume, wished, 0);
                    shown.set(new ShownDocument.Broken(volume, reason(trouble)));
                    arrive(volume, wished, 0);
                });
    }

    private void arrive(Volume volume, Language wished, int prose) {
        now = new Spot(volume, wished, prose);
        readAt(prose);
        seek(prose);
    }

    /// The same chapter in another language: editions have the same chapters in the same order.
    private void speak(Language language) {
        if (shown.get() instanceof ShownDocument.Nothing) {
            return;
        }
        List<Chapter> chapters = document().map(Document::chapters).orElse(List.of());
        int reached = chapter.get();
        read(now.volume(), language, document -> {
            List<Chapter> others = document.chapters();
            boolean alike = reached >= 0 && others.size() == chapters.size();
            return alike ? others.get(reached).prose() : 0;
        });
    }

    private static String reason(Exception trouble) {
        return String.valueOf(trouble.getMessage());
    }
}
