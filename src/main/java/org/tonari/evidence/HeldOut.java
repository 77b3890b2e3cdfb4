package org.tonari.evidence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.tonari.evidence.Calibrator.Quantity;
import org.tonari.profiles.Catalogue;

/// Every published run estimated without the rows that each protocol keeps back.
///
/// Slow: every fold is a fit of its own. Make it off the window's thread.
public final class HeldOut {
    private final Map<Quantity, Map<Protocol, List<Residual>>> held;
    private final Map<Quantity, List<Residual>> examples;
    private final List<Residual> batches;
    private final List<Residual> batchModelsOut;

    private HeldOut(
            Map<Quantity, Map<Protocol, List<Residual>>> held,
            Map<Quantity, List<Residual>> examples,
            List<Residual> batches,
            List<Residual> batchModelsOut) {
        this.held = held;
        this.examples = examples;
        this.batches = batches;
        this.batchModelsOut = batchModelsOut;
    }

    /// @param progress hears of every fold
    /// @return the residuals of all protocols
    /// @throws CancellationException where the thread was interrupted
    public static HeldOut of(Catalogue catalogue, Progress progress) {
        return new Run(catalogue, progress).held();
    }

    /// @return a residual for each run of the quantity, one sequence at a time
    public List<Residual> residuals(Quantity quantity, Protocol protocol) {
        return held.getOrDefault(quantity, Map.of()).getOrDefault(protocol, List.of());
    }

    /// @return a residual for each run of several sequences, fitted to all or without its model
    public List<Residual> batches(Protocol protocol) {
        return switch (protocol) {
            case IN_SAMPLE -> batches;
            case LEAVE_ONE_MODEL_OUT -> batchModelsOut;
            case LEAVE_ONE_SOURCE_OUT,
                    LEAVE_ONE_MACHINE_OUT,
                    LEAVE_ONE_CHIP_OUT,
                    LEAVE_ONE_MACHINE_AND_RUNTIME_OUT,
                    LEAVE_ONE_CLASS_OUT -> List.of();
        };
    }

    /// @return held-out rows as examples of evidence tiers
    List<Residual> examples(Quantity quantity) {
        return examples.getOrDefault(quantity, List.of());
    }

    private static final class Run {
        private final Map<Quantity, Dataset> data = new EnumMap<>(Quantity.class);
        private final Map<Quantity, CrossValidation> validations = new EnumMap<>(Quantity.class);
        private final Batches batches;
        private final Progress progress;
        private final int all;
        private int done;

        Run(Catalogue catalogue, Progress progress) {
            for (Quantity quantity : Quantity.values()) {
                Dataset rows = Dataset.of(catalogue, quantity);
                data.put(quantity, rows);
                validations.put(quantity, new CrossValidation(rows));
            }
            this.batches = new Batches(catalogue, Dataset.of(catalogue, Quantity.DECODE));
            this.progress = progress;
            this.all = validations.values().stream().mapToInt(Run::folds).sum() + batches.models();
        }

        private static int folds(CrossValidation validation) {
            int folds = 0;
            for (Protocol protocol : Protocol.values()) {
                folds += validation.folds(protocol);
            }
            return folds;
        }

        HeldOut held() {
            var held = new EnumMap<Quantity, Map<Protocol, List<Residual>>>(Quantity.class);
            var examples = new EnumMap<Quantity, List<Residual>>(Quantity.class);
            validations.forEach((quantity, validation) -> {
                var byProtocol = new EnumMap<Protocol, List<Residual>>(Protocol.class);
                for (Protocol protocol : Protocol.values()) {
                    byProtocol.put(protocol, validation.residuals(protocol, this::step));
                }
                held.put(quantity, byProtocol);
                examples.put(quantity, Tiers.examples(byProtocol, validation.rowsOut()));
            });
            return new HeldOut(held, examples, batches.inSample(), batches.modelsOut(this::step));
        }

        private void step() {
            progress.step(++done, all);
        }
    }
}
