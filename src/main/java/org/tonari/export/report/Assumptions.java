package org.tonari.export.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tonari.domain.scenario.Scenario;
import org.tonari.domain.scenario.Workload;
import org.tonari.domain.scenario.Workload.Toggle;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.ReportText;

/// What a comparison took for granted, name by name.
record Assumptions(Messages messages, Formats formats) {

    /// @return names and values, in the order of the window's fields
    Map<String, String> of(Scenario scenario) {
        Workload workload = scenario.workload();
        var all = new LinkedHashMap<String, String>();
        all.put(messages.text(CommonText.MODEL), scenario.model().name());
        all.put(messages.text(CommonText.WEIGHTS), scenario.weights().name());
        all.put(
                messages.text(CommonText.KV_CACHE),
                scenario.keys().equals(scenario.values())
                        ? scenario.keys().name()
                        : scenario.keys().name() + " / " + scenario.values().name());
        all.put(messages.text(CommonText.RUNTIME), scenario.runtime().name());
        all.put(messages.text(CommonText.CONTEXT), formats.context(workload.context()));
        all.put(messages.text(CommonText.PROMPT), formats.context(workload.prompt()));
        all.put(messages.text(CommonText.USERS), formats.whole(workload.concurrency()));
        all.put(
                messages.text(ReportText.UBATCH),
                formats.whole(workload.ubatch().count()));
        all.put(messages.text(ReportText.FLASH_ATTENTION), onOff(workload.flashAttention()));
        all.put(messages.text(ReportText.UNIFIED_CACHE), onOff(workload.unifiedCache()));
        all.put(messages.text(ReportText.BUILD), scenario.runtime().source().citation());
        return all;
    }

    private String onOff(Toggle toggle) {
        return messages.text(toggle.isOn() ? CommonText.ON : CommonText.OFF);
    }
}
