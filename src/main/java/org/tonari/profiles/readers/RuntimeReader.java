package org.tonari.profiles.readers;

import java.util.List;
import org.tonari.domain.runtime.InferenceRuntime;
import org.tonari.domain.runtime.InferenceRuntime.Allocation;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.SchedulingStep;
import org.tonari.domain.runtime.InferenceRuntime.Allocation.StaticShare.Share;
import org.tonari.domain.runtime.WeightFormat;
import org.tonari.profiles.tree.Figures;
import org.tonari.profiles.tree.ProfileKind;
import org.tonari.profiles.tree.ProfileNode;
import org.tonari.profiles.tree.UnitTable;
import org.tonari.units.Bytes;
import org.tonari.units.Tokens;

/// Reads a runtime's profile.
public final class RuntimeReader {
    private RuntimeReader() {}

    /// @return the runtime the file describes
    /// @throws ProfileException where the file is not as expected
    public static InferenceRuntime read(ProfileNode file) {
        ProfileKind.RUNTIME.requireHeader(file);
        var read = new InferenceRuntime(
                file.field("id").text(),
                file.field("name").text(),
                file.field("build").text(),
                file.field("backends").items().stream().map(ProfileNode::text).toList(),
                file.field("containers").items().stream()
                        .map(item -> item.oneOf(WeightFormat.Container.class))
                        .toList(),
                allocation(file.field("allocation")),
                Figures.byName(file.field("overhead"), UnitTable.BYTES, "runtime.overhead"),
                Figures.bytes(file.field("uncertainty")),
                Figures.sourceObject(file.field("source"), Figures.KINDS));
        file.requireAllRead();
        return read;
    }

    private static Allocation allocation(ProfileNode allocation) {
        ProfileNode type = allocation.field("type");
        Allocation read =
                switch (type.text()) {
                    case "cells" ->
                        new Allocation.Cells(
                                tokens(allocation, "cell_step"), Figures.bytes(allocation.field("margin_per_pool")));
                    case "ollama_slots" ->
                        new Allocation.OllamaSlots(
                                tokens(allocation, "cell_step"), Figures.bytes(allocation.field("reserve")));
                    case "growing_steps" ->
                        new Allocation.GrowingSteps(
                                tokens(allocation, "growth_step"), tokens(allocation, "prefill_step"));
                    case "paged_share_of_total" ->
                        new Allocation.PagedShareOfTotal(
                                tokens(allocation, "block"),
                                steps(allocation),
                                Figures.bytes(allocation.field("graphs")),
                                share(allocation, "memory_utilization"));
                    case "static_share" ->
                        new Allocation.StaticShare(
                                tokens(allocation, "block"), steps(allocation), new Share.ByDevice());
                    case "paged_share_of_free" ->
                        new Allocation.PagedShareOfFree(
                                tokens(allocation, "block"),
                                tokens(allocation, "batched_tokens"),
                                share(allocation, "free_fraction"));
                    default ->
                        throw type.refused(
                                "one of {0}",
                                "cells, ollama_slots, growing_steps, paged_share_of_total, static_share,"
                                        + " paged_share_of_free");
                };
        allocation.requireAllRead();
        return read;
    }

    /// Steps stand from the largest device to the smallest, the last for every device.
    private static List<SchedulingStep> steps(ProfileNode allocation) {
        ProfileNode table = allocation.field("scheduling_steps");
        Figures.source(table);
        ProfileNode steps = table.field("steps");
        List<SchedulingStep> read =
                steps.items().stream().map(RuntimeReader::step).toList();
        if (read.isEmpty() || read.getLast().from().count() > 0) {
            throw steps.refused("a last step from 0 GiB on");
        }
        table.requireAllRead();
        return read;
    }

    private static SchedulingStep step(ProfileNode step) {
        var read = new SchedulingStep(
                Bytes.ofGiB(step.field("from_gib").number()),
                new Tokens(step.field("batched_tokens").whole(1)),
                (int) step.field("sequences").whole(1, Integer.MAX_VALUE));
        step.requireAllRead();
        return read;
    }

    private static Tokens tokens(ProfileNode allocation, String name) {
        return Figures.required(allocation.field(name), UnitTable.TOKENS);
    }

    private static double share(ProfileNode allocation, String name) {
        return Figures.required(allocation.field(name), UnitTable.SHARE).magnitude();
    }
}
