package org.tonari.profiles.huggingface;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Details;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.profiles.LocalFolder;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.units.Tokens;

/// Reads a model from a Hugging Face `config.json`, or from the safetensors index beside one.
///
/// Vision and audio parts and prediction heads are left out: a configuration does not say how large they are. Where
/// all safetensors files lie beside it, their headers tell what every tensor takes.
public final class ConfigReader implements ModelFiles {
    private static final String CONFIG = "config.json";

    @Override
    public Reading<LanguageModel> read(String place) {
        Path file = Path.of(place);
        return read(LocalFolder.of(file), String.valueOf(file.getFileName()));
    }

    /// @param folder where the file lies, and perhaps safetensors files beside it
    /// @param file   the name of a configuration or of an index of safetensors
    /// @return the model, or why it cannot be understood
    public static Reading<LanguageModel> read(ModelFolder folder, String file) {
        try {
            return new Reading.Read<>(model(folder, file));
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            return new Reading.Refused<>(ProfileProblem.ofFile(
                    folder.place(file),
                    Phrase.of("an impossible model: {0}", Refused.why(impossible)),
                    Phrase.of("a configuration")));
        }
    }

    private static LanguageModel model(ModelFolder folder, String file) {
        ProfileNode root = JsonFiles.read(folder, file);
        if (!root.isObject()) {
            throw root.refused("an object");
        }
        if (!root.has("weight_map")) {
            return model(folder, file, root);
        }
        if (!folder.has(CONFIG)) {
            throw root.problem(Phrase.of("an index of safetensors alone"), Phrase.of("a {0} beside it", CONFIG));
        }
        return model(folder, CONFIG, JsonFiles.read(folder, CONFIG));
    }

    private static LanguageModel model(ModelFolder folder, String file, ProfileNode root) {
        LanguageModel described = described(folder, file, root);
        return described.withStored(Safetensors.beside(folder, described));
    }

    private static LanguageModel described(ModelFolder folder, String file, ProfileNode root) {
        Config config = Config.of(root);
        Optional<Family> family = Families.of(config.modelType());
        List<Layer> layers = family.map(known -> known.layers().apply(config)).orElseGet(() -> unknown(config));
        Layer.Stack stack = Layer.stack(layers);
        String name = name(config, folder);
        return new LanguageModel(
                id(name),
                name.substring(name.lastIndexOf('/') + 1),
                family.map(known -> known.name().apply(config)).orElseGet(() -> id(config.modelType())),
                new Source(Source.Kind.VENDOR, folder.place(file), "", "read from its configuration"),
                config.hidden(),
                config.whole("vocab_size"),
                head(config),
                config.hidden() + Gemma.perLayer(config),
                stack.groups(),
                stack.order(),
                extras(config),
                new Tokens(maxContext(config)),
                NativeFormat.of(config),
                List.of(),
                new Details(name.indexOf('/') >= 0 ? name : "", "", "", modality(root), 0, List.of()));
    }

    /// What a family nobody described keeps of earlier tokens is not guessed.
    private static List<Layer> unknown(Config config) {
        var fact = new MissingFact(
                "model.attention",
                Phrase.of(
                        "how layers of the architecture \"{0}\" look back, and so what they cache",
                        config.modelType()));
        FeedForward network = config.optional("intermediate_size")
                .filter(width -> width > 0)
                .<FeedForward>map(width -> new FeedForward.Dense(width, Networks.GATED))
                .orElseGet(FeedForward.None::new);
        var layer = new Layer("undescribed", new Attention.Undescribed(fact), network, 2 * config.hidden());
        return Collections.nCopies(config.layers(), layer);
    }

    /// Gemma ties head and embedding unless told otherwise; other families do not.
    private static OutputHead head(Config config) {
        boolean usual =
                config.modelType().startsWith("gemma") || config.modelType().startsWith("lfm2");
        return config.flag("tie_word_embeddings", config.flag("tie_embedding", usual))
                ? OutputHead.TIED
                : OutputHead.SEPARATE;
    }

    private static List<Extra> extras(Config config) {
        long width = Gemma.perLayer(config);
        if (width == 0) {
            return List.of();
        }
        long rows = config.whole("vocab_size_per_layer_input", config.whole("vocab_size"));
        return List.of(new Extra(Extra.Kind.LOOKUP_TABLE, rows * width * config.layers()));
    }

    private static long maxContext(Config config) {
        return config.optional("max_position_embeddings")
                .or(() -> config.optional("max_sequence_length"))
                .or(() -> config.optional("seq_length"))
                .filter(tokens -> tokens > 0)
                .orElseThrow(() -> config.text()
                        .problem(Phrase.of("no {0}", "max_position_embeddings"), Phrase.of("the longest context")));
    }

    private static String modality(ProfileNode root) {
        var parts = new ArrayList<String>();
        parts.add("text");
        if (root.has("vision_config")) {
            parts.add("image");
        }
        if (root.has("audio_config")) {
            parts.add("audio");
        }
        return String.join("+", parts);
    }

    private static String name(Config config, ModelFolder folder) {
        return config.word("_name_or_path")
                .filter(name -> !name.isBlank() && !name.startsWith("/") && !name.startsWith("."))
                .filter(_ -> folder.title().indexOf('/') < 0)
                .orElseGet(folder::title);
    }

    private static String id(String name) {
        var id = new StringBuilder();
        for (char each : name.substring(name.lastIndexOf('/') + 1)
                .toLowerCase(Locale.ROOT)
                .toCharArray()) {
            boolean plain = each >= 'a' && each <= 'z' || each >= '0' && each <= '9' || each == '.' || each == '-';
            id.append(plain ? each : '-');
        }
        while (!id.isEmpty() && (id.charAt(0) == '.' || id.charAt(0) == '-')) {
            id.deleteCharAt(0);
        }
        return id.isEmpty() ? "model" : id.toString();
    }
}
