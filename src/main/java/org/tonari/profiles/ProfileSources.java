package org.tonari.profiles;

import java.util.List;
import org.tonari.domain.answer.CompatibilityRule;
import org.tonari.domain.evidence.Calibration;
import org.tonari.domain.evidence.CalibrationPrior;
import org.tonari.domain.evidence.Claim;
import org.tonari.domain.evidence.Measurement;
import org.tonari.domain.evidence.MemoryReading;
import org.tonari.domain.evidence.Outcome;
import org.tonari.domain.evidence.Reach;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.model.DiffusionModel;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.profiles.readers.CacheFormatReader;
import org.tonari.profiles.readers.CalibrationReader;
import org.tonari.profiles.readers.ClaimReader;
import org.tonari.profiles.readers.CompatibilityReader;
import org.tonari.profiles.readers.DiffusionReader;
import org.tonari.profiles.readers.MachineReader;
import org.tonari.profiles.readers.MeasurementReader;
import org.tonari.profiles.readers.MemoryReadingReader;
import org.tonari.profiles.readers.NetworkLinkReader;
import org.tonari.profiles.readers.OutcomeReader;
import org.tonari.profiles.readers.PriorReader;
import org.tonari.profiles.readers.ProfileReaders;
import org.tonari.profiles.readers.ReachReader;
import org.tonari.profiles.readers.RuntimeReader;
import org.tonari.profiles.readers.TrialReader;
import org.tonari.profiles.readers.UseCaseReader;
import org.tonari.profiles.tree.ProfileKind;

/// All profiles, each kind from the same places. Thread-safe.
final class ProfileSources {
    final ProfileSource<Machine> machines;
    final ProfileSource<LanguageModel> models;
    final ProfileSource<WeightFormat> weights;
    final ProfileSource<CacheFormat> caches;
    final ProfileSource<InferenceRuntime> runtimes;
    final ProfileSource<Calibration> calibrations;
    final ProfileSource<List<Measurement>> measurements;
    final ProfileSource<CalibrationPrior> priors;
    final ProfileSource<List<CompatibilityRule>> compatibilities;
    final ProfileSource<List<Claim>> claims;
    final ProfileSource<List<Outcome>> outcomes;
    final ProfileSource<List<MemoryReading>> memory;
    final ProfileSource<UseCase> uses;
    final ProfileSource<NetworkLink> links;
    final ProfileSource<DiffusionModel> diffusion;
    final ProfileSource<Reach> reach;
    final ProfileSource<List<Trial>> trials;

    /// @param places from the shipped one to the one that hides all others
    ProfileSources(List<ProfilePlace> places, ProfileReaders readers) {
        machines = new ProfileSource<>(ProfileKind.MACHINE, places, MachineReader::read);
        models = new ProfileSource<>(ProfileKind.MODEL, places, readers.model());
        weights = new ProfileSource<>(ProfileKind.WEIGHTS, places, readers.weights());
        caches = new ProfileSource<>(ProfileKind.CACHE, places, CacheFormatReader::read);
        runtimes = new ProfileSource<>(ProfileKind.RUNTIME, places, RuntimeReader::read);
        calibrations = new ProfileSource<>(ProfileKind.CALIBRATION, places, CalibrationReader::read);
        measurements = new ProfileSource<>(ProfileKind.MEASUREMENTS, places, MeasurementReader::read);
        priors = new ProfileSource<>(ProfileKind.PRIOR, places, PriorReader::read);
        compatibilities = new ProfileSource<>(ProfileKind.COMPATIBILITY, places, CompatibilityReader::read);
        claims = new ProfileSource<>(ProfileKind.CLAIMS, places, ClaimReader::read);
        outcomes = new ProfileSource<>(ProfileKind.OUTCOMES, places, OutcomeReader::read);
        memory = new ProfileSource<>(ProfileKind.MEMORY, places, MemoryReadingReader::read);
        uses = new ProfileSource<>(ProfileKind.USE, places, UseCaseReader::read);
        links = new ProfileSource<>(ProfileKind.LINK, places, NetworkLinkReader::read);
        diffusion = new ProfileSource<>(ProfileKind.DIFFUSION, places, DiffusionReader::read);
        reach = new ProfileSource<>(ProfileKind.REACH, places, ReachReader::read);
        trials = new ProfileSource<>(ProfileKind.TRIALS, places, TrialReader::read);
    }

    /// @return the profiles of a kind
    ProfileSource<?> of(ProfileKind kind) {
        return switch (kind) {
            case MACHINE -> machines;
            case MODEL -> models;
            case WEIGHTS -> weights;
            case CACHE -> caches;
            case RUNTIME -> runtimes;
            case CALIBRATION -> calibrations;
            case MEASUREMENTS -> measurements;
            case PRIOR -> priors;
            case COMPATIBILITY -> compatibilities;
            case CLAIMS -> claims;
            case OUTCOMES -> outcomes;
            case MEMORY -> memory;
            case USE -> uses;
            case LINK -> links;
            case DIFFUSION -> diffusion;
            case REACH -> reach;
            case TRIALS -> trials;
        };
    }
}
