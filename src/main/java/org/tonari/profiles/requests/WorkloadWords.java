package org.tonari.profiles.requests;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.LayerPlacement;
import org.tonari.domain.scenario.Workload.Outputs;
import org.tonari.domain.scenario.Workload.Speculation;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.units.Tokens;

/// Reads the words of a workload; each word that is not written keeps its default.
final class WorkloadWords {
    private static final int MOST_LAYERS = 10_000;
    private static final Pattern TOKENS = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([kKmM]?)");
    private static final String DRAFT = "draft:";

    private final ProfileNode words;

    WorkloadWords(ProfileNode words) {
        this.words = words;
    }

    Workload read() {
        Workload usual = Workload.DEFAULT;
        return new Workload(
                tokens("context", usual.context()),
                tokens("prompt", usual.prompt()),
                whole("concurrency", 1, Workload.MOST_SEQUENCES, usual.concurrency()),
                tokens("ubatch", usual.ubatch()),
                toggle("flash_attention", usual.flashAttention()),
                toggle("kv_unified", usual.unifiedCache()),
                toggle("swa_full", usual.fullWindow()),
                outputs(usual.outputs()),
                layers("gpu_layers", usual.gpuLayers()),
                layers("cpu_moe_layers", usual.cpuExperts()),
                toggle("mmproj", usual.projector()),
                speculation(usual.speculation()));
    }

    /// A plain number, or one with `k` (1,024) or `M` (1,048,576) behind it.
    Tokens tokens(String name, Tokens usual) {
        return words.optionalField(name).map(WorkloadWords::tokens).orElse(usual);
    }

    /// @return what a word says
    static Tokens tokens(ProfileNode word) {
        OptionalLong number = word.wholeNumber();
        if (number.isPresent() && number.getAsLong() > 0 && number.getAsLong() <= Workload.MOST_TOKENS) {
            return new Tokens(number.getAsLong());
        }
        Matcher matcher = TOKENS.matcher(scalar(word));
        if (matcher.matches()) {
            BigDecimal count = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor(matcher.group(2))));
            boolean whole = count.stripTrailingZeros().scale() <= 0;
            if (whole && count.signum() > 0 && count.compareTo(BigDecimal.valueOf(Workload.MOST_TOKENS)) <= 0) {
                return new Tokens(count.longValueExact());
            }
        }
        throw word.refused("a whole number of tokens from 1 to 1,000,000,000, such as 32768, 32k or 0.5M");
    }

    private static long factor(String letter) {
        return switch (letter) {
            case "k", "K" -> 1L << 10;
            case "m", "M" -> 1L << 20;
            default -> 1;
        };
    }

    /// @return a whole number between the bounds, or the usual one where nothing is written
    int whole(String name, int least, int most, int usual) {
        return words.optionalField(name)
                .map(word -> whole(word, least, most)
                        .orElseThrow(() -> word.refused("a whole number from {0} to {1}", least, most)))
                .orElse(usual);
    }

    private static Optional<Integer> whole(ProfileNode word, int least, int most) {
        OptionalLong number = word.wholeNumber();
        if (number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most) {
            return Optional.of((int) number.getAsLong());
        }
        String text = scalar(word);
        if (text.matches("\\d{1,9}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    Toggle toggle(String name, Toggle usual) {
        return words.optionalField(name)
                .map(word -> switch (scalar(word)) {
                    case "on", "true" -> Toggle.ON;
                    case "off", "false" -> Toggle.OFF;
                    default -> throw word.refused("on or off");
                })
                .orElse(usual);
    }

    private Outputs outputs(Outputs usual) {
        return words.optionalField("outputs")
                .map(word -> word.oneOf(Outputs.class))
                .orElse(usual);
    }

    private LayerPlacement layers(String name, LayerPlacement usual) {
        return words.optionalField(name).map(WorkloadWords::layers).orElse(usual);
    }

    private static LayerPlacement layers(ProfileNode word) {
        return switch (scalar(word)) {
            case "auto" -> new LayerPlacement.Automatic();
            case "all" -> new LayerPlacement.All();
            default ->
                new LayerPlacement.Exactly(whole(word, 0, MOST_LAYERS)
                        .orElseThrow(
                                () -> word.refused("auto, all, or a whole number from {0} to {1}", 0, MOST_LAYERS)));
        };
    }

    private Speculation speculation(Speculation usual) {
        return words.optionalField("speculative")
                .map(WorkloadWords::speculation)
                .orElse(usual);
    }

    private static Speculation speculation(ProfileNode word) {
        String text = scalar(word);
        return switch (text) {
            case "none" -> new Speculation.None();
            case "mtp" -> new Speculation.MultiToken();
            default -> {
                if (!text.startsWith(DRAFT) || text.length() == DRAFT.length()) {
                    throw word.refused("{0} or {1}", "none, mtp", "draft:MODEL");
                }
                yield new Speculation.None();
            }
        };
    }

    /// @return the id of the model that drafts, where one does; the catalogue knows what it is
    Optional<String> draft() {
        return words.optionalField("speculative")
                .map(WorkloadWords::scalar)
                .filter(text -> text.startsWith(DRAFT))
                .map(text -> text.substring(DRAFT.length()));
    }

    /// @return a text, number or switch as it would stand on a command line
    static String scalar(ProfileNode word) {
        if (word.isText()) {
            return word.textOrEmpty().strip();
        }
        if (word.isNumber() || word.isFlag()) {
            return word.plain();
        }
        throw word.refused("a single value");
    }
}
