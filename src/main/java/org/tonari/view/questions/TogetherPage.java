package org.tonari.view.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.question.ModelSet;
import org.tonari.domain.question.ModelSet.Member;
import org.tonari.domain.question.Questions;
import org.tonari.domain.runtime.CacheFormat;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.domain.scenario.Workload;
import org.tonari.text.CommonText;
import org.tonari.text.PageText;
import org.tonari.units.Tokens;
import org.tonari.view.parts.TermPanel;
import org.tonari.view.parts.Words;
import org.tonari.viewmodel.Workbench;
import org.tonari.viewmodel.choosing.EntryViewModel;
import org.tonari.viewmodel.desk.Choices;
import org.tonari.viewmodel.pages.Page;
import org.tonari.viewmodel.pages.QuestionsViewModel;

/// Several models in the memory of each machine: a row of settings for each model.
public final class TogetherPage {
    private final QuestionsViewModel questions;
    private final Choices choices;
    private final Controls controls;
    private final Words words;
    private final VBox rows = new VBox();

    private TogetherPage(Workbench workbench, Words words) {
        this.questions = workbench.pages().questions();
        this.choices = workbench.root().choices();
        this.controls = new Controls(words);
        this.words = words;
    }

    /// @param explanation explains a number of the page
    public static Region build(Workbench workbench, Words words, TermPanel explanation) {
        return QuestionPage.build(
                "together-page",
                workbench,
                words,
                explanation,
                Page.TOGETHER,
                Trial.Kind.TOGETHER,
                PageText.NAME_TOGETHER,
                words.text(PageText.TOGETHER_SENTENCE),
                List.of(new TogetherPage(workbench, words).members()));
    }

    private Node members() {
        Button add = words.on(new Button(), PageText.ADD_MODEL);
        add.setId("add-model");
        add.setOnAction(_ -> change(set -> set.with(newcomer())));
        questions.settingsProperty().map(all -> all.together().members().size()).subscribe(count -> {
            var built = new ArrayList<Node>();
            for (int i = 0; i < count; i++) {
                built.add(row(i, count));
            }
            rows.getChildren().setAll(built);
            add.setDisable(count >= ModelSet.MOST_MEMBERS);
        });
        rows.getStyleClass().add("members");
        var all = new VBox(rows, add);
        all.getStyleClass().add("members");
        return all;
    }

    private Member newcomer() {
        LanguageModel model = choices.models().stream()
                .filter(each -> each.id().equals("qwen3-8b"))
                .findFirst()
                .orElse(choices.models().getFirst());
        return new Member(model.id(), "q8_0", "f16", new Tokens(8_192), 1);
    }

    private String weightsName(String id) {
        return choices.weights().stream()
                .filter(format -> format.id().equals(id))
                .map(WeightFormat::name)
                .findFirst()
                .orElse(id);
    }

    private Node row(int index, int count) {
        ObservableValue<Member> member = questions
                .settingsProperty()
                .map(all -> all.together().members())
                .map(members -> members.get(Math.min(index, members.size() - 1)));
        Button remove = words.on(new Button(), PageText.REMOVE_MODEL);
        remove.setId("remove-model-" + index);
        remove.setDisable(count == 1);
        remove.setOnAction(_ -> change(set -> set.without(index)));
        var row = new HBox(
                controls.field(
                        CommonText.MODEL,
                        controls.combo(
                                "member-model-" + index,
                                choices.models().stream().map(LanguageModel::id).toList(),
                                _ -> this::modelName,
                                member.map(Member::model),
                                id -> change(
                                        index,
                                        now -> new Member(
                                                id, nativeWeights(id), now.cache(), now.context(), now.users())))),
                controls.field(
                        CommonText.WEIGHTS,
                        controls.combo(
                                "member-weights-" + index,
                                choices.weights().stream().map(WeightFormat::id).toList(),
                                _ -> this::weightsName,
                                member.map(Member::weights),
                                id -> change(
                                        index,
                                        now -> new Member(now.model(), id, now.cache(), now.context(), now.users())))),
                controls.field(
                        CommonText.KV_CACHE,
                        controls.combo(
                                "member-cache-" + index,
                                choices.caches().stream().map(CacheFormat::id).toList(),
                                _ -> Function.identity(),
                                member.map(Member::cache),
                                id -> change(
                                        index,
                                        now -> new Member(
                                                now.model(), now.weights(), id, now.context(), now.users())))),
                controls.number(
                        CommonText.CONTEXT,
                        "member-context-" + index,
                        entry(
                                index,
                                Workload.MOST_TOKENS,
                                now -> now.context().count(),
                                now -> n -> new Member(
                                        now.model(), now.weights(), now.cache(), new Tokens(n), now.users()))),
                controls.number(
                        CommonText.USERS,
                        "member-users-" + index,
                        entry(
                                index,
                                Workload.MOST_SEQUENCES,
                                Member::users,
                                now -> n ->
                                        new Member(now.model(), now.weights(), now.cache(), now.context(), (int) n))),
                remove);
        row.setAlignment(Pos.BOTTOM_LEFT);
        row.getStyleClass().add("member");
        return row;
    }

    private String modelName(String id) {
        return choices.models().stream()
                .filter(model -> model.id().equals(id))
                .map(LanguageModel::name)
                .findFirst()
                .orElse(id);
    }

    private String nativeWeights(String id) {
        return choices.models().stream()
                .filter(model -> model.id().equals(id))
                .map(LanguageModel::nativeWeights)
                .findFirst()
                .orElse("q8_0");
    }

    private EntryViewModel entry(
            int index, long most, ToLongFunction<Member> read, Function<Member, LongFunction<Member>> change) {
        return questions.entry(
                1,
                most,
                all -> read.applyAsLong(at(all, index)),
                number -> all -> all.withTogether(
                        all.together().with(index, change.apply(at(all, index)).apply(number))));
    }

    private static Member at(Questions all, int index) {
        List<Member> members = all.together().members();
        return members.get(Math.min(index, members.size() - 1));
    }

    private void change(int index, UnaryOperator<Member> change) {
        change(set -> set.with(index, change.apply(set.members().get(index))));
    }

    private void change(UnaryOperator<ModelSet> change) {
        questions.change(all -> all.withTogether(change.apply(all.together())));
    }
}
