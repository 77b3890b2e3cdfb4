package org.tonari.profiles.work;

import java.util.Locale;
import java.util.function.DoubleFunction;
import org.tonari.domain.question.CostAssumptions;
import org.tonari.domain.question.Wish;
import org.tonari.domain.question.Wish.Limit;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.work.WorkReader.Access;
import org.tonari.units.Quantity;
import tools.jackson.databind.node.ObjectNode;

/// The sections of what a buyer asks: what costs rest on, and the wish. Only what is the person's own is written.
final class BuyerSections {
    private BuyerSections() {}

    static void write(ObjectNode section, CostAssumptions cost) {
        own(section, "electricity_yen_per_kwh", cost.perKilowattHour());
        section.put("years", cost.years());
        section.put("hours_per_day", cost.hoursPerDay());
        section.put("utilisation", cost.utilisation());
        own(section, "cloud_yen_per_million_tokens", cost.cloudPerMillion());
        own(section, "yen_per_dollar", cost.yenPerDollar());
    }

    private static void own(ObjectNode section, String name, Sourced<? extends Quantity> figure) {
        if (figure instanceof Sourced.Known<? extends Quantity>(var value, var source)
                && source.kind() == Source.Kind.YOURS) {
            section.put(name, value.magnitude());
        }
    }

    static CostAssumptions readCost(ProfileNode section, Access access) {
        CostAssumptions cost = CostAssumptions.DEFAULT;
        cost = taken(section, "electricity_yen_per_kwh", cost, cost::withElectricity);
        cost = taken(section, "years", cost, cost::withYears);
        cost = taken(section, "hours_per_day", cost, cost::withHoursPerDay);
        cost = taken(section, "utilisation", cost, cost::withUtilisation);
        cost = taken(section, "cloud_yen_per_million_tokens", cost, cost::withCloudPrice);
        cost = taken(section, "yen_per_dollar", cost, cost::withYenPerDollar);
        WorkReader.requireAllRead(section, access);
        return cost;
    }

    static void write(ObjectNode section, Wish wish) {
        section.put("use", wish.use());
        for (Limit limit : Limit.values()) {
            wish.limit(limit).ifPresent(value -> section.put(name(limit), value));
        }
    }

    static Wish readWish(ProfileNode section, Access access) {
        Wish wish = Wish.DEFAULT.withUse(section.field("use").text());
        for (Limit limit : Limit.values()) {
            Wish before = wish;
            wish = taken(section, name(limit), wish, value -> before.withLimit(limit, value));
        }
        WorkReader.requireAllRead(section, access);
        return wish;
    }

    private static String name(Limit limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T taken(ProfileNode section, String name, T before, DoubleFunction<T> with) {
        return section.optionalField(name)
                .map(field -> field.checked(node -> with.apply(node.number())))
                .orElse(before);
    }
}
