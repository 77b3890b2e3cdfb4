package org.tonari.engine.compatibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.answer.Compatibility;
import org.tonari.domain.answer.Compatibility.Effect;
import org.tonari.domain.answer.Compatibility.Finding;
import org.tonari.domain.answer.Compatibility.Question;
import org.tonari.domain.answer.Compatibility.Reply;
import org.tonari.domain.answer.Compatibility.State;
import org.tonari.domain.answer.Compatibility.Step;
import org.tonari.domain.answer.CompatibilityRule;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.scenario.Scenario;

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
        String machine = scenario.machine().name();
        Optional<String> backend = scenario.machine().backends().stream()
                .filter(runtime.backends()::contains)
                .findFirst();
        step(
                Question.BACK_END,
                backend.isPresent() ? Reply.YES : Reply.NO,
                backend.<Finding>map(name -> new Finding.RunsThrough(runtime.name(), machine, name))
                        .orElse(new Finding.NoBackEnd(runtime.name(), machine)));
        if (!reads()) {
            return concluded(State.UNSUPPORTED);
        }
        return nearest(rules, backend.orElse("")).map(this::decidedBy).orElseGet(() -> undecided(backend.isPresent()));
    }

    private boolean reads() {
        String weights = scenario.weights().name();
        boolean read = scenario.weights().isReadBy(runtime);
        step(
                Question.FILES,
                read ? Reply.YES : Reply.NO,
                read ? new Finding.Reads(runtime.name(), weights) : new Finding.DoesNotRead(runtime.name(), weights));
        return read;
    }

    private Optional<CompatibilityRule> nearest(List<CompatibilityRule> rules, String backend) {
        var speaking = new ArrayList<CompatibilityRule>();
        for (CompatibilityRule rule : rules) {
            if (rule.speaksOf(scenario, backend)) {
                speaking.add(rule);
            }
        }
        speaking.sort(Comparator.comparingInt((CompatibilityRule rule) -> rule.nearnessTo(scenario))
                .thenComparing(OLDEST_FIRST));
        for (CompatibilityRule rule : speaking) {
            Reply reply = rule == speaking.getLast() ? Reply.DECIDES : Reply.OVERRULED;
            path.add(new Step(Question.STATEMENT, reply, rule.why(), rule.source()));
        }
        return speaking.isEmpty() ? Optional.empty() : Optional.of(speaking.getLast());
    }

    private Compatibility decidedBy(CompatibilityRule rule) {
        if (rule.effect() != Effect.NONE) {
            path.add(new Step(Question.SPEED, Reply.YES, new Finding.Speeds(rule.effect()), rule.source()));
        }
        return new Compatibility(rule.state(), rule.why(), rule.effect(), rule.decode(), rule.source(), path);
    }

    private Compatibility undecided(boolean hasBackend) {
        if (!hasBackend) {
            return ending(State.UNSUPPORTED, path.getFirst());
        }
        step(
                Question.STATEMENT,
                Reply.NO,
                new Finding.NothingStated(
                        runtime.name(),
                        scenario.weights().name(),
                        scenario.machine().processor().architecture()));
        return concluded(State.UNKNOWN);
    }

    private Compatibility concluded(State state) {
        return ending(state, path.getLast());
    }

    private Compatibility ending(State state, Step decisive) {
        return new Compatibility(
                state, decisive.finding(), Effect.NONE, Compatibility.NOT_STATED, decisive.source(), path);
    }

    private void step(Question question, Reply reply, Finding finding) {
        path.add(new Step(question, reply, finding, runtime.source()));
    }
}
