package org.tonari.profiles.huggingface;

import java.util.Locale;
import java.util.Optional;
import org.tonari.profiles.tree.ProfileNode;

/// Which weight format a configuration says its checkpoint is stored in.
final class NativeFormat {
    private NativeFormat() {}

    /// @return the format's id
    static String of(Config config) {
        Optional<ProfileNode> quantization = config.root()
                .optionalField("quantization_config")
                .or(() -> config.text().optionalField("quantization_config"));
        Optional<ProfileNode> mlx = config.root().optionalField("quantization").filter(ProfileNode::isObject);
        if (mlx.isPresent()) {
            return mlx(mlx.get());
        }
        if (quantization.isPresent()) {
            return isMlx(quantization.get()) ? mlx(quantization.get()) : quantised(quantization.get());
        }
        return type(config.word("torch_dtype").or(() -> config.word("dtype")).orElse("bfloat16"));
    }

    /// MLX writes the same under `quantization_config` too, without naming a method.
    private static boolean isMlx(ProfileNode quantization) {
        return quantization.isObject()
                && !quantization.has("quant_method")
                && quantization.has("group_size")
                && quantization.has("bits");
    }

    /// The shipped format nearest to so many bits; layers that are stored otherwise are counted where files are read.
    private static String mlx(ProfileNode quantization) {
        String mode = quantization.optionalField("mode").map(ProfileNode::text).orElse("affine");
        if (mode.equals("mxfp4") || mode.equals("nvfp4")) {
            return mode;
        }
        long bits = quantization.field("bits").whole(1, 16);
        return bits <= 4 ? "mlx-4bit" : bits <= 6 ? "mlx-6bit" : "mlx-8bit";
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
