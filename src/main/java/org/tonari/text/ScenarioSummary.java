package org.tonari.text;

import java.util.List;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;

/// What a scenario asks, beside its machine, in one line: for captions, reports and the clipboard. Immutable.
public final class ScenarioSummary {
    private final Messages messages;
    private final Formats formats;

    /// @param messages in which language
    /// @param formats  how numbers are written
    public ScenarioSummary(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /// @return `gpt-oss-120b · MXFP4 · KV cache f16 · llama.cpp · Context 32,768 · Prompt 2,048 · Users 1`
    public String line(Scenario scenario) {
        Workload workload = scenario.workload();
        return String.join(
                " · ",
                List.of(
                        scenario.model().name(),
                        weights(scenario),
                        messages.text(CommonText.KV_CACHE) + " " + cache(scenario),
                        scenario.runtime().name(),
                        messages.text(CommonText.CONTEXT) + " " + formats.context(workload.context()),
                        messages.text(CommonText.PROMPT) + " " + formats.context(workload.prompt()),
                        messages.text(CommonText.USERS) + " " + formats.whole(workload.concurrency())));
    }

    private String weights(Scenario scenario) {
        return scenario.model().stored().isEmpty() ? scenario.weights().name() : messages.text(CommonText.FROM_FILE);
    }

    private static String cache(Scenario scenario) {
        return scenario.keys().equals(scenario.values())
                ? scenario.keys().name()
                : scenario.keys().name() + "/" + scenario.values().name();
    }
}
