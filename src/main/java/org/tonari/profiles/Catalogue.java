package org.tonari.profiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.tonari.profiles.readers.CalibrationReader;
import org.tonari.profiles.readers.ProfileReaders;
import org.tonari.profiles.readers.ReachReader;
import org.tonari.profiles.tree.Lookup;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.ProfileText;
import org.tonari.profiles.tree.Reading;
import org.tonari.profiles.writers.ModelWriter;
import tools.jackson.databind.JsonNode;

/// All profiles: those shipped, and those in folders of the person's own, which hide shipped ones of the same id.
///
/// Opening lists names only; a profile is read when it is first asked for, so one id costs one file. Thread-safe.
///
/// ```java
/// Catalogue catalogue = Catalogue.open(List.of());
/// Lookup<Machine> spark = catalogue.machine("dgx-spark");
/// ```
public final class Catalogue {
    /// The seven candidates, in their order on screen.
    public static final List<String> CANDIDATES = List.of(
            "dgx-spark",
            "asus-ascent-gx10",
            "macbook-pro-m4-max-128",
            "mac-studio-m3-ultra-512",
            "hp-omen-45l-rtx-5090",
            "self-built-ddr5-192",
            "mac-mini-m4-pro-64");

    private final ProfileSources sources;
    private final List<ProfilePlace> places;
    private final ProfileReaders readers;

    /// @param places from the shipped one to the one that hides all others
    Catalogue(List<ProfilePlace> places, ProfileReaders readers) {
        this.places = List.copyOf(places);
        this.readers = readers;
        this.sources = new ProfileSources(places, readers);
    }

    /// @param folders of the person's own, laid out like the shipped one; later ones hide earlier ones
    /// @return the shipped profiles with those of the folders over them
    public static Catalogue open(List<Path> folders) {
        return new Catalogue(places(folders), ProfileReaders.OWN);
    }

    static List<ProfilePlace> places(List<Path> folders) {
        var places = new ArrayList<ProfilePlace>();
        places.add(new ShippedPlace());
        folders.forEach(folder -> places.add(new FolderPlace(folder)));
        return places;
    }

    /// @param profiles of a saved comparison: by the kind's folder and then by id
    /// @return these profiles with those over them
    public Catalogue carrying(ProfileNode profiles) {
        var more = new ArrayList<>(places);
        more.add(new EmbeddedPlace(profiles));
        return new Catalogue(more, readers);
    }

    /// @return a sound profile that was not shipped with this program, as it was written
    public Optional<JsonNode> own(ProfileKind kind, String id) {
        return source(kind).find(id) instanceof Lookup.Found<?>(Object _, Lookup.Origin origin)
                        && origin == Lookup.Origin.YOURS
                ? source(kind).written(id)
                : Optional.empty();
    }

    /// @return the profile of a model that these profiles do not describe, or describe otherwise
    public Optional<JsonNode> foreign(LanguageModel model) {
        boolean known = model(model.id())
                .optional()
                .filter(found -> found.equals(model) || found.withoutStored().equals(model))
                .isPresent();
        return known ? Optional.empty() : Optional.of(ModelWriter.write(model));
    }

    /// @return every id of a kind: the seven candidates first, all else in alphabetical order
    public List<String> ids(ProfileKind kind) {
        List<String> ids = source(kind).ids();
        if (kind != ProfileKind.MACHINE) {
            return ids;
        }
        return ids.stream().sorted(Comparator.comparingInt(Catalogue::column)).toList();
    }

    /// @return every sound machine, the seven candidates first; reads all of them
    public List<Machine> machines() {
        return ids(ProfileKind.MACHINE).stream()
                .flatMap(id -> machine(id).optional().stream())
                .toList();
    }

    /// @return the machine of that id
    public Lookup<Machine> machine(String id) {
        return sources.machines.find(id);
    }

    /// @return every sound model; reads all of them
    public List<LanguageModel> models() {
        return sources.models.all();
    }

    /// @return the model of that id
    public Lookup<LanguageModel> model(String id) {
        return sources.models.find(id);
    }

    /// @return every sound weight format; reads all of them
    public List<WeightFormat> weights() {
        return sources.weights.all();
    }

    /// @return the sound weight formats whose ids are this one and a dash and something more
    public List<WeightFormat> weightVariants(String id) {
        return sources.weights.idsFrom(id + "-").stream()
                .flatMap(variant -> weights(variant).optional().stream())
                .toList();
    }

    /// @return the weight format of that id
    public Lookup<WeightFormat> weights(String id) {
        return sources.weights.find(id);
    }

    /// @return every sound cache format; reads all of them
    public List<CacheFormat> caches() {
        return sources.caches.all();
    }

    /// @return the cache format of that id
    public Lookup<CacheFormat> cache(String id) {
        return sources.caches.find(id);
    }

    /// @return every sound runtime; reads all of them
    public List<InferenceRuntime> runtimes() {
        return sources.runtimes.all();
    }

    /// @return the runtime of that id
    public Lookup<InferenceRuntime> runtime(String id) {
        return sources.runtimes.find(id);
    }

    /// @return all fitted parameters together, empty where none are there
    public Calibration calibration() {
        return CalibrationReader.together(sources.calibrations.all());
    }

    /// @return every published run, file by file; reads all of them
    public List<Measurement> measurements() {
        return sources.measurements.all().stream().flatMap(List::stream).toList();
    }

    /// @return the prior beliefs in the file of that name
    public Lookup<CalibrationPrior> prior(String name) {
        return sources.priors.find(name);
    }

    /// @return every statement on how runtimes' kernels run on machines; reads all of them
    public List<CompatibilityRule> compatibilities() {
        return sources.compatibilities.all().stream().flatMap(List::stream).toList();
    }

    /// @return every claim of the articles, by its id; reads all of them
    public List<Claim> claims() {
        return sources.claims.all().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Claim::id))
                .toList();
    }

    /// @return every published attempt that ran or ran out of memory; reads all of them
    public List<Outcome> outcomes() {
        return sources.outcomes.all().stream().flatMap(List::stream).toList();
    }

    /// @return memory that published runs printed; reads all of them
    public List<MemoryReading> memoryReadings() {
        return sources.memory.all().stream().flatMap(List::stream).toList();
    }

    /// @return every sound use case; reads all of them
    public List<UseCase> uses() {
        return sources.uses.all();
    }

    /// @return the use case of that id
    public Lookup<UseCase> use(String id) {
        return sources.uses.find(id);
    }

    /// @return every sound way to tie machines together; reads all of them
    public List<NetworkLink> links() {
        return sources.links.all();
    }

    /// @return the link of that id
    public Lookup<NetworkLink> link(String id) {
        return sources.links.find(id);
    }

    /// @return every sound model that makes pictures or clips; reads all of them
    public List<DiffusionModel> diffusionModels() {
        return sources.diffusion.all();
    }

    /// @return the diffusion model of that id
    public Lookup<DiffusionModel> diffusionModel(String id) {
        return sources.diffusion.find(id);
    }

    /// @return all shares of compute peaks that training and generation reach
    public Reach reach() {
        return ReachReader.together(sources.reach.all());
    }

    /// @return every published figure on bigger questions; reads all of them
    public List<Trial> trials() {
        return sources.trials.all().stream().flatMap(List::stream).toList();
    }

    /// @return what is wrong with profiles that were asked for so far
    public List<ProfileProblem> problems() {
        return Stream.of(ProfileKind.values())
                .flatMap(kind -> source(kind).problems().stream())
                .toList();
    }

    /// @return whether the file is a model's profile rather than another sort of model file
    public boolean isProfile(Path file) {
        if (!file.toString().endsWith(".json")) {
            return false;
        }
        ProfileNode root = ProfileText.read(file);
        return root.isObject() && root.has("kind");
    }

    /// @return the model of a profile that lies anywhere
    public Reading<LanguageModel> modelFromFile(Path file) {
        try {
            return new Reading.Read<>(readers.model().apply(ProfileText.read(file)));
        } catch (ProfileException wrong) {
            return new Reading.Refused<>(wrong.problem());
        }
    }

    ProfileSource<?> source(ProfileKind kind) {
        return sources.of(kind);
    }

    private static int column(String id) {
        int column = CANDIDATES.indexOf(id);
        return column >= 0 ? column : CANDIDATES.size();
    }
}
