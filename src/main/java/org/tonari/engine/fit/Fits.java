package org.tonari.engine.fit;

import java.util.List;
import java.util.function.Function;
import org.tonari.domain.answer.Fit;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.Verdict;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.explain.Answer;
import org.tonari.explain.MissingFact;
import org.tonari.units.Bytes;

/// The whole answer to "does it fit?".
public final class Fits {
    private Fits() {}

    /// @param memory      how the memory stack of another scenario is found
    /// @param weightBytes what the scenario's model takes in a format
    /// @param now         the stack of this one
    /// @param caches      cache formats a remedy may propose
    /// @param weights     weight formats a remedy may propose
    /// @return verdict, spare memory, longest context and remedies
    public static Fit of(
            Scenario scenario,
            Function<Scenario, MemoryStack> memory,
            Function<WeightFormat, Bytes> weightBytes,
            MemoryStack now,
            List<CacheFormat> caches,
            List<WeightFormat> weights) {
        Answer longest = LongestContext.of(scenario, memory);
        return new Fit(
                Verdicts.of(scenario, now),
                Verdicts.spare(now),
                longest,
                Remedies.of(scenario, memory, weightBytes, now, longest, caches, weights));
    }

    /// @return the verdict with neither longest context nor remedies
    public static Fit verdictOnly(Scenario scenario, MemoryStack now) {
        return new Fit(
                Verdicts.of(scenario, now),
                Verdicts.spare(now),
                new Answer.Unknown(new MissingFact("fit.longest_context", "not asked for")),
                List.of());
    }

    /// @return the verdict alone
    public static Verdict verdict(Scenario scenario, MemoryStack now) {
        return Verdicts.of(scenario, now);
    }
}
