package org.tonari.profiles.huggingface;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonari.profiles.tree.ProfileNode;

/// A `config.json`, read through the part that describes the language model (`text_config` where there is one).
///
/// @param root the whole file
/// @param text the language model's part
record Config(ProfileNode root, ProfileNode text) {
    private static final long MOST = 1L << 40;
    private static final List<String> NESTED = List.of("text_config", "llm_config", "language_config");

    /// What published Gemma 3 configurations leave out: the defaults of `Gemma3TextConfig` in the library transformers.
    private static final Map<String, Long> GEMMA_3 = Map.of(
            "num_attention_heads", 8L,
            "num_key_value_heads", 4L,
            "head_dim", 256L,
            "vocab_size", 262_208L,
            "max_position_embeddings", 131_072L,
            "sliding_window", 4_096L);

    static Config of(ProfileNode root) {
        for (String name : NESTED) {
            Optional<ProfileNode> nested = root.optionalField(name).filter(ProfileNode::isObject);
            if (nested.isPresent()) {
                return new Config(root, nested.get());
            }
        }
        return new Config(root, root);
    }

    /// @return the architecture's name, that of the nested part first
    String modelType() {
        return text.optionalField("model_type")
                .or(() -> root.optionalField("model_type"))
                .map(ProfileNode::text)
                .orElse("");
    }

    /// @return a positive whole number that must be there
    long whole(String name) {
        Optional<ProfileNode> written = text.optionalField(name);
        return written.isEmpty()
                ? usual(name).orElseGet(() -> text.field(name).whole(1, MOST))
                : written.get().whole(1, MOST);
    }

    /// @return a whole number of at least 0, or `usual` where nothing is written
    long whole(String name, long usual) {
        return optional(name).orElse(usual);
    }

    /// @return a whole number of at least 0, if written
    Optional<Long> optional(String name) {
        return text.optionalField(name).map(node -> node.whole(0, MOST)).or(() -> usual(name));
    }

    private Optional<Long> usual(String name) {
        return modelType().startsWith("gemma3") && !modelType().startsWith("gemma3n")
                ? Optional.ofNullable(GEMMA_3.get(name))
                : Optional.empty();
    }

    /// @return a switch, or `usual` where nothing is written
    boolean flag(String name, boolean usual) {
        return text.optionalField(name)
                .or(() -> root.optionalField(name))
                .map(ProfileNode::flag)
                .orElse(usual);
    }

    /// @return a text of either part, if written
    Optional<String> word(String name) {
        return text.optionalField(name)
                .or(() -> root.optionalField(name))
                .filter(ProfileNode::isText)
                .map(ProfileNode::text);
    }

    /// @return a list of texts, empty where nothing is written
    List<String> words(String name) {
        return text.optionalField(name)
                .map(list -> list.items().stream().map(ProfileNode::text).toList())
                .orElse(List.of());
    }

    /// @return a list of whole numbers, empty where no list is written
    List<Long> numbers(String name) {
        return text.optionalField(name)
                .filter(ProfileNode::isList)
                .map(list ->
                        list.items().stream().map(node -> node.whole(0, MOST)).toList())
                .orElse(List.of());
    }

    long hidden() {
        return whole("hidden_size");
    }

    int layers() {
        return (int) text.field("num_hidden_layers").whole(1, 10_000);
    }

    /// @return the size of an attention head, which need not be hidden size by heads
    long headSize() {
        return optional("head_dim").filter(size -> size > 0).orElseGet(() -> hidden() / whole("num_attention_heads"));
    }

    long queryHeads() {
        return whole("num_attention_heads");
    }

    long keyValueHeads() {
        return optional("num_key_value_heads").filter(heads -> heads > 0).orElseGet(this::queryHeads);
    }
}
