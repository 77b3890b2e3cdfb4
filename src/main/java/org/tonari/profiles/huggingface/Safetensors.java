package org.tonari.profiles.huggingface;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorRole;
import org.tonari.domain.model.TensorTable;
import org.tonari.domain.model.WeightTensor;
import org.tonari.explain.Phrase;
import org.tonari.profiles.ModelFolder;
import org.tonari.profiles.tree.ByteSource;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.units.Bytes;

/// What the tensors of a checkpoint take, added up from the headers of its safetensors files.
final class Safetensors {
    private static final String WHOLE = "model.safetensors";
    private static final int MOST_FILES = 4096;
    private static final String INDEX = "model.safetensors.index.json";
    /// Types that hold several weights in one element.
    private static final Set<String> PACKED = Set.of("I32", "U32", "I64", "U8", "F4");
    /// Endings of tensors that scale others rather than hold weights.
    private static final Set<String> SCALES = Set.of(
            "scales",
            "biases",
            "weight_scale",
            "weight_scale_2",
            "weight_scale_inv",
            "weight_global_scale",
            "weight_shape",
            "input_scale",
            "input_global_scale",
            "qzeros",
            "g_idx");

    private final LanguageModel model;
    private final Map<TensorRole, Sum> sums = new EnumMap<>(TensorRole.class);

    /// @param packed whether elements hold several weights each, so that the description has to tell how many there are
    private record Sum(long elements, long bytes, boolean packed) {
        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(elements, other.elements), Math.addExact(bytes, other.bytes), packed || other.packed);
        }
    }

    private Safetensors(LanguageModel model) {
        this.model = model;
    }

    /// @param folder where the checkpoint's files are
    /// @param model  what its configuration describes
    /// @return its tensors by role; empty where not all files are there
    static List<StoredTensors> beside(ModelFolder folder, LanguageModel model) {
        Set<String> files = new TreeSet<>();
        if (folder.has(INDEX)) {
            files.addAll(named(folder));
        } else if (folder.has(WHOLE)) {
            files.add(WHOLE);
        }
        if (!files.stream().allMatch(folder::has)) {
            return List.of();
        }
        var checkpoint = new Safetensors(model);
        for (String file : files) {
            checkpoint.add(folder, file);
        }
        return checkpoint.stored();
    }

    private static Set<String> named(ModelFolder folder) {
        ProfileNode root = JsonFiles.read(folder, INDEX);
        Set<String> files = new TreeSet<>();
        if (root.isObject() && root.has("weight_map")) {
            for (ProfileNode file : root.field("weight_map").fields().values()) {
                if (!file.text().matches("[\\w.-]+\\.safetensors")) {
                    throw file.refused("the name of a safetensors file beside the index");
                }
                files.add(file.text());
                if (files.size() > MOST_FILES) {
                    throw file.problem(Phrase.of("more than {0} files", MOST_FILES), Phrase.of("fewer"));
                }
            }
        }
        return files;
    }

    private void add(ModelFolder folder, String file) {
        try (ByteSource source = folder.open(file)) {
            SafetensorsHeader.read(source, this::add);
        } catch (IOException unreadable) {
            throw new ProfileException(ProfileProblem.unreadable(folder.place(file), unreadable));
        }
    }

    private void add(SafetensorsHeader.Tensor tensor) {
        String name = tensor.name();
        String last = name.substring(name.lastIndexOf('.') + 1);
        boolean scale = SCALES.contains(last) || last.endsWith("_scales");
        boolean vector = tensor.shape().size() < 2 && !scale;
        TensorRole role = TensorNames.of(name, model.layers(), vector);
        long elements = scale ? 0 : tensor.elements();
        sums.merge(role, new Sum(elements, tensor.bytes(), !scale && PACKED.contains(tensor.dtype())), Sum::plus);
    }

    private List<StoredTensors> stored() {
        return sums.entrySet().stream()
                .map(entry -> new StoredTensors(
                        entry.getKey(),
                        elements(entry.getKey(), entry.getValue()),
                        new Bytes(entry.getValue().bytes())))
                .toList();
    }

    private long elements(TensorRole role, Sum sum) {
        long described = sum.packed() ? described(role) : 0;
        return described > 0 ? described : sum.elements();
    }

    private long described(TensorRole role) {
        long elements = elements(TensorTable.outer(model), role);
        for (LayerGroup group : model.groups()) {
            elements += group.count() * elements(TensorTable.layer(model, group), role);
        }
        return elements;
    }

    private static long elements(List<WeightTensor> tensors, TensorRole role) {
        return tensors.stream()
                .filter(tensor -> tensor.role() == role)
                .mapToLong(WeightTensor::elements)
                .sum();
    }
}
