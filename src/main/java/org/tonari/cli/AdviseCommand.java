package org.tonari.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.tonari.cli.options.CostOptions;
import org.tonari.cli.options.MachinesOption;
import org.tonari.cli.options.ScenarioOptions;
import org.tonari.cli.options.TableOptions;
import org.tonari.cli.options.WishOptions;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.answer.Recommendation;
import org.tonari.domain.machine.Machine;
import org.tonari.domain.question.UseCase;
import org.tonari.domain.question.Wish;
import org.tonari.domain.scenario.Scenario;
import org.tonari.engine.Estimator;
import org.tonari.engine.Estimator.Aspect;
import org.tonari.engine.Projector;
import org.tonari.engine.advice.Advice;
import org.tonari.engine.advice.Inquiry;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.profiles.tree.Reading;
import org.tonari.text.AdviceTable;
import org.tonari.text.AdviceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tonari advise`: which machine for a wish.
@Command(
        name = "advise",
        description = "Orders machines by what you want to do and the limits you set; every reason is a number.",
        footer = {
            "",
            "Uses: local-inference, coding-assistant, multi-agent, long-documents, image, video, fine-tuning,",
            "portable, always-on.",
            "",
            "Examples:",
            "  tonari advise --use coding-assistant --budget 700000",
            "  tonari advise --use always-on --watts 200 --litres 3 --why"
        })
final class AdviseCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--use", paramLabel = "ID", description = "What for. Default: local-inference")
    private String use = "local-inference";

    @Mixin
    private WishOptions wish = new WishOptions();

    @Mixin
    private MachinesOption machines = new MachinesOption();

    @Mixin
    private CostOptions cost = new CostOptions();

    @Option(names = "--why", description = "Give every reason in a sentence.")
    private boolean why;

    @Mixin
    private TableOptions table = new TableOptions();

    @Mixin
    private Speech speech = new Speech();

    AdviseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = session.catalogue();
        UseCase wanted = Session.found("--use", catalogue.use(use));
        var question = new Inquiry(
                wanted,
                wish.wish(use),
                runs(wanted),
                new QuestionWords(catalogue, session.words()).job(wanted.job()),
                Session.found("runtime", catalogue.runtime("llama.cpp")),
                machines.words().stream().map(this::machine).toList(),
                cost.assumptions());
        Estimator estimator = session.wiring().estimators().of(catalogue, EnumSet.of(Aspect.SPEED));
        List<Recommendation> ranked =
                Advice.of(estimator, new Projector(catalogue.calibration(), catalogue.reach()), question);
        var advice = new AdviceTable(speech.messages(), speech.formats());
        table.write(
                session,
                advice.of(wanted, ranked),
                new TableOptions.Frame(
                        advice.use(wanted), speech.messages().text(AdviceText.RULES), fields(question.wish())));
        if (why) {
            ranked.forEach(each -> reasons(advice, each));
        }
        return ExitStatus.DONE;
    }

    private Machine machine(String id) {
        return new ScenarioOptions().request(session, id).scenario().machine();
    }

    private List<Scenario> runs(UseCase wanted) {
        var runs = new ArrayList<Scenario>();
        for (Map<String, String> words : wanted.runs()) {
            var all = new TreeMap<>(words);
            all.put("machine", Catalogue.CANDIDATES.getFirst());
            switch (session.words().read(wanted.id(), all, Map.of())) {
                case Reading.Read<ScenarioRequest>(ScenarioRequest request) -> runs.add(request.scenario());
                case Reading.Refused<ScenarioRequest>(var problem) -> throw BadInput.of(problem);
            }
        }
        return runs;
    }

    private static Map<String, Object> fields(Wish wish) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("use", wish.use());
        var limits = new LinkedHashMap<String, Object>();
        for (Wish.Limit limit : Wish.Limit.values()) {
            wish.limit(limit).ifPresent(value -> limits.put(limit.name().toLowerCase(Locale.ROOT), value));
        }
        fields.put("limits", limits);
        return fields;
    }

    private void reasons(AdviceTable advice, Recommendation each) {
        session.out().println();
        session.out().println(each.machine().name() + ": " + advice.standing(each));
        each.tests().forEach(test -> session.out().println("  " + advice.reason(test)));
    }
}
