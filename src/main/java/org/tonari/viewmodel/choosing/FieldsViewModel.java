package org.tonari.viewmodel.choosing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import org.tonari.domain.comparison.Comparison;
import org.tonari.domain.comparison.Setup;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Workload;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;
import org.tonari.units.TokensPerSecond;
import org.tonari.viewmodel.desk.Act;
import org.tonari.viewmodel.desk.WorkbenchViewModel;

/// The row of fields: what runs, how it is stored, by what, for whom. UI thread only.
public final class FieldsViewModel {
    private static final List<String> COMMON_CACHES = List.of("f16", "q8_0", "q4_0");
    private static final long MOST_TARGET = 1_000_000;

    private final WorkbenchViewModel workbench;
    private final ObservableValue<Setup> setup;
    private final EntryViewModel prompt;
    private final EntryViewModel users;
    private final EntryViewModel target;

    /// @param workbench whose fields
    public FieldsViewModel(WorkbenchViewModel workbench) {
        this.workbench = workbench;
        this.setup = workbench.comparisonProperty().map(Comparison::setup);
        this.prompt = new EntryViewModel(
                workbench,
                Act.PROMPT,
                1,
                () -> Workload.MOST_TOKENS,
                now -> now.setup().workload().prompt().count(),
                tokens -> now -> now.withWorkload(workload -> workload.withPrompt(new Tokens(tokens))));
        this.users = new EntryViewModel(
                workbench,
                Act.USERS,
                1,
                () -> Workload.MOST_SEQUENCES,
                now -> now.setup().workload().concurrency(),
                number -> now -> now.withWorkload(workload -> workload.withConcurrency(Math.toIntExact(number))));
        this.target = new EntryViewModel(
                workbench,
                Act.TARGET,
                0,
                () -> MOST_TARGET,
                now -> now.target().map(wish -> Math.round(wish.magnitude())).orElse(0L),
                speed ->
                        now -> now.withTarget(speed == 0 ? Optional.empty() : Optional.of(new TokensPerSecond(speed))));
    }

    /// @return what all columns run
    public ObservableValue<Setup> setupProperty() {
        return setup;
    }

    /// @return tokens of the prompt whose answer is waited for
    public EntryViewModel prompt() {
        return prompt;
    }

    /// @return sequences at once
    public EntryViewModel users() {
        return users;
    }

    /// @return the decoding speed wished for; 0 is no wish
    public EntryViewModel target() {
        return target;
    }

    /// @return the ways to store weights that the runtime reads, the chosen one among them, each with its size,
    ///     the largest first
    public List<WeightOption> weightOptions() {
        Setup now = setup.getValue();
        var containers = now.runtime().runtime().containers();
        return workbench.choices().weights().stream()
                .filter(format -> format.equals(now.weights())
                        || format.containers().stream().anyMatch(containers::contains))
                .map(format -> new WeightOption(format, workbench.weightsSize(format)))
                .sorted(Comparator.comparing(option -> option.size().orElse(Bytes.ZERO), Comparator.reverseOrder()))
                .toList();
    }

    /// @param format how weights are stored
    /// @param size   how much they take, if that can be told
    public record WeightOption(WeightFormat format, Optional<Bytes> size) {}

    /// @return every runtime
    public List<RuntimeChoice> runtimes() {
        return Stream.concat(
                        Stream.of(workbench.choices().automatic()),
                        workbench.choices().runtimes().stream()
                                .map(runtime -> (RuntimeChoice) new RuntimeChoice.Chosen(runtime)))
                .toList();
    }

    /// @return the cache formats worth a button, the chosen one among them
    public List<CacheFormat> caches() {
        Stream<CacheFormat> common = COMMON_CACHES.stream().flatMap(id -> workbench.choices().cache(id).stream());
        return Stream.concat(common, Stream.of(setup.getValue().keys()))
                .distinct()
                .toList();
    }

    /// Loads another model. Weights that were chosen stay, so that models are compared in the format that somebody
    /// wants to run; else they are those the model is published in, or the nearest that the runtime reads.
    public void pickModel(LanguageModel model) {
        workbench.apply(Act.MODEL, now -> {
            WeightFormat weights = now.setup().weights();
            Comparison kept = now.with(all -> all.withModel(model, weights));
            boolean chosen =
                    !published(now, now.setup().model()).setup().weights().equals(weights);
            return chosen && model.stored().isEmpty() && workbench.readable().holds(kept)
                    ? kept
                    : published(now, model);
        });
    }

    private Comparison published(Comparison now, LanguageModel model) {
        return workbench
                .readable()
                .in(now.with(all -> all.withModel(model, workbench.choices().nativeWeights(model))));
    }

    /// Stores the weights otherwise.
    public void pickWeights(WeightFormat format) {
        workbench.apply(Act.WEIGHTS, now -> now.with(all -> all.withWeights(format)));
    }

    /// Caches keys and values in another format.
    public void pickCache(CacheFormat format) {
        workbench.apply(Act.CACHE, now -> now.with(all -> all.withCache(format)));
    }

    /// Runs everything by another runtime, in weights that it reads.
    public void pickRuntime(RuntimeChoice choice) {
        workbench.apply(Act.RUNTIME, now -> workbench.readable().in(now.with(all -> all.withRuntime(choice))));
    }
}
