package org.tonari.domain.question;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonari.explain.Refused;
import org.tonari.explain.Source;
import org.tonari.explain.Sourced;
import org.tonari.units.Bytes;
import org.tonari.units.Seconds;
import org.tonari.units.TokensPerSecond;
import org.tonari.units.Watts;

/// Something people do with a machine, as demands that can be tested.
///
/// @param id         lower case, digits and hyphens
/// @param name       in English
/// @param runs       the models it keeps in memory at once, each as the words of a scenario; may be empty
/// @param job        a picture, a clip or a training to do, as the words of a [Question]; empty where there is none
/// @param decode     tokens a second that each of them should reach
/// @param firstToken how long the first token may take
/// @param memory     memory that it takes beside any run, where no run says so
/// @param jobTime    how long the job, or one step of a training, may take
/// @param idle       the most the machine may draw with nothing running
/// @param form       what sort of machine it must be, such as `laptop`, or empty
/// @param measure    what orders machines that do equally well
/// @param source     who speaks of the use
public record UseCase(
        String id,
        String name,
        List<Map<String, String>> runs,
        Map<String, String> job,
        Sourced<TokensPerSecond> decode,
        Sourced<Seconds> firstToken,
        Sourced<Bytes> memory,
        Sourced<Seconds> jobTime,
        Sourced<Watts> idle,
        String form,
        Measure measure,
        Source source) {

    /// What orders machines that do equally well, the best first.
    public enum Measure {
        /// The lowest price in yen.
        PRICE,
        /// The highest decoding speed.
        DECODE,
        /// The shortest time to the first token.
        FIRST_TOKEN,
        /// The lowest draw with nothing running.
        IDLE_WATTS,
        /// The highest dense 16-bit compute peak.
        COMPUTE,
        /// The lowest cost of a million tokens.
        COST,
        /// The shortest job, or step of a training.
        JOB_TIME
    }

    public UseCase {
        runs = runs.stream().map(Map::copyOf).toList();
        Objects.requireNonNull(measure);
        Objects.requireNonNull(source);
        job = Map.copyOf(job);
        if (runs.isEmpty() && job.isEmpty() && memory instanceof Sourced.Unknown<Bytes>) {
            throw new Refused("{0} needs a run, a job or a memory", id);
        }
    }
}
