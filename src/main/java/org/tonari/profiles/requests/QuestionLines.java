package org.tonari.profiles.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.ModelSet;
import org.tonari.domain.question.TrainingPlan;

/// Command lines that ask bigger questions again, as lists of words.
public final class QuestionLines {
    private QuestionLines() {}

    /// @return `together` with every model
    public static List<String> together(String machine, String runtime, ModelSet set) {
        List<String> members = set.members().stream()
                .map(member -> String.join(
                        ":",
                        member.model(),
                        member.weights(),
                        member.cache(),
                        Long.toString(member.context().count()),
                        Integer.toString(member.users())))
                .toList();
        var words = new LinkedHashMap<String, Object>();
        words.put("models", String.join(",", members));
        words.put("runtime", runtime);
        return line("together", machine, words);
    }

    /// @return `finetune` with every setting
    public static List<String> training(String machine, TrainingPlan plan) {
        return line("finetune", machine, PlanWords.words(plan));
    }

    /// @return `generate` with every setting
    public static List<String> pictures(String machine, DiffusionJob job) {
        return line("generate", machine, PlanWords.words(job));
    }

    /// @return `estimate` with what departs from the default
    public static List<String> linked(ScenarioRequest request) {
        var line = new ArrayList<>(List.of("tonari", "estimate"));
        line.addAll(request.options());
        return line;
    }

    private static List<String> line(String command, String machine, Map<String, Object> words) {
        var line = new ArrayList<>(List.of("tonari", command, "--machine", machine));
        words.forEach((name, value) -> {
            line.add("--" + name.replace('_', '-'));
            line.add(value instanceof Boolean on ? on ? "on" : "off" : value.toString());
        });
        return line;
    }
}
