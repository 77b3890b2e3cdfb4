package org.tonari.viewmodel.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonari.manual.Chapter;
import org.tonari.manual.Destination;
import org.tonari.manual.Document;
import org.tonari.manual.Shelf;
import org.tonari.manual.Volume;
import org.tonari.text.Language;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.manual.ManualSearch.Hit;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.window.AppearanceViewModel;

class ManualViewModelTest {
    private final AppearanceViewModel appearance = new AppearanceViewModel();
    private final Map<String, String> files = new HashMap<>(Map.of(
            "guide.md", "# Guide\n\n## One\n\nmemory\n\n## Two\n\nMemory and memory",
            "guide.ja.md", "# 使い方\n\n## 一\n\nメモリ\n\n## 二\n\nメモリ",
            "guide.zh.md", "# 指南\n\n## 一\n\n内存\n\n## 二\n\n内存",
            "glossary.md", "# Glossary\n\nmemory"));
    private final Shelf shelf = new Shelf(this::open);
    private final ManualViewModel manual =
            new ManualViewModel(appearance, shelf, new Background(Runnable::run, Runnable::run));

    private Optional<InputStream> open(String name) {
        return Optional.ofNullable(files.get(name))
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theGuideIsWhatOneBeginsWithAndComesBackTo() {
        assertThat(manual.shownProperty().get()).isInstanceOf(ShownDocument.Nothing.class);

        manual.begin();
        assertThat(shown()).isEqualTo(Volume.GUIDE);

        manual.open(Volume.GLOSSARY);
        manual.begin();
        assertThat(shown()).isEqualTo(Volume.GLOSSARY);
    }

    @Test
    void whatIsPutAwayIsLetGoOfAndComesBackWhereOneWas() {
        manual.open(Volume.GUIDE);
        manual.readAt(4);

        manual.putAway();
        assertThat(manual.shownProperty().get()).isInstanceOf(ShownDocument.Nothing.class);

        manual.begin();
        assertThat(shown()).isEqualTo(Volume.GUIDE);
        assertThat(manual.goalProperty().get().prose()).isEqualTo(4);
    }

    @Test
    void whatIsPutAwayComesBackInTheLanguageOfTheDay() {
        manual.open(Volume.GUIDE);
        manual.readAt(3);
        manual.putAway();

        appearance.languageProperty().set(Language.JAPANESE);
        assertThat(manual.shownProperty().get()).isInstanceOf(ShownDocument.Nothing.class);

        manual.begin();
        assertThat(manual.document().orElseThrow().language()).isEqualTo(Language.JAPANESE);
        assertThat(manual.goalProperty().get().prose()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Page.class)
    void theGuideOpensAtWhatIsOnScreen(Page page) throws IOException {
        Document english = Shelf.shipped().read(Volume.GUIDE, Language.ENGLISH);
        appearance.languageProperty().set(Language.JAPANESE);
        var shipped = new ManualViewModel(appearance, Shelf.shipped(), new Background(Runnable::run, Runnable::run));

        shipped.begin(page);

        int index = shipped.chapterProperty().get();
        String anchor = index < 0 ? "" : english.chapters().get(index).anchor();
        assertThat(anchor).isEqualTo(PageChapters.of(page).orElse(""));
        assertThat(shipped.document())
                .hasValueSatisfying(document -> assertThat(document.language()).isEqualTo(Language.JAPANESE));
    }

    @Test
    void aChapterIsGoneToAndReached() {
        manual.begin();
        manual.open(chapter(1));

        assertThat(manual.goalProperty().get().prose()).isEqualTo(3);
        assertThat(manual.chapterProperty().get()).isEqualTo(1);

        manual.readAt(2);
        assertThat(manual.chapterProperty().get()).isZero();
        manual.readAt(0);
        assertThat(manual.chapterProperty().get()).isEqualTo(-1);
    }

    @Test
    void askingAgainForTheSamePlaceIsAskingAgain() {
        manual.begin();
        manual.open(chapter(1));
        var before = manual.goalProperty().get();

        manual.open(chapter(1));

        assertThat(manual.goalProperty().get()).isNotEqualTo(before);
    }

    @Test
    void aLinkLeadsToItsChapterAndBackGoesWhereOneWas() {
        manual.begin();
        manual.readAt(3);
        manual.follow(new Destination.Place(Volume.GLOSSARY, Language.ENGLISH, ""));
        assertThat(shown()).isEqualTo(Volume.GLOSSARY);
        assertThat(manual.forwardableProperty().get()).isFalse();

        manual.back();
        assertThat(shown()).isEqualTo(Volume.GUIDE);
        assertThat(manual.goalProperty().get().prose()).isEqualTo(3);
        assertThat(manual.backableProperty().get()).isFalse();

        manual.forward();
        assertThat(shown()).isEqualTo(Volume.GLOSSARY);
        assertThat(manual.forwardableProperty().get()).isFalse();

        manual.back();
        manual.follow(new Destination.Place(Volume.GUIDE, Language.ENGLISH, "two"));
        assertThat(manual.goalProperty().get().prose()).isEqualTo(3);
        assertThat(manual.forwardableProperty().get())
                .as("a new way forgets the old one")
                .isFalse();
    }

    @Test
    void theLanguageIsFollowedToTheSameChapter() {
        manual.begin();
        manual.open(chapter(1));

        appearance.languageProperty().set(Language.JAPANESE);

        assertThat(document().language()).isEqualTo(Language.JAPANESE);
        assertThat(manual.chapterProperty().get()).isEqualTo(1);
        assertThat(manual.goalProperty().get().prose()).isEqualTo(3);
        assertThat(text().isStandIn()).isFalse();
    }

    @Test
    void anotherLanguageThatStandsInIsSaid() {
        manual.begin();
        appearance.languageProperty().set(Language.TRADITIONAL_CHINESE);

        assertThat(document().language()).isEqualTo(Language.SIMPLIFIED_CHINESE);
        assertThat(text().isStandIn()).isTrue();

        manual.open(Volume.GLOSSARY);
        assertThat(document().language()).isEqualTo(Language.ENGLISH);
        assertThat(text().isStandIn()).isTrue();
    }

    @Test
    void aLinkToAnotherEditionIsTakenAtItsWord() {
        manual.begin();
        manual.follow(new Destination.Place(Volume.GUIDE, Language.JAPANESE, ""));

        assertThat(document().language()).isEqualTo(Language.JAPANESE);
        assertThat(text().isStandIn()).isFalse();

        manual.follow(new Destination.Place(Volume.GLOSSARY, Language.ENGLISH, ""));
        manual.follow(new Destination.Place(Volume.GUIDE, Language.ENGLISH, ""));
        assertThat(document().language()).as("the reader's own").isEqualTo(Language.ENGLISH);
    }

    @Test
    void aBrokenDocumentIsSaidAndTheOthersStayReadable() {
        manual.begin();
        manual.open(Volume.MEMORY);

        assertThat(manual.shownProperty().get())
                .isInstanceOfSatisfying(
                        ShownDocument.Broken.class,
                        broken -> assertThat(broken.reason()).startsWith("memory.md"));
        assertThat(manual.search().hitsProperty().get()).isEmpty();

        manual.back();
        assertThat(shown()).isEqualTo(Volume.GUIDE);
    }

    @Test
    void wordsAreFoundWithoutRegardToCapitalsAndCounted() {
        manual.begin();
        manual.search().queryProperty().set(" MEMORY ");

        assertThat(manual.search().hitsProperty().get())
                .containsExactly(new Hit(2, 0, 6), new Hit(4, 0, 6), new Hit(4, 11, 17));
        assertThat(manual.search().hit()).contains(new Hit(2, 0, 6));
    }

    @Test
    void theSearchBeginsWhereOneReadsAndGoesRound() {
        manual.begin();
        manual.readAt(3);
        manual.search().queryProperty().set("memory");
        assertThat(manual.search().currentProperty().get()).isEqualTo(1);
        assertThat(manual.goalProperty().get().prose()).isEqualTo(4);

        manual.search().next();
        manual.search().next();
        assertThat(manual.search().currentProperty().get()).isZero();

        manual.search().previous();
        assertThat(manual.search().currentProperty().get()).isEqualTo(2);
    }

    @Test
    void whatIsSearchedIsTextAndNoPattern() {
        manual.begin();
        manual.search().queryProperty().set("m.mory");
        assertThat(manual.search().hitsProperty().get()).isEmpty();
        assertThat(manual.search().currentProperty().get()).isEqualTo(-1);

        manual.search().next();
        manual.search().queryProperty().set("  ");
        assertThat(manual.search().hitsProperty().get()).isEmpty();
    }

    @Test
    void whatIsLookedForIsLookedForInTheNextDocumentToo() {
        manual.begin();
        manual.search().queryProperty().set("memory");
        manual.open(Volume.GLOSSARY);

        assertThat(manual.search().hitsProperty().get()).containsExactly(new Hit(1, 0, 6));
        assertThat(manual.search().hit()).isEmpty();
        manual.search().next();
        assertThat(manual.search().hit()).contains(new Hit(1, 0, 6));
    }

    @Test
    void onlyTheDocumentAskedForLastArrives() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        var slow = new ManualViewModel(appearance, shelf, new Background(waiting::add, Runnable::run));
        slow.open(Volume.GUIDE);
        slow.open(Volume.GLOSSARY);
        List<Volume> seen = new ArrayList<>();
        slow.shownProperty().subscribe(shown -> {
            if (shown instanceof ShownDocument.Text text) {
                seen.add(text.document().volume());
            }
        });

        waiting.forEach(Runnable::run);

        assertThat(seen).containsExactly(Volume.GLOSSARY);
    }

    @Test
    void aPictureIsUnpackedOrItsLackIsSaid() {
        files.put("a.png", "bytes");
        var told = new ArrayList<String>();

        manual.picture("a.png", _ -> "picture", told::add, told::add);
        manual.picture("b.png", _ -> "picture", told::add, told::add);

        assertThat(told).hasSize(2).first().isEqualTo("picture");
        assertThat(told.getLast()).startsWith("b.png: ");
    }

    private Chapter chapter(int index) {
        return document().chapters().get(index);
    }

    private ShownDocument.Text text() {
        return (ShownDocument.Text) manual.shownProperty().get();
    }

    private Document document() {
        return manual.document().orElseThrow();
    }

    private Volume shown() {
        return document().volume();
    }
}
