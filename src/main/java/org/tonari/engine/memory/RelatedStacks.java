package org.tonari.engine.memory;

import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.memory.MemoryStacks.Detail;
import org.tonari.units.Bytes;

/// The memory stacks of one scenario and of others that differ from it in little; what they share is worked out once.
///
/// Where a runtime's pool holds fewer sequences than were asked for, the stack is for those it holds.
///
/// Immutable but for what [KnownParts] remembers.
public final class RelatedStacks {
    private final PartsBesideWeights first;
    private final KnownParts known;

    /// @param scenario the one the others are changes of
    /// @param detail   what its own stack is for; those of the others are for comparing
    /// @param known    parts worked out so far
    public RelatedStacks(Scenario scenario, Detail detail, KnownParts known) {
        this.first = PartsBesideWeights.of(scenario, detail, known);
        this.known = known;
    }

    /// @return what the scenario takes
    public MemoryStack own() {
        return of(first.scenario());
    }

    /// @return what the scenario's model takes in a format, with the copy of its embedding that may stand beside a card
    public Bytes weights(WeightFormat format) {
        Scenario scenario = first.scenario().withWeights(format);
        WeightBytes bytes = known.weights(scenario);
        return MemoryStacks.copiesEmbedding(scenario) ? bytes.total().plus(bytes.embedding()) : bytes.total();
    }

    /// @return what the scenario, or another one, takes
    public MemoryStack of(Scenario scenario) {
        PartsBesideWeights parts =
                first.serveFor(scenario) ? first : PartsBesideWeights.of(scenario, Detail.SIZES, known);
        return SequencesAtOnce.of(scenario, MemoryStacks.of(scenario, known.weights(scenario), parts));
    }
}
