package org.tonari.profiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.explain.MissingFact;
import org.tonari.profiles.readers.ProfileReaders;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.ProfileText;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Bytes;

/// Understands a file of any sort: a model in any format, or a profile of any kind.
///
/// @param modelFiles reads model files that are not profiles
public record FileInspection(ModelFiles modelFiles) {
    private static final String INDEX = ".safetensors.index.json";

    /// What a file was understood as.
    public sealed interface Inspected {
        /// @param model       what it describes
        /// @param tensorBytes what its tensors take on disk, where the file or the index beside it says so
        /// @param missing     what it does not say and an estimate would need
        record Model(LanguageModel model, Optional<Bytes> tensorBytes, List<MissingFact> missing) implements Inspected {
            public Model {
                missing = List.copyOf(missing);
            }
        }

        /// @param kind    what sort of profile it is
        /// @param id      its id
        /// @param profile what it describes
        record Profile(ProfileKind kind, String id, Object profile) implements Inspected {}
    }

    /// @param place a path, an address or a repository
    /// @return what is there, or why it cannot be understood
    public Reading<Inspected> of(String place) {
        return ModelFiles.isRemote(place) ? remote(place) : of(Path.of(place));
    }

    private Reading<Inspected> remote(String place) {
        return switch (modelFiles.read(place)) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> new Reading.Read<>(described(model));
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> new Reading.Refused<>(problem);
        };
    }

    /// @return the model with what its tensors take, where that was counted, and with what is missing
    public static Inspected.Model described(LanguageModel model) {
        return described(model, stored(model));
    }

    /// @return what the file is, or why it cannot be understood
    public Reading<Inspected> of(Path file) {
        try {
            return new Reading.Read<>(file.toString().endsWith(".json") ? json(file) : model(file));
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        }
    }

    private Inspected json(Path file) {
        ProfileNode root = ProfileText.read(file);
        if (!root.isObject() || !root.has("kind")) {
            return model(file);
        }
        ProfileNode word = root.field("kind");
        ProfileKind kind =
                ProfileKind.of(word.text()).orElseThrow(() -> word.refused("one of {0}", ProfileKind.words()));
        Object profile = ProfileReaders.OWN.read(kind, root);
        return profile instanceof LanguageModel model
                ? described(model, stored(model))
                : new Inspected.Profile(
                        kind, root.optionalField("id").map(ProfileNode::text).orElse(""), profile);
    }

    private Inspected model(Path file) {
        return switch (modelFiles.read(file)) {
            case Reading.Read<LanguageModel>(LanguageModel model) ->
                described(model, stored(model).or(() -> indexed(file)));
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> throw new ProfileException(problem);
        };
    }

    private static Optional<Bytes> stored(LanguageModel model) {
        return model.stored().stream().map(StoredTensors::bytes).reduce(Bytes::plus);
    }

    /// @return the total that an index of safetensors states: the file itself, or the one beside a configuration
    private static Optional<Bytes> indexed(Path file) {
        Path index = file.toString().endsWith(INDEX) ? file : file.resolveSibling("model" + INDEX);
        return Files.isRegularFile(index)
                ? ProfileText.read(index)
                        .optionalField("metadata")
                        .flatMap(metadata -> metadata.optionalField("total_size"))
                        .map(size -> new Bytes(size.whole(0)))
                : Optional.empty();
    }

    private static Inspected.Model described(LanguageModel model, Optional<Bytes> tensorBytes) {
        var missing = new ArrayList<MissingFact>();
        for (LayerGroup group : model.groups()) {
            if (group.attention() instanceof Attention.Undescribed(MissingFact fact) && !missing.contains(fact)) {
                missing.add(fact);
            }
        }
        return new Inspected.Model(model, tensorBytes, missing);
    }
}
