package org.tonari.profiles.work;

import org.tonari.domain.Questions;
import org.tonari.profiles.ProfileNode;
import org.tonari.profiles.work.WorkReader.Access;
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
        BuyerSections.write(sections.putObject("cost"), questions.cost());
        BuyerSections.write(sections.putObject("wish"), questions.wish());
        return sections;
    }

    static Questions read(ProfileNode sections, Access access) {
        Questions questions = new Questions(
                sections.optionalField("cost")
                        .map(section -> BuyerSections.readCost(section, access))
                        .orElse(Questions.DEFAULT.cost()),
                sections.optionalField("wish")
                        .map(section -> BuyerSections.readWish(section, access))
                        .orElse(Questions.DEFAULT.wish()));
        WorkReader.requireAllRead(sections, access);
        return questions;
    }
}
