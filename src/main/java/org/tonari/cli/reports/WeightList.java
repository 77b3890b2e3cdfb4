package org.tonari.cli.reports;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonari.domain.runtime.BlockFormat;
import org.tonari.domain.runtime.QualityLoss;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.text.Formats;

/// Weight formats with the bits of their main block.
public record WeightList(List<WeightFormat> weights, Formats formats) implements ProfileList {

    @Override
    public List<String> heads() {
        return List.of("id", "weights", "bits", "files", "kernels");
    }

    @Override
    public boolean isNumeric(int column) {
        return column == 2;
    }

    @Override
    public List<List<String>> rows() {
        return weights.stream()
                .map(format -> List.of(
                        format.id(),
                        format.name(),
                        formats.decimals(main(format).bitsPerElement(), 2),
                        String.join(", ", containers(format)),
                        format.kernelFamily()))
                .toList();
    }

    @Override
    public List<Map<String, Object>> objects() {
        return weights.stream().map(WeightList::object).toList();
    }

    private static Map<String, Object> object(WeightFormat format) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", format.id());
        object.put("name", format.name());
        object.put("bits_per_weight", main(format).bitsPerElement());
        object.put("containers", containers(format));
        object.put("kernel_family", format.kernelFamily());
        object.put("perplexity_increase", format.quality().map(QualityLoss::perplexityIncrease));
        object.put("perplexity_model", format.quality().map(QualityLoss::model));
        return object;
    }

    /// What a format is named after is what it packs tightest; the rest stays at higher precision.
    private static BlockFormat main(WeightFormat format) {
        return format.rules().stream()
                .map(WeightFormat.Rule::block)
                .min(Comparator.comparingDouble(BlockFormat::bitsPerElement))
                .orElseThrow();
    }

    private static List<String> containers(WeightFormat format) {
        return format.containers().stream()
                .map(container -> container.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
