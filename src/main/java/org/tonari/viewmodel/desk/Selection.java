package org.tonari.viewmodel.desk;

/// The number whose explanation is open.
///
/// @param machineId whose
/// @param subject   which
public record Selection(String machineId, Subject subject) {}
