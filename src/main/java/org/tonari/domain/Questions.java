package org.tonari.domain;

/// What a person asks on the pages beside the workbench, each with its own assumptions. Immutable.
///
/// Part of a [Comparison], so that a change is undone, saved and exported like any other.
public record Questions() {
    /// Every page as it stands at first.
    public static final Questions DEFAULT = new Questions();
}
