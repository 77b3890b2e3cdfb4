package org.tonari.engine.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonari.domain.answer.Cost;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.machine.Machine;
import org.tonari.engine.Estimator;
import org.tonari.engine.cost.Purchase;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.explain.Phrase;

/// The number that orders machines which stand alike.
/// @param estimates one for each run; a measure of speed needs one
/// @param job       what the use makes or trains, if it does
record Measures(
        Estimator estimator, Inquiry question, Machine machine, List<Estimate> estimates, Optional<Projection> job) {
    private static final List<String> WIDE = List.of("bf16", "fp16", "fp32");

    Answer measure() {
        return switch (question.use().measure()) {
            case PRICE -> Purchase.of(machine, question.assumptions());
            case DECODE -> Figures.slowest(estimates);
            case FIRST_TOKEN -> Figures.firstToken(first());
            case IDLE_WATTS -> Answer.given("idle_watts", machine.power().idle(), "machine.power.idle");
            case COMPUTE -> compute();
            case JOB_TIME -> Jobs.time(job);
            case COST -> estimator.cost(first(), question.assumptions()).of(Cost.Figure.TOTAL_PER_MILLION);
        };
    }

    private Estimate first() {
        return estimates.getFirst();
    }

    private Answer compute() {
        return WIDE.stream()
                .flatMap(format ->
                        Stream.ofNullable(machine.processor().densePeak().get(format)))
                .map(peak -> Answer.given("compute_peak", peak, ""))
                .filter(peak -> peak.optional().isPresent())
                .findFirst()
                .orElseGet(() -> new Answer.Unknown(new MissingFact(
                        "machine.compute.dense", Phrase.of("no source states a compute peak of {0}", machine.name()))));
    }
}
