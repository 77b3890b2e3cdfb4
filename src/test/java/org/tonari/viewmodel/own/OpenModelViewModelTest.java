package org.tonari.viewmodel.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.LanguageModel;
import org.tonari.explain.Phrase;
import org.tonari.units.Bytes;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.Watch;
import org.tonari.viewmodel.choosing.FieldsViewModel;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.outside.FullDisk;
import org.tonari.viewmodel.outside.Outside;
import org.tonari.viewmodel.outside.Trouble;
import org.tonari.viewmodel.own.OpenModelViewModel.State;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

class OpenModelViewModelTest {
    private final Desk desk = new Desk();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Reachable outside = new Reachable();
    private final NoticesViewModel notices = new NoticesViewModel();
    private final FieldsViewModel fields = new FieldsViewModel(desk.root);
    private final OpenModelViewModel opening =
            new OpenModelViewModel(desk.root, fields, notices, outside, new Background(work::add, Runnable::run));

    /// Everything a window could reach, at hand.
    static final class Reachable implements FullDisk {
        final List<String> asked = new ArrayList<>();
        Optional<Opened> opened = Optional.empty();
        Optional<Trouble> trouble = Optional.empty();
        Runnable meanwhile = () -> {};
        boolean ended;

        @Override
        public Opened open(String place, Watch watch) throws Trouble {
            asked.add(place);
            watch.onCancel(() -> ended = true);
            watch.at(place, 42);
            meanwhile.run();
            if (trouble.isPresent()) {
                throw trouble.get();
            }
            return opened.orElseThrow();
        }
    }

    private static Outside.Opened.Understood understood(String id) {
        LanguageModel model = Desk.model(id);
        return new Outside.Opened.Understood(model, Optional.of(new Bytes(1)), List.of());
    }

    private void finish() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void read(String place) {
        opening.begin(place);
        opening.read();
    }

    @Test
    void nothingIsReadBeforeThePersonAsks() {
        opening.begin("hf:org/name");

        finish();

        assertThat(outside.asked).isEmpty();
        assertThat(opening.stateProperty().get()).isInstanceOf(State.Waiting.class);
    }

    @Test
    void whatWasUnderstoodIsShownAndAddedOnlyThen() {
        outside.opened = Optional.of(understood("qwen3-8b"));
        read(" hf:org/name ");
        finish();
        assertThat(outside.asked).containsExactly("hf:org/name");
        assertThat(opening.stateProperty().get()).isInstanceOf(State.Understood.class);
        assertThat(desk.root.getComparison().setup().model().id()).isEqualTo("gpt-oss-120b");

        opening.add();

        assertThat(opening.stateProperty().get()).isInstanceOf(State.Added.class);
        assertThat(desk.root.getComparison().setup().model().id()).isEqualTo("qwen3-8b");
        assertThat(desk.root.choices().models()).extracting(LanguageModel::id).contains("qwen3-8b");
        desk.root.undo();
        assertThat(desk.root.getComparison().setup().model().id()).isEqualTo("gpt-oss-120b");
    }

    @Test
    void progressIsShownWhileReading() {
        outside.opened = Optional.of(understood("qwen3-8b"));
        var states = new ArrayList<State>();
        opening.stateProperty().subscribe(state -> states.add(state));

        read("a.gguf");
        finish();

        assertThat(states).contains(new State.Reading("a.gguf", 0), new State.Reading("a.gguf", 42));
    }

    @Test
    void severalModelsAreOffered() {
        outside.opened = Optional.of(new Outside.Opened.Several(List.of("hf:a/b/1.gguf", "hf:a/b/2.gguf")));
        read("hf:a/b");
        finish();
        assertThat(opening.stateProperty().get()).isInstanceOf(State.Choosing.class);
        outside.opened = Optional.of(understood("qwen3-8b"));

        opening.choose("hf:a/b/2.gguf");
        finish();

        assertThat(outside.asked).containsExactly("hf:a/b", "hf:a/b/2.gguf");
        assertThat(opening.stateProperty().get()).isInstanceOf(State.Understood.class);
    }

    @Test
    void troubleIsShownAndAnotherTryWorks() {
        outside.trouble = Optional.of(new Trouble(Trouble.Kind.BUSY, Phrase.verbatim("wait")));
        read("hf:a/b");
        finish();
        assertThat(opening.stateProperty().get())
                .isInstanceOfSatisfying(
                        State.Failed.class,
                        failed -> assertThat(failed.trouble().kind()).isEqualTo(Trouble.Kind.BUSY));
        outside.trouble = Optional.empty();
        outside.opened = Optional.of(understood("qwen3-8b"));

        opening.read();
        finish();

        assertThat(opening.stateProperty().get()).isInstanceOf(State.Understood.class);
    }

    @Test
    void cancellingEndsTheWorkAndDropsItsAnswer() {
        outside.opened = Optional.of(understood("qwen3-8b"));
        outside.meanwhile = opening::cancel;
        read("hf:a/b");

        finish();

        assertThat(outside.ended).isTrue();
        assertThat(opening.stateProperty().get()).isInstanceOf(State.Waiting.class);
    }

    @Test
    void theHubIsKeptAndTheTokenNeverSaidAgain() {
        opening.keepHub("https://mirror.example", "secret");
        assertThat(notices.passingProperty().get())
                .hasValueSatisfying(notice -> assertThat(notice)
                        .isInstanceOf(Notice.Saved.class)
                        .asString()
                        .doesNotContain("secret"));

        opening.keepHub("", "secret");
        assertThat(notices.noticeProperty().get())
                .hasValueSatisfying(notice -> assertThat(notice).isInstanceOf(Notice.NotSaved.class));
    }

    @Test
    void theNewestPlaceWins() {
        outside.opened = Optional.of(understood("qwen3-8b"));
        read("first.gguf");
        read("second.gguf");

        finish();

        assertThat(opening.placeProperty().get()).isEqualTo("second.gguf");
        assertThat(opening.stateProperty().get()).isInstanceOf(State.Understood.class);
    }
}
