package org.tonari.profiles.huggingface;

import java.util.Locale;
import java.util.Optional;
import org.tonari.profiles.ProfileNode;

/// Which weight format a configuration says its checkpoint is stored in.
final class NativeFormat {
    private NativeFormat() {}

    /// @return the format's id
    static String of(Config config) {
        Optional<ProfileNode> quantization = config.root()
                .optionalField("quantization_config")
                .or(() -> config.text().optionalField("quantization_config"));
        if (quantization.isPresent()) {
            return quantised(quantization.get());
        }
        Optional<ProfileNode> mlx = config.root().optionalField("quantization");
        if (mlx.isPresent() && mlx.get().isObject()) {
            return "mlx-" + mlx.get().field("bits").whole(1, 16) + "bit";
        }
        return type(config.word("torch_dtype").or(() -> config.word("dtype")).orElse("bfloat16"));
    }

    private static String quantised(ProfileNode quantization) {
        String method = quantization
                .optionalField("quant_method")
                .map(ProfileNode::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        String algorithm = quantization
                .optionalField("quant_algo")
                .or(() -> quantization.optionalField("format"))
                .map(ProfileNode::text)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return switch (method) {
            case "mxfp4" -> "mxfp4";
            case "fp8" -> "fp8";
            case "awq" -> "awq-int4";
            case "gptq" -> "int4";
            default ->
                algorithm.contains("nvfp4")
                        ? "nvfp4"
                        : algorithm.contains("float") || algorithm.contains("fp8") ? "fp8" : "int4";
        };
    }

    private static String type(String name) {
        return switch (name) {
            case "float16", "half" -> "f16";
            case "float32", "float" -> "f32";
            default -> "bf16";
        };
    }
}
