package org.tonari.profiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.Attention;
import org.tonari.domain.LanguageModel;
import org.tonari.domain.LayerGroup;
import org.tonari.explain.MissingFact;

/// Understands a file of any sort: a model in any format, or a profile of any kind.
///
/// @param modelFiles reads model files that are not profiles
public record FileInspection(ModelFiles modelFiles) {

    /// What a file was understood as.
    public sealed interface Inspected {
        /// @param model   what it describes
        /// @param missing what it does not say and an estimate would need
        record Model(LanguageModel model, List<MissingFact> missing) implements Inspected {
            public Model {
                missing = List.copyOf(missing);
            }
        }

        /// @param kind    what sort of profile it is
        /// @param id      its id
        /// @param profile what it describes
        record Profile(ProfileKind kind, String id, Object profile) implements Inspected {}
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
        ProfileKind kind = ProfileKind.of(word.text())
                .orElseThrow(() -> word.problem(word.shown(), "one of " + ProfileKind.words()));
        Object profile = ProfileReaders.OWN.read(kind, root);
        return profile instanceof LanguageModel model
                ? described(model)
                : new Inspected.Profile(
                        kind, root.optionalField("id").map(ProfileNode::text).orElse(""), profile);
    }

    private Inspected model(Path file) {
        return switch (modelFiles.read(file)) {
            case Reading.Read<LanguageModel>(LanguageModel model) -> described(model);
            case Reading.Refused<LanguageModel>(ProfileProblem problem) -> throw new ProfileException(problem);
        };
    }

    private static Inspected described(LanguageModel model) {
        var missing = new ArrayList<MissingFact>();
        for (LayerGroup group : model.groups()) {
            if (group.attention() instanceof Attention.Undescribed(MissingFact fact)) {
                missing.add(fact);
            }
        }
        return new Inspected.Model(model, missing);
    }
}
