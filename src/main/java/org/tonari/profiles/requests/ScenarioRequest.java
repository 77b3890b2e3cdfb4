package org.tonari.profiles.requests;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonari.domain.question.Linking;
import org.tonari.domain.scenario.Scenario;

/// A scenario as it was asked for: what is computed, and what the person left open or named by file.
///
/// @param scenario       everything resolved
/// @param runtime        whether the runtime was named or left to Tonari
/// @param linking        how many such machines work together, and how
/// @param files          the paths of a machine or model that was read from a file, by the word `machine` or `model`
public record ScenarioRequest(Scenario scenario, RuntimeChoice runtime, Linking linking, Map<String, String> files) {
    /// The runtime taken where none is named, the same for all machines so that they compare.
    public static final String AUTOMATIC_RUNTIME = "llama.cpp";

    /// Who chose the runtime.
    public enum RuntimeChoice {
        AUTOMATIC,
        NAMED
    }

    public ScenarioRequest {
        Objects.requireNonNull(linking);
        files = Map.copyOf(files);
    }

    /// @return how many such machines work together
    public int machinesLinked() {
        return linking.machines();
    }

    /// @return this with another scenario, otherwise as it was asked for
    public ScenarioRequest withScenario(Scenario other) {
        return new ScenarioRequest(other, runtime, linking, files);
    }

    /// The words of this request in their fixed order, as they stand in JSON and in saved files.
    ///
    /// Texts, whole numbers, switches, and for `overrides` numbers by path.
    /// A runtime that was left open reads `auto`.
    ///
    /// @return words that [ScenarioWords] reads back to an equal request
    public Map<String, Object> words() {
        return CanonicalWords.of(this, runtime == RuntimeChoice.AUTOMATIC ? "auto" : runtimeId());
    }

    /// @return the words with everything that was left open filled in; what an answer shows
    public Map<String, Object> resolvedWords() {
        return CanonicalWords.of(this, runtimeId());
    }

    /// @return command-line options that ask for the same, without those that say the default
    public List<String> options() {
        return CanonicalWords.options(this);
    }

    private String runtimeId() {
        return scenario.runtime().id();
    }
}
