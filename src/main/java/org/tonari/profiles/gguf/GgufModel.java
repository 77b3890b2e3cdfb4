package org.tonari.profiles.gguf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tonari.domain.model.Attention;
import org.tonari.domain.model.FeedForward;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.Extra;
import org.tonari.domain.model.LanguageModel.OutputHead;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.WeightTensor;
import org.tonari.explain.Phrase;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Makes a language model of a file's headers.
final class GgufModel {
    private static final String EMBEDDING = "token_embd.weight";
    private static final long MOST_LAYERS = 10_000;
    private static final long MOST_CONTEXT = 1L << 32;

    private final GgufFile file;
    private final Metadata metadata;
    private final Hyperparameters numbers;
    private final List<LayerTensors> layers;
    private final LayerTensors outer;
    private final LayerTensors beyond;

    private GgufModel(GgufFile file) {
        this.file = file;
        this.metadata = file.metadata();
        String architecture = metadata.text("general.architecture")
                .filter(name -> name.matches("[A-Za-z0-9._-]{1,64}"))
                .orElseThrow(() -> metadata.problem(
                        "general.architecture", Phrase.of("no name"), Phrase.of("the architecture's name")));
        requireModel();
        this.numbers = new Hyperparameters(metadata, architecture);
        int count = layerCount();
        List<LayerTensors> all = LayerTensors.of(file.tensors(), count);
        this.outer = all.getFirst();
        this.layers = all.subList(1, count + 1);
        this.beyond = all.getLast();
    }

    /// @return the model the file holds
    /// @throws ProfileException where it holds no language model
    static LanguageModel of(GgufFile file) {
        try {
            return new GgufModel(file).model();
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw file.metadata().problem("", Refused.why(refused), Phrase.of("a language model"));
        }
    }

    /// Projectors and adapters are files of the same format.
    private void requireModel() {
        String type = metadata.text("general.type").orElse("model");
        if (!type.equals("model")) {
            throw metadata.problem(
                    "general.type", Phrase.verbatim('"' + Naming.clean(type) + '"'), Phrase.verbatim("model"));
        }
    }

    /// Layers that guess further tokens stand behind the model's own.
    private int layerCount() {
        String key = numbers.architecture() + ".block_count";
        OptionalLong blocks = metadata.whole(key, MOST_LAYERS);
        long guessing = numbers.stated("nextn_predict_layers").orElse(0);
        long count = blocks.orElse(0) - guessing;
        if (count < 1) {
            throw metadata.problem(
                    key,
                    blocks.isEmpty() ? Phrase.of("nothing") : Phrase.of("{0} layers", count),
                    Phrase.of("at least 1 layer"));
        }
        return (int) count;
    }

    private LanguageModel model() {
        GgufTensor embedding = outer.find(EMBEDDING)
                .orElseThrow(
                        () -> metadata.problem(EMBEDDING, Phrase.of("no such tensor"), Phrase.of("a language model")));
        LayerGroups groups = groups();
        String name = Naming.name(metadata, file.name());
        return new LanguageModel(
                Naming.id(file.name()),
                name,
                numbers.architecture(),
                new Source(Source.Kind.SECONDARY, file.name() + ".gguf", "", "Read from the file's header."),
                numbers.stated("embedding_length").orElse(embedding.size(0)),
                embedding.size(1),
                outer.has("output.weight") ? OutputHead.SEPARATE : OutputHead.TIED,
                small(outer),
                groups.groups(),
                groups.order(),
                extras(),
                context(),
                NearestWeights.of(file),
                stored(),
                Naming.details(metadata));
    }

    private Tokens context() {
        String key = numbers.architecture() + ".context_length";
        long context = metadata.whole(key, MOST_CONTEXT).orElse(0);
        if (context < 1) {
            throw metadata.problem(key, Phrase.of("nothing"), Phrase.of("the longest context"));
        }
        return new Tokens(context);
    }

    private LayerGroups groups() {
        var attentions = new AttentionShapes(numbers, layers.size());
        var networks = new FeedForwardShapes(numbers);
        var groups = new LayerGroups();
        for (LayerTensors layer : layers) {
            List<Attention> ways = attentions.of(layer);
            for (Attention beside : ways.subList(0, ways.size() - 1)) {
                groups.add(new LayerGroups.Kind(beside, new FeedForward.None(), 0, List.of()));
            }
            groups.add(new LayerGroups.Kind(ways.getLast(), networks.of(layer), small(layer), adapters(layer)));
        }
        return groups;
    }

    private static long small(LayerTensors tensors) {
        return elements(tensors, TensorRole.SMALL);
    }

    private static long elements(LayerTensors tensors, TensorRole role) {
        long elements = 0;
        for (Map.Entry<String, GgufTensor> entry : tensors.byName().entrySet()) {
            if (TensorRoles.of(entry.getKey(), entry.getValue()) == role) {
                elements = Math.addExact(elements, entry.getValue().elements());
            }
        }
        return elements;
    }

    private static List<WeightTensor> adapters(LayerTensors layer) {
        return layer.byName().entrySet().stream()
                .filter(entry -> TensorRoles.of(entry.getKey(), entry.getValue()) == TensorRole.LAYER_EMBEDDING)
                .filter(entry -> entry.getValue().elements() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new WeightTensor(
                        TensorRole.LAYER_EMBEDDING,
                        entry.getValue().size(0),
                        entry.getValue().size(1),
                        entry.getValue().size(2)))
                .toList();
    }

    private List<Extra> extras() {
        var extras = new ArrayList<Extra>();
        long table = elements(outer, TensorRole.LOOKUP_TABLE);
        if (table > 0) {
            extras.add(new Extra(Extra.Kind.LOOKUP_TABLE, table));
        }
        long guessing = beyond.byName().values().stream()
                .mapToLong(GgufTensor::elements)
                .sum();
        if (guessing > 0) {
            extras.add(new Extra(Extra.Kind.MTP, guessing));
        }
        return extras;
    }

    private List<StoredTensors> stored() {
        var sums = new EnumMap<TensorRole, StoredTensors>(TensorRole.class);
        beyond.byName().values().forEach(tensor -> add(sums, TensorRole.MTP, tensor));
        outer.byName().forEach((name, tensor) -> add(sums, TensorRoles.of(name, tensor), tensor));
        for (LayerTensors layer : layers) {
            layer.byName().forEach((name, tensor) -> add(sums, TensorRoles.of(name, tensor), tensor));
        }
        return List.copyOf(sums.values());
    }

    private static void add(Map<TensorRole, StoredTensors> sums, TensorRole role, GgufTensor tensor) {
        StoredTensors one = new StoredTensors(role, tensor.elements(), new Bytes(tensor.bytes()));
        sums.merge(
                role,
                one,
                (before, now) -> new StoredTensors(
                        role,
                        Math.addExact(before.elements(), now.elements()),
                        before.bytes().plus(now.bytes())));
    }
}
