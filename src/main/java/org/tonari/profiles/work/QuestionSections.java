package org.tonari.profiles.work;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tonari.domain.question.Questions;
import org.tonari.profiles.requests.PlanWords;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.work.WorkReader.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is asked on the pages beside the workbench: one section for each page.
///
/// A page that gains a record in [Questions] adds one line to each of the two methods: it writes its section under its
/// own name, and reads it back, taking its default where the section is not there.
final class QuestionSections {
    private QuestionSections() {}

    static ObjectNode write(Questions questions) {
        ObjectNode sections = JsonNodeFactory.instance.objectNode();
        sections.set("together", object(PlanWords.words(questions.together())));
        sections.set("linked", object(PlanWords.words(questions.linking())));
        sections.set("training", object(PlanWords.words(questions.training())));
        sections.set("pictures", object(PlanWords.words(questions.pictures())));
        BuyerSections.write(sections.putObject("cost"), questions.cost());
        BuyerSections.write(sections.putObject("wish"), questions.wish());
        return sections;
    }

    static Questions read(ProfileNode sections, Access access) {
        Questions read = Questions.DEFAULT;
        read = section(sections, "together", read, access, (words, all) -> all.withTogether(PlanWords.models(words)));
        read = section(
                sections,
                "linked",
                read,
                access,
                (words, all) -> all.withLinking(PlanWords.linking(words, all.linking())));
        read = section(
                sections,
                "training",
                read,
                access,
                (words, all) -> all.withTraining(PlanWords.training(words, all.training())));
        read = section(
                sections,
                "pictures",
                read,
                access,
                (words, all) -> all.withPictures(PlanWords.job(words, all.pictures())));
        var cost = sections.optionalField("cost").map(section -> BuyerSections.readCost(section, access));
        var wish = sections.optionalField("wish").map(section -> BuyerSections.readWish(section, access));
        WorkReader.requireAllRead(sections, access);
        Questions known = read;
        Questions costed = cost.map(known::withCost).orElse(known);
        return wish.map(costed::withWish).orElse(costed);
    }

    private static Questions section(
            ProfileNode sections,
            String name,
            Questions before,
            Access access,
            BiFunction<ProfileNode, Questions, Questions> change) {
        return sections.optionalField(name)
                .map(words -> {
                    Questions after = words.checked(node -> change.apply(node, before));
                    WorkReader.requireAllRead(words, access);
                    return after;
                })
                .orElse(before);
    }

    private static ObjectNode object(Map<String, Object> words) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        words.forEach((name, value) -> object.set(name, node(value)));
        return object;
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case List<?> items -> {
                ArrayNode array = nodes.arrayNode();
                items.forEach(item -> array.add(node(item)));
                yield array;
            }
            case Map<?, ?> fields -> {
                ObjectNode object = nodes.objectNode();
                fields.forEach((name, each) -> object.set(String.valueOf(name), node(each)));
                yield object;
            }
            case Boolean flag -> nodes.booleanNode(flag);
            case Long number -> nodes.numberNode(number);
            default -> nodes.stringNode(value.toString());
        };
    }
}
