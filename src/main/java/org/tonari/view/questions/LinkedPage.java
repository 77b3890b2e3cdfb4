package org.tonari.view.questions;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.Region;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.machine.NetworkLink;
import org.tonari.domain.question.Linking;
import org.tonari.domain.question.Linking.Parallelism;
import org.tonari.domain.question.Questions;
import org.tonari.export.picture.Wording;
import org.tonari.text.PageText;
import org.tonari.text.QuestionNames;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.QuestionsViewModel;

/// The workbench's model on two to eight machines of each kind.
public final class LinkedPage {
    private LinkedPage() {}

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        QuestionsViewModel questions = workbench.pages().questions();
        var controls = new Controls(words);
        var linking = questions.settingsProperty().map(Questions::linking);
        return QuestionPage.build(
                "linked-page",
                workbench,
                words,
                explanation,
                Page.LINKED,
                Trial.Kind.LINKED,
                PageText.NAME_LINKED,
                Bindings.createStringBinding(
                        () -> words.now()
                                .text(
                                        PageText.LINKED_SENTENCE,
                                        workbench
                                                .root()
                                                .getComparison()
                                                .setup()
                                                .model()
                                                .name()),
                        words.wording(),
                        workbench.root().comparisonProperty()),
                List.of(
                        controls.segments(
                                PageText.MACHINES,
                                IntStream.rangeClosed(1, Linking.MOST_MACHINES)
                                        .boxed()
                                        .toList(),
                                now -> count -> now.formats().whole(count),
                                linking.map(Linking::machines),
                                count -> change(questions, now -> now.withMachines(count))),
                        controls.segments(
                                PageText.PARALLEL,
                                List.of(Parallelism.values()),
                                now -> names(now)::parallelism,
                                linking.map(Linking::parallelism),
                                how -> change(questions, now -> now.withParallelism(how))),
                        controls.field(
                                PageText.LINK,
                                controls.combo(
                                        "link",
                                        links(questions),
                                        now -> id -> name(questions, id, now),
                                        linking.map(Linking::link),
                                        id -> change(questions, now -> now.withLink(id))))));
    }

    private static void change(QuestionsViewModel questions, UnaryOperator<Linking> change) {
        questions.change(all -> all.withLinking(change.apply(all.linking())));
    }

    private static List<String> links(QuestionsViewModel questions) {
        return Stream.concat(
                        Stream.of(Linking.AUTOMATIC), questions.links().stream().map(NetworkLink::id))
                .toList();
    }

    private static String name(QuestionsViewModel questions, String id, Wording now) {
        return questions.links().stream()
                .filter(link -> link.id().equals(id))
                .map(NetworkLink::name)
                .findFirst()
                .orElseGet(() -> now.text(PageText.LINK_AUTO));
    }

    private static QuestionNames names(Wording now) {
        return new QuestionNames(now.messages(), now.formats());
    }
}
