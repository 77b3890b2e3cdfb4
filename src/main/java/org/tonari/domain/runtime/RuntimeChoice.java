package org.tonari.domain.runtime;

/// Which runtime a comparison uses.
///
/// `auto` stays `auto` however often the rest changes; it names one runtime for all columns, so that they compare.
public sealed interface RuntimeChoice {
    /// @return the runtime meant
    InferenceRuntime runtime();

    /// Tonari's pick.
    ///
    /// @param runtime what it comes to
    record Automatic(InferenceRuntime runtime) implements RuntimeChoice {}

    /// The person's pick.
    ///
    /// @param runtime which one
    record Chosen(InferenceRuntime runtime) implements RuntimeChoice {}
}
