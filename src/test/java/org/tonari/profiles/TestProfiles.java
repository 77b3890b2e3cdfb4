package org.tonari.profiles;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.explain.Source;
import org.tonari.profiles.readers.ProfileReaders;
import org.tonari.units.Tokens;

/// Small models and formats for tests that are not about them.
public final class TestProfiles {
    private static final Source SOURCE = Source.of(Source.Kind.DERIVED, "made up for tests");

    private TestProfiles() {}

    /// Reads the id of a model or weight format and makes up the rest.
    static ProfileReaders readers() {
        return new ProfileReaders(
                file -> model(file.field("id").text()),
                file -> weights(file.field("id").text()));
    }

    public static Catalogue catalogue(Path... folders) {
        return new Catalogue(Catalogue.places(List.of(folders)), readers());
    }

    static LanguageModel model(String id) {
        return new LanguageModel(
                id,
                id,
                "llama",
                SOURCE,
                64,
                100,
                LanguageModel.OutputHead.TIED,
                64,
                List.of(new LayerGroup("only", 1, new Attention.None(), new FeedForward.None(), 0)),
                List.of(0),
                List.of(),
                new Tokens(4096),
                "q8_0",
                List.of(),
                new LanguageModel.Details("", "", "", "text", 0, List.of()));
    }

    static WeightFormat weights(String id) {
        return new WeightFormat(
                id,
                id,
                Set.of(WeightFormat.Container.GGUF),
                "8bit",
                Map.of(),
                List.of(new WeightFormat.Rule(
                        Set.of(),
                        WeightFormat.LayerSelection.ALL,
                        WeightFormat.ModelCondition.ANY,
                        new BlockFormat("q8_0", 32, 34))),
                Optional.empty(),
                SOURCE);
    }

    static EnumSet<Source.Kind> machineKinds() {
        return EnumSet.range(Source.Kind.VENDOR, Source.Kind.ARTICLE);
    }
}
