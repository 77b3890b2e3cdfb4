package org.tonari.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.Measurement.Use;
import org.tonari.explain.Phrase;
import org.tonari.profiles.Catalogue;

/// What became of the published rows: how many are mapped to profiles and used, and why the others are not.
///
/// @param rows      published
/// @param mapped    whose machine, model, weights, cache and runtime all have a profile
/// @param decode    of them, single streams that decode rates are fitted to
/// @param prefill   of them, prompts that prefill rates are fitted to
/// @param batches   of them, runs of several sequences that batch rates are fitted to
/// @param unknown   mapped or not, rows whose address is not known
/// @param leftOut   why rows calibrate nothing, the most frequent reason first
public record Mapping(int rows, int mapped, int decode, int prefill, int batches, int unknown, List<Reason> leftOut) {
    private static final String UNMAPPED = "unmapped";

    /// @param says why
    /// @param rows how many
    public record Reason(Phrase says, int rows) {}

    public Mapping {
        leftOut = List.copyOf(leftOut);
    }

    /// @return what became of the catalogue's rows
    public static Mapping of(Catalogue catalogue) {
        var tally = new Tally(catalogue);
        catalogue.measurements().forEach(tally::add);
        return tally.mapping();
    }

    private static final class Tally {
        private final Catalogue catalogue;
        private final TreeMap<Phrase, Integer> reasons = new TreeMap<>(Comparator.comparing(Phrase::english));
        private int rows;
        private int mapped;
        private int decode;
        private int prefill;
        private int batches;
        private int unknown;

        Tally(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        void add(Measurement row) {
            boolean known = Reconstruction.of(row, catalogue).isPresent();
            boolean decodes = row.decodeUse() == Use.CALIBRATE && row.decode() > 0;
            boolean prompts = row.prefillUse() == Use.CALIBRATE && row.prefill() > 0 && row.concurrency() == 1;
            rows++;
            mapped += known ? 1 : 0;
            unknown += row.addressKnown() ? 0 : 1;
            decode += known && decodes && row.concurrency() == 1 ? 1 : 0;
            batches += known && decodes && row.concurrency() > 1 ? 1 : 0;
            prefill += known && prompts ? 1 : 0;
            if (!known || !(decodes || prompts)) {
                reasons.merge(reason(row, known), 1, Integer::sum);
            }
        }

        private Phrase reason(Measurement row, boolean known) {
            String stated = row.reason().replaceFirst("[:(;].*", "").strip();
            if (!stated.isEmpty()) {
                return Phrase.of(stated);
            }
            return known ? Phrase.of("checked only") : missing(row);
        }

        private Phrase missing(Measurement row) {
            if (catalogue.machine(row.machine()).optional().isEmpty()) {
                return Phrase.of("no profile for machine {0}", row.machine());
            }
            if (catalogue.model(row.model()).optional().isEmpty()) {
                return Phrase.of("no profile for model {0}", row.model());
            }
            return row.weights().equals(UNMAPPED)
                    ? Phrase.of("no profile for weights not stated")
                    : Phrase.of("no profile for weights {0}", row.weights());
        }

        Mapping mapping() {
            var leftOut = new ArrayList<Reason>();
            reasons.forEach((says, count) -> leftOut.add(new Reason(says, count)));
            leftOut.sort(Comparator.comparingInt(Reason::rows).reversed());
            return new Mapping(rows, mapped, decode, prefill, batches, unknown, leftOut);
        }
    }
}
