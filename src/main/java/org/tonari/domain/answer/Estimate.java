package org.tonari.domain.answer;

import org.tonari.domain.scenario.Scenario;

/// The engine's answer to one [Scenario].
///
/// @param scenario      what was asked
/// @param memory        what it takes
/// @param fit           whether it fits
/// @param speed         how fast it runs
/// @param compatibility whether the kernels run natively
/// @param cost          what running costs
public record Estimate(
        Scenario scenario, MemoryStack memory, Fit fit, Speed speed, Compatibility compatibility, Cost cost) {

    /// @return this with a cost under other assumptions
    public Estimate withCost(Cost other) {
        return new Estimate(scenario, memory, fit, speed, compatibility, other);
    }
}
