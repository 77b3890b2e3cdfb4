package org.tonari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonari.domain.model.DiffusionJob;
import org.tonari.domain.question.ModelSet;
import org.tonari.domain.question.TrainingPlan;
import org.tonari.profiles.requests.QuestionLines;

/// Lines copied from the window run as they stand.
class CopiedLinesTest {

    @Test
    void everyLineRunsAsItStands() {
        runs(QuestionLines.together("dgx-spark", "llama.cpp", ModelSet.DEFAULT));
        runs(QuestionLines.training("dgx-spark", TrainingPlan.DEFAULT));
        runs(QuestionLines.pictures("dgx-spark", DiffusionJob.DEFAULT));
    }

    private static void runs(List<String> line) {
        String[] arguments = line.subList(1, line.size()).toArray(String[]::new);

        assertThat(new Terminal().run(arguments).status())
                .as(String.join(" ", line))
                .isZero();
    }
}
