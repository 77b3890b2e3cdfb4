package org.tonari.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.importers.LocalModelFiles;
import org.tonari.profiles.tree.Reading;

/// Model files wherever they are. A remote one is asked for once in a run.
final class AllModelFiles implements ModelFiles {
    private final ModelFiles local = new LocalModelFiles();
    private final Function<String, Reading<LanguageModel>> remote;
    private final Map<String, Reading<LanguageModel>> asked = new ConcurrentHashMap<>();

    /// @param remote reads what lies beyond this computer, by address or repository
    AllModelFiles(Function<String, Reading<LanguageModel>> remote) {
        this.remote = remote;
    }

    @Override
    public Reading<LanguageModel> read(String place) {
        return ModelFiles.isRemote(place) ? asked.computeIfAbsent(place, remote) : local.read(place);
    }
}
