package org.tonari.app;

import java.nio.file.Path;
import java.util.List;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.importers.LocalModelFiles;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.work.Work;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.background.Background;
import org.tonari.viewmodel.background.LatestTask;
import org.tonari.viewmodel.window.Notice;

/// Opens the file the program was called with, as a file manager does: a saved comparison, or a model to compare with.
/// UI thread only.
final class FileOpening {
    private static final String MODEL_SUFFIX = ".gguf";

    private final Workbench workbench;
    private final LatestTask<Reading<LanguageModel>> reading;

    FileOpening(Workbench workbench, Background background) {
        this.workbench = workbench;
        this.reading = new LatestTask<>(background.executor(), background.uiThread());
    }

    /// @return whether the window, not the command line, is meant by such an argument
    static boolean isMeantBy(String argument) {
        return argument.endsWith(Work.SUFFIX) || argument.endsWith(MODEL_SUFFIX);
    }

    void open(Path file) {
        if (file.toString().endsWith(MODEL_SUFFIX)) {
            reading.request(
                    () -> new LocalModelFiles().read(file),
                    this::show,
                    failure -> workbench.notices().fault(failure));
        } else {
            workbench.work().open(file);
        }
    }

    private void show(Reading<LanguageModel> read) {
        switch (read) {
            case Reading.Read<LanguageModel>(LanguageModel model) ->
                workbench.fields().pickModel(model);
            case Reading.Refused<LanguageModel>(var problem) ->
                workbench.notices().say(new Notice.BrokenProfiles(List.of(problem.phrase())));
        }
    }
}
