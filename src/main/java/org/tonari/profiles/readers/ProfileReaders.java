package org.tonari.profiles.readers;

import java.util.function.Function;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;

/// What makes sense of each kind of profile.
///
/// @param model   reads a model's profile
/// @param weights reads a weight format's profile
public record ProfileReaders(Function<ProfileNode, LanguageModel> model, Function<ProfileNode, WeightFormat> weights) {

    /// The readers of this program.
    public static final ProfileReaders OWN = new ProfileReaders(ModelReader::read, WeightFormatReader::read);

    /// @return what a file of the kind describes
    /// @throws ProfileException where the file is not as expected
    public Object read(ProfileKind kind, ProfileNode file) {
        return switch (kind) {
            case MACHINE -> MachineReader.read(file);
            case MODEL -> model.apply(file);
            case WEIGHTS -> weights.apply(file);
            case CACHE -> CacheFormatReader.read(file);
            case RUNTIME -> RuntimeReader.read(file);
            case CALIBRATION -> CalibrationReader.read(file);
            case MEASUREMENTS -> MeasurementReader.read(file);
            case PRIOR -> PriorReader.read(file);
            case CLAIMS -> ClaimReader.read(file);
            case OUTCOMES -> OutcomeReader.read(file);
            case MEMORY -> MemoryReadingReader.read(file);
            case COMPATIBILITY -> CompatibilityReader.read(file);
            case USE -> UseCaseReader.read(file);
            case LINK -> NetworkLinkReader.read(file);
            case DIFFUSION -> DiffusionReader.read(file);
            case REACH -> ReachReader.read(file);
            case TRIALS -> TrialReader.read(file);
        };
    }
}
