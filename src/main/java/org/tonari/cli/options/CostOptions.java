package org.tonari.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.session.BadInput;
import org.tonari.domain.question.CostAssumptions;
import picocli.CommandLine.Option;

/// What a cost rests on: every figure of it can be the person's own.
public class CostOptions {
    @Option(names = "--electricity", paramLabel = "YEN", description = "Yen for a kWh. Default: 31")
    private @Nullable String electricity;

    @Option(names = "--years", paramLabel = "N", description = "Years of use. Default: 3")
    private @Nullable String years;

    @Option(names = "--hours", paramLabel = "N", description = "Hours a day the machine is on. Default: 4")
    private @Nullable String hours;

    @Option(
            names = "--utilisation",
            paramLabel = "0…1",
            description = "Share of that time it generates; for the rest it idles. Default: 1")
    private @Nullable String utilisation;

    @Option(
            names = "--cloud-price",
            paramLabel = "YEN",
            description = "Yen for a million tokens elsewhere, for the break-even. Default: none")
    private @Nullable String cloud;

    @Option(
            names = "--yen-per-dollar",
            paramLabel = "N",
            description = "Rate for prices stated in dollars only. Default: 150")
    private @Nullable String yenPerDollar;

    /// @return the assumptions that follow
    /// @throws BadInput where a figure is out of range
    public CostAssumptions assumptions() {
        CostAssumptions all = CostAssumptions.DEFAULT;
        all = taken(all, electricity, "--electricity", all::withElectricity);
        all = taken(all, years, "--years", all::withYears);
        all = taken(all, hours, "--hours", all::withHoursPerDay);
        all = taken(all, utilisation, "--utilisation", all::withUtilisation);
        all = taken(all, cloud, "--cloud-price", all::withCloudPrice);
        return taken(all, yenPerDollar, "--yen-per-dollar", all::withYenPerDollar);
    }

    /// @return whether any of them was given
    public boolean areGiven() {
        return !CostAssumptions.DEFAULT.equals(assumptions());
    }

    /// @return whether the option is one of these and so was taken
    public boolean takeOption(String name, String value) {
        switch (name) {
            case "--electricity" -> electricity = value;
            case "--years" -> years = value;
            case "--hours" -> hours = value;
            case "--utilisation" -> utilisation = value;
            case "--cloud-price" -> cloud = value;
            case "--yen-per-dollar" -> yenPerDollar = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// @return the assumptions as fields of a JSON object
    public static Map<String, Object> fields(CostAssumptions assumed) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("currency", "JPY");
        fields.put("electricity_per_kwh", assumed.perKilowattHour().optional().map(price -> price.amount()));
        fields.put("years", assumed.years());
        fields.put("hours_per_day", assumed.hoursPerDay());
        fields.put("utilisation", assumed.utilisation());
        fields.put(
                "cloud_per_million_tokens", assumed.cloudPerMillion().optional().map(price -> price.amount()));
        fields.put("yen_per_dollar", assumed.yenPerDollar().optional().map(rate -> rate.value()));
        return fields;
    }

    private static CostAssumptions taken(
            CostAssumptions all, @Nullable String value, String option, DoubleFunction<CostAssumptions> with) {
        if (value == null) {
            return all;
        }
        try {
            return with.apply(Double.parseDouble(value));
        } catch (NumberFormatException _) {
            throw new BadInput(option + ": found \"" + value + "\", expected a number");
        } catch (IllegalArgumentException refused) {
            throw new BadInput(option + ": " + refused.getMessage());
        }
    }
}
