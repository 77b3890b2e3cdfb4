package org.tonari.engine.speed;

import org.tonari.domain.answer.Speed.Limit;
import org.tonari.explain.Term;

/// What most of a decoding step waits for.
final class Limits {
    private Limits() {}

    static Limit of(Term step) {
        double bytes = 0;
        double work = 0;
        double launches = 0;
        for (Term part : ((Term.Derived) step).parts()) {
            double seconds = part.value().magnitude();
            switch (part.id()) {
                case "launch_time", "step_overhead_time", "draft_launch_time" -> launches += seconds;
                case "compute_time", "batch_compute_time" -> work += seconds;
                default -> bytes += seconds;
            }
        }
        if (bytes >= Math.max(work, launches)) {
            return Limit.MEMORY_BANDWIDTH;
        }
        return work >= launches ? Limit.COMPUTE : Limit.LATENCY;
    }
}
