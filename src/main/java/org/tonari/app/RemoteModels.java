package org.tonari.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tonari.domain.model.LanguageModel;
import org.tonari.explain.Phrase;
import org.tonari.profiles.importers.FolderModels;
import org.tonari.profiles.tree.ProfileException;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import org.tonari.remote.Errand;
import org.tonari.remote.Hub;
import org.tonari.remote.HubName;
import org.tonari.remote.RemoteException;
import org.tonari.remote.RemoteFiles;

/// Models beyond this computer: files by address, and repositories of a hub.
final class RemoteModels {
    private static final String GGUF = ".gguf";

    private final Supplier<RemoteFiles> files;
    private final Supplier<Hub.Settings> settings;

    /// What a repository turned out to hold.
    sealed interface Found {
        /// @param reading the model, or why it cannot be understood
        record One(Reading<LanguageModel> reading) implements Found {}

        /// Several models: the person has to choose.
        ///
        /// @param name   of the repository
        /// @param models the files to read them from
        record Several(HubName name, List<String> models) implements Found {
            public Several {
                models = List.copyOf(models);
            }
        }
    }

    /// @param files    made only when something is asked for
    /// @param settings likewise
    RemoteModels(Supplier<RemoteFiles> files, Supplier<Hub.Settings> settings) {
        this.files = files;
        this.settings = settings;
    }

    /// @param place an address or a repository
    /// @return the model, or why there is none, trouble with the network included
    Reading<LanguageModel> read(String place, Errand errand) {
        try {
            return switch (find(place, errand)) {
                case Found.One(Reading<LanguageModel> reading) -> reading;
                case Found.Several several -> refused(place, choice(several));
            };
        } catch (RemoteException failure) {
            return refused(place, failure.phrase());
        }
    }

    private static Reading<LanguageModel> refused(String place, Phrase why) {
        return new Reading.Refused<>(ProfileProblem.ofFile(withoutQuery(place), why));
    }

    /// A query may be a signature, which is nobody else's to know.
    private static String withoutQuery(String place) {
        int query = place.indexOf('?');
        return query < 0 ? place : place.substring(0, query);
    }

    private static Phrase choice(Found.Several several) {
        String first = several.name().withFile(several.models().getFirst()).text();
        return Phrase.of(
                "{0} models; choose one, such as {1}, from: {2}",
                several.models().size(), first, String.join(", ", several.models()));
    }

    /// @param place an address or a repository
    /// @throws RemoteException where it cannot be had
    Found find(String place, Errand errand) throws RemoteException {
        try {
            Optional<HubName> name = HubName.of(place);
            if (name.isPresent()) {
                return inRepository(files.get().hub(settings.get()), name.get(), errand);
            }
            var folder = new AddressFolder(files.get(), place, errand);
            return new Found.One(FolderModels.read(folder, folder.file()));
        } catch (ProfileException wrong) {
            return new Found.One(new Reading.Refused<>(wrong.problem()));
        } catch (UncheckedIOException failure) {
            throw understood(failure.getCause());
        } catch (IOException failure) {
            throw understood(failure);
        }
    }

    private static RemoteException understood(@Nullable IOException failure) {
        if (failure instanceof RemoteException remote) {
            return remote;
        }
        throw new IllegalStateException(failure);
    }

    private static Found inRepository(Hub hub, HubName name, Errand errand) throws IOException {
        Hub.Listing listing = hub.list(name, errand);
        var folder = new HubFolder(hub, listing, errand);
        List<String> models = name.file().isPresent()
                ? List.of(name.file().get())
                : name.tag().map(tag -> tagged(listing, tag)).orElseGet(() -> FolderModels.models(listing.files()));
        if (models.size() > 1) {
            return models.getFirst().endsWith(GGUF)
                    ? new Found.Several(name, models)
                    : new Found.One(FolderModels.read(folder, models.getFirst()));
        }
        if (models.isEmpty() || !folder.has(models.getFirst())) {
            return new Found.One(refused(name.text(), nothing(name)));
        }
        return new Found.One(FolderModels.read(folder, models.getFirst()));
    }

    private static Phrase nothing(HubName name) {
        return name.file()
                .map(file -> Phrase.of("no file {0} in the repository", file))
                .orElseGet(() -> name.tag()
                        .map(tag -> Phrase.of("no GGUF file for {0} in the repository", tag))
                        .orElseGet(() -> Phrase.of("no config.json and no GGUF file in the repository")));
    }

    /// `Q4_K_M` means `…-Q4_K_M.gguf` and not `…-UD-Q4_K_M_L.gguf`.
    private static List<String> tagged(Hub.Listing listing, String tag) {
        String wanted = tag.toLowerCase(Locale.ROOT);
        return FolderModels.models(listing.files()).stream()
                .filter(file -> file.endsWith(GGUF))
                .filter(file -> {
                    String name = file.toLowerCase(Locale.ROOT).replaceFirst("(-\\d{5}-of-\\d{5})?\\.gguf$", "");
                    return name.endsWith("-" + wanted) || name.endsWith("." + wanted) || name.equals(wanted);
                })
                .toList();
    }
}
