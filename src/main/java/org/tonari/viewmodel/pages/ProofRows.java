package org.tonari.viewmodel.pages;

import java.util.List;
import java.util.Locale;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.evidence.MemoryErrors;
import org.tonari.evidence.Proof;
import org.tonari.viewmodel.pages.ProofViewModel.Common;
import org.tonari.viewmodel.pages.ProofViewModel.KeptBack;
import org.tonari.viewmodel.pages.ProofViewModel.Line;
import org.tonari.viewmodel.pages.ProofViewModel.Measure;
import org.tonari.viewmodel.pages.ProofViewModel.MemoryLine;

/// What a proof holds, as rows of the page's tables.
final class ProofRows {
    private ProofRows() {}

    /// @return errors of the measure under the protocol, by what is in common
    static List<Line> lines(Proof proof, Measure measure, KeptBack keptBack, Common common) {
        String quantity = measure.name().toLowerCase(Locale.ROOT);
        String by = common.name().toLowerCase(Locale.ROOT);
        return proof.groups().stream()
                .filter(group -> group.quantity().equals(quantity)
                        && group.protocol() == keptBack.protocol
                        && group.by().equals(by))
                .map(group -> new Line(
                        group.key(),
                        group.rows(),
                        group.groups(),
                        group.medianError(),
                        group.p90Error(),
                        group.coverage(),
                        group.kendallTau()))
                .toList();
    }

    /// @return memory that runs printed, the readings furthest off first
    static List<MemoryLine> memory(Proof proof) {
        return MemoryErrors.furthestFirst(proof.memory()).stream()
                .map(row -> new MemoryLine(
                        row.reading(),
                        row.reading().host() == MemoryReading.Host.OTHER
                                ? ""
                                : row.scenario().machine().shortName(),
                        row.scenario().workload().context(),
                        row.estimated(),
                        row.error()))
                .toList();
    }
}
