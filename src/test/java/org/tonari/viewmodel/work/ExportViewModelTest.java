package org.tonari.viewmodel.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.desk.Desk;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.Notice;
import org.tonari.viewmodel.window.NoticesViewModel;

class ExportViewModelTest {
    private final Desk desk = new Desk();
    private final NoticesViewModel notices = new NoticesViewModel();
    private final List<Runnable> later = new ArrayList<>();

    @Test
    void aSavedFileIsSaid() {
        exports((_, _, _) -> {}).save(Path.of("sheet.png"));

        assertThat(notices.passingProperty().get()).contains(new Notice.Saved("sheet.png"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidAndNothingBreaks() {
        exports((_, _, file) -> {
                    throw new IOException(file + ": no space");
                })
                .save(Path.of("sheet.png"));

        assertThat(notices.noticeProperty().get()).contains(new Notice.NotSaved("sheet.png", "sheet.png: no space"));
    }

    @Test
    void whatWasSavedInTheEndIsNoLongerSaidToBeUnsaved() {
        notices.say(new Notice.NotSaved("sheet.png", "no space"));

        exports((_, _, _) -> {}).save(Path.of("sheet.png"));

        assertThat(notices.noticeProperty().get()).isEmpty();
        assertThat(notices.passingProperty().get()).contains(new Notice.Saved("sheet.png"));
    }

    @Test
    void theSuggestedNameSaysWhatIsInside() {
        ExportViewModel exports = exports((_, _, _) -> {});
        assertThat(exports.suggestedName()).isEqualTo("tonari-gpt-oss-120b-mxfp4-32768.png");
    }

    @Test
    void textIsShownBeforeItIsSavedAndAPictureIsNot() {
        ExportViewModel exports = exports((_, _, _) -> {});

        exports.preview();
        assertThat(exports.previewProperty().get()).isEmpty();
        exports.formatProperty().set(exports.formatProperty().get().withKind(Sharing.Kind.CSV));
        exports.preview();
        assertThat(exports.previewProperty().get()).isEqualTo("the beginning of CSV");
        exports.formatProperty().set(exports.formatProperty().get().withKind(Sharing.Kind.HTML));
        assertThat(exports.previewProperty().get()).isEmpty();
    }

    @Test
    void aReportIsLookedAtFromATemporaryPlace() {
        ExportViewModel exports = exports((_, _, _) -> {});
        exports.formatProperty().set(exports.formatProperty().get().withKind(Sharing.Kind.HTML));
        var seen = new ArrayList<Path>();

        exports.look(seen::add);

        assertThat(seen).containsExactly(Path.of("scratch.html"));
    }

    @Test
    void aCopiedPictureIsSaid() {
        var copied = new ArrayList<byte[]>();

        exports((_, _, _) -> {}).copyPicture(AppearanceViewModel.Theme.DARK, copied::add);

        assertThat(copied).hasSize(1);
        assertThat(notices.passingProperty().get()).contains(new Notice.Copied());
    }

    @Test
    void onlyTheNewestAnswerOfSlowWorkArrives() {
        var heard = new ArrayList<String>();
        var task = new LatestTask<String>(Runnable::run, later::add);

        task.request(() -> "old", heard::add, _ -> {});
        task.request(() -> "new", heard::add, _ -> {});
        later.forEach(Runnable::run);

        assertThat(heard).containsExactly("new");
    }

    @Test
    void theSameFaultHasTheSameCode() {
        assertThat(Notice.Fault.of(new IllegalStateException("one")).code())
                .isEqualTo(Notice.Fault.of(new IllegalStateException("two")).code())
                .startsWith("T-");
    }

    private interface Writing {
        void write(Results results, Sharing.Format format, Path file) throws IOException;
    }

    private ExportViewModel exports(Writing writing) {
        Executor direct = Runnable::run;
        Sharing sharing = new Sharing() {
            @Override
            public void write(Results results, Format format, Path file) throws IOException {
                writing.write(results, format, file);
            }

            @Override
            public Path scratch(Results results, Format format) {
                return Path.of("scratch" + format.kind().extension());
            }

            @Override
            public String beginning(Results results, Kind kind, int characters) {
                return "the beginning of " + kind;
            }

            @Override
            public byte[] picture(Results results, Format format) {
                return new byte[] {(byte) format.scale()};
            }

            @Override
            public String summary(Results results) {
                return "";
            }
        };
        return new ExportViewModel(
                desk.root, new AppearanceViewModel(), notices, sharing, new Background(direct, Runnable::run));
    }
}
