package org.tonari.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.answer.Projection;
import org.tonari.domain.evidence.Trial;
import org.tonari.domain.question.Question;
import org.tonari.profiles.Catalogue;
import org.tonari.profiles.ShippedWords;
import org.tonari.profiles.requests.QuestionWords;
import org.tonari.profiles.tree.Reading;

/// Bigger questions asked in words and answered with the shipped profiles.
public final class Questions {
    public static final Catalogue CATALOGUE = Catalogue.open(List.of());
    private static final QuestionWords WORDS = new QuestionWords(CATALOGUE, ShippedWords.of(CATALOGUE));
    private static final Projector PROJECTOR = new Projector(CATALOGUE.calibration(), CATALOGUE.reach());

    private Questions() {}

    /// @param words pairs of a name and a value
    public static Question ask(Trial.Kind kind, String... words) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            named.put(words[i], words[i + 1]);
        }
        return switch (WORDS.read(kind, named)) {
            case Reading.Read<Question>(Question question) -> question;
            case Reading.Refused<Question>(var problem) -> throw new AssertionError(problem.sentence());
        };
    }

    /// @param words pairs of a name and a value
    public static Projection answer(Trial.Kind kind, String... words) {
        return PROJECTOR.project(ask(kind, words));
    }
}
