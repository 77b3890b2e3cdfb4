package org.tonari.cli;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tonari.cli.reports.EstimateReport;
import org.tonari.cli.reports.ProjectionReport;
import org.tonari.cli.session.BadInput;
import org.tonari.cli.session.ExitStatus;
import org.tonari.cli.session.Session;
import org.tonari.cli.session.Speech;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.question.Question;
import org.tonari.engine.Projector;
import org.tonari.export.JsonOutput;
import org.tonari.export.ProjectionJson;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.tree.ProfileProblem;
import org.tonari.profiles.tree.Reading;
import picocli.CommandLine.Option;
import tools.jackson.core.JsonGenerator;

/// What the commands for bigger questions have in common: the machine, the form of the answer, and the way to it.
class QuestionOptions extends Speech {
    private final Map<String, String> words = new TreeMap<>();

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Option(names = "--why", description = "Explain every figure to its sources.")
    private boolean why;

    @Option(names = "--require-fit", description = "Exit with 1 unless the verdict is fits or tight.")
    private boolean requireFit;

    @Option(names = "--machine", paramLabel = "ID", description = "The machine's id.")
    void machine(@Nullable String value) {
        word("machine", value);
    }

    void word(String name, @Nullable String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    /// @return the exit status
    int answer(Session session, Trial.Kind kind) {
        if (!words.containsKey("machine")) {
            throw new BadInput("name a machine with --machine ID; tonari list machines shows them");
        }
        Question question =
                switch (new QuestionWords(session.catalogue(), session.words()).read(kind, words)) {
                    case Reading.Read<Question>(Question read) -> read;
                    case Reading.Refused<Question>(ProfileProblem problem) -> throw new BadInput(problem.sentence());
                };
        Projection projection = project(session, question);
        if (json) {
            try (JsonGenerator generator = JsonOutput.indented(session.out())) {
                new ProjectionJson(generator).write(words, projection);
            }
            session.out().println();
        } else {
            new ProjectionReport(session.out(), messages(), formats())
                    .print(question, projection, why ? EstimateReport.Depth.WHOLE : EstimateReport.Depth.SHORT);
        }
        return requireFit && !projection.verdict().fits() ? ExitStatus.NO_FIT : ExitStatus.DONE;
    }

    private static Projection project(Session session, Question question) {
        try {
            return new Projector(
                            session.catalogue().calibration(),
                            session.catalogue().reach())
                    .project(question);
        } catch (ArithmeticException _) {
            throw new BadInput("the question's numbers go beyond what can be counted");
        }
    }
}
