package org.tonari.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.tonari.domain.answer.Speed.Evidence;
import org.tonari.domain.evidence.Measurement;

/// Held-out rows as examples of evidence tiers: each row once for every tier that its neighbours allow to imitate.
///
/// A: its source kept back while the same model stays under the same runtime, else the row alone. B: its model kept
/// back. C: its machine under its runtime, while the machine stays under another. D: its machine, while the class stays
/// under the runtime. E: its whole class.
final class Tiers {
    private final List<Residual> rows;
    private final Map<Protocol, List<Residual>> held;
    private final List<Residual> alone;

    private Tiers(Map<Protocol, List<Residual>> held, List<Residual> alone) {
        this.rows = held(held, Protocol.LEAVE_ONE_MODEL_OUT);
        this.held = held;
        this.alone = alone;
    }

    /// @param held  residuals by protocol, in the order of the rows
    /// @param alone residuals of rows kept back one by one, in that order
    static List<Residual> examples(Map<Protocol, List<Residual>> held, List<Residual> alone) {
        return new Tiers(held, alone).all();
    }

    private List<Residual> all() {
        var examples = new ArrayList<Residual>();
        for (int row = 0; row < rows.size(); row++) {
            if (exists(
                    row,
                    (own, other) -> sameCell(own, other)
                            && own.model().equals(other.model())
                            && !own.sourceKey().equals(other.sourceKey()))) {
                examples.add(take(Protocol.LEAVE_ONE_SOURCE_OUT, row, Evidence.A));
            } else if (exists(row, (own, other) -> own != other && own.group().equals(other.group()))) {
                examples.add(alone.get(row).of(Evidence.A));
            }
            if (exists(row, (own, other) -> sameCell(own, other) && !own.model().equals(other.model()))) {
                examples.add(take(Protocol.LEAVE_ONE_MODEL_OUT, row, Evidence.B));
            }
            if (exists(
                    row,
                    (own, other) -> own.machine().equals(other.machine())
                            && !own.runtime().equals(other.runtime()))) {
                examples.add(take(Protocol.LEAVE_ONE_MACHINE_AND_RUNTIME_OUT, row, Evidence.C));
            }
            if (hasSister(row)) {
                examples.add(take(Protocol.LEAVE_ONE_MACHINE_OUT, row, Evidence.D));
            }
            examples.add(take(Protocol.LEAVE_ONE_CLASS_OUT, row, Evidence.E));
        }
        return examples;
    }

    private boolean exists(int row, BiPredicate<Measurement, Measurement> near) {
        Measurement own = rows.get(row).run().measurement();
        return rows.stream().anyMatch(other -> near.test(own, other.run().measurement()));
    }

    private boolean hasSister(int row) {
        Reconstruction own = rows.get(row).run();
        String kind = Protocol.LEAVE_ONE_CLASS_OUT.fold(own);
        return rows.stream()
                .map(Residual::run)
                .anyMatch(other -> Protocol.LEAVE_ONE_CLASS_OUT.fold(other).equals(kind)
                        && !other.measurement()
                                .machine()
                                .equals(own.measurement().machine())
                        && other.measurement()
                                .runtime()
                                .equals(own.measurement().runtime()));
    }

    private static boolean sameCell(Measurement own, Measurement other) {
        return own.machine().equals(other.machine())
                && own.runtime().equals(other.runtime())
                && own.backend().equals(other.backend());
    }

    private Residual take(Protocol protocol, int row, Evidence tier) {
        return held(held, protocol).get(row).of(tier);
    }

    private static List<Residual> held(Map<Protocol, List<Residual>> held, Protocol protocol) {
        return held.getOrDefault(protocol, List.of());
    }
}
