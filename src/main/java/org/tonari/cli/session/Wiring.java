package org.tonari.cli.session;

import java.util.function.Supplier;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ModelFiles;
import org.tonari.profiles.ProfileCheck;

/// What the application gives the command line; each part is made only when a command needs it.
///
/// @param catalogue  all profiles
/// @param check      checks profile files
/// @param modelFiles reads model files that are not profiles
/// @param estimators makes the engine's door
/// @param picture    draws comparisons
/// @param faults     keeps internal faults
/// @param version    of Tonari
/// @param today      the date for captions, as `2026-11-21`
public record Wiring(
        Supplier<Catalogue> catalogue,
        Supplier<ProfileCheck> check,
        ModelFiles modelFiles,
        Estimators estimators,
        ComparisonPicture picture,
        FaultLog faults,
        String version,
        Supplier<String> today) {}
