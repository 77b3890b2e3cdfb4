package org.tonari.engine.compatibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.Compatibility;
import org.tonari.domain.Compatibility.Effect;
import org.tonari.domain.Compatibility.Question;
import org.tonari.domain.Compatibility.Reply;
import org.tonari.domain.Compatibility.State;
import org.tonari.domain.Compatibility.Step;
import org.tonari.domain.CompatibilityRule;
import org.tonari.domain.InferenceRuntime;
import org.tonari.domain.Scenario;

/// Whether a runtime's kernels run natively on a machine: three questions, each a step that can be followed.
///
/// Does the runtime read the files? Which sourced statements speak of the combination? Where none does: has the
/// runtime a back end at all? The nearest statement decides; of equally near ones the newest. Nothing is concluded
/// from silence: a combination nobody speaks of is unknown.
public final class Compatibilities {
    private static final Comparator<CompatibilityRule> OLDEST_FIRST =
            Comparator.comparing(rule -> rule.source().date());

    private final Scenario scenario;
    private final InferenceRuntime runtime;
    private final List<Step> path = new ArrayList<>();

    private Compatibilities(Scenario scenario) {
        this.scenario = scenario;
        this.runtime = scenario.runtime();
    }

    /// @param rules sourced statements, of any runtime
    /// @return the state with the path that led to it
    public static Compatibility of(Scenario scenario, List<CompatibilityRule> rules) {
        return new Compatibilities(scenario).decided(rules);
    }

    private Compatibility decided(List<CompatibilityRule> rules) {
        Optional<String> backend = scenario.machine().backends().stream()
                .filter(runtime.backends()::contains)
                .findFirst();
        String place = backend.map(name -> " runs on " + scenario.machine().name() + " through " + name)
                .orElse(" has no back end here for " + scenario.machine().name());
        step(Question.BACK_END, backend.isPresent(), runtime.name() + place);
        if (!reads()) {
            return concluded(State.UNSUPPORTED);
        }
        return nearest(rules, backend.orElse("")).map(this::decidedBy).orElseGet(() -> undecided(backend.isPresent()));
    }

    private boolean reads() {
        boolean read = scenario.weights().isReadBy(runtime);
        String finding = runtime.name() + (read ? " reads " : " does not read ")
                + scenario.weights().name() + " files";
        step(Question.FILES, read, finding);
        return read;
    }

    private Optional<CompatibilityRule> nearest(List<CompatibilityRule> rules, String backend) {
        List<CompatibilityRule> speaking = rules.stream()
                .filter(rule -> rule.speaksOf(scenario, backend))
                .sorted(Comparator.comparingInt((CompatibilityRule rule) -> rule.nearnessTo(scenario))
                        .thenComparing(OLDEST_FIRST))
                .toList();
        for (CompatibilityRule rule : speaking) {
            Reply reply = rule == speaking.getLast() ? Reply.DECIDES : Reply.OVERRULED;
            path.add(new Step(Question.STATEMENT, reply, rule.why(), rule.source()));
        }
        return speaking.isEmpty() ? Optional.empty() : Optional.of(speaking.getLast());
    }

    private Compatibility decidedBy(CompatibilityRule rule) {
        return new Compatibility(rule.state(), rule.why(), rule.effect(), rule.source(), path);
    }

    private Compatibility undecided(boolean hasBackend) {
        if (!hasBackend) {
            Step first = path.getFirst();
            return new Compatibility(State.UNSUPPORTED, first.finding(), Effect.NONE, first.source(), path);
        }
        step(
                Question.STATEMENT,
                false,
                "no source read so far says how " + runtime.name() + "'s kernels for "
                        + scenario.weights().name() + " are made for "
                        + scenario.machine().processor().architecture());
        return concluded(State.UNKNOWN);
    }

    private Compatibility concluded(State state) {
        Step last = path.getLast();
        return new Compatibility(state, last.finding(), Effect.NONE, last.source(), path);
    }

    private void step(Question question, boolean yes, String finding) {
        path.add(new Step(question, yes ? Reply.YES : Reply.NO, finding, runtime.source()));
    }
}
