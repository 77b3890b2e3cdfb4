package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.tonari.domain.answer.MemoryStack;
import org.tonari.domain.answer.MemoryStack.Part;
import org.tonari.explain.Answer;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.text.StackTotals;

/// A memory stack for reading: a line for each part, a column for each memory in use and one for all together.
final class StackReport {
    private final PrintWriter out;
    private final Messages messages;
    private final Formats formats;
    private final Names names;

    StackReport(PrintWriter out, Messages messages, Formats formats) {
        this.out = out;
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
    }

    void print(MemoryStack stack) {
        List<StackTotals> columns = columns(stack);
        var table = new TextTable(column -> column > 0);
        if (columns.size() > 1) {
            var head = new ArrayList<>(List.of("  "));
            stack.inUse().forEach(pool -> head.add(names.pool(pool.kind())));
            head.add(messages.text(CommonText.ALL));
            table.row(head);
        }
        row(
                table,
                messages.text(CommonText.SYSTEM),
                columns.stream().map(StackTotals::osOverhead).toList());
        for (Part part : Part.values()) {
            List<Answer> sizes = columns.stream().map(each -> each.part(part)).toList();
            if (!isNothing(sizes)) {
                row(table, names.part(part), sizes);
            }
        }
        row(
                table,
                messages.text(CommonText.REQUIRED),
                columns.stream().map(StackTotals::required).toList());
        row(
                table,
                messages.text(CommonText.USABLE),
                columns.stream().map(StackTotals::usable).toList());
        row(
                table,
                messages.text(CommonText.KEPT_FREE),
                columns.stream().map(StackTotals::keptFree).toList());
        row(
                table,
                messages.text(CommonText.CAPACITY),
                columns.stream().map(StackTotals::capacity).toList());
        spare(table, columns);
        table.lines().forEach(out::println);
        ranges(stack);
    }

    private static List<StackTotals> columns(MemoryStack stack) {
        var columns = new ArrayList<StackTotals>();
        if (stack.inUse().size() > 1) {
            stack.inUse().forEach(pool -> columns.add(StackTotals.of(pool)));
        }
        columns.add(StackTotals.of(stack));
        return columns;
    }

    private void ranges(MemoryStack stack) {
        out.println("  " + messages.text(CommonText.REQUIRED) + ": "
                + messages.text(
                        CommonText.REQUIRED_RANGE,
                        formats.memoryWithUnit(stack.requiredLow(), Detail.CHART),
                        formats.memoryWithUnit(stack.requiredHigh(), Detail.CHART)));
        if (stack.reserved().bytes().compareTo(stack.required().bytes()) > 0) {
            out.println("  " + messages.text(CommonText.RESERVED) + ": "
                    + formats.memoryWithUnit(stack.reserved().bytes(), Detail.CHART));
        }
    }

    private void row(TextTable table, String name, List<Answer> sizes) {
        var cells = new ArrayList<>(List.of("  " + name));
        for (Answer size : sizes) {
            cells.add(size.optional()
                    .map(term -> formats.memory(term.bytes(), Detail.TOTAL))
                    .orElse(Formats.UNKNOWN));
        }
        table.row(cells);
    }

    private void spare(TextTable table, List<StackTotals> columns) {
        var cells = new ArrayList<>(List.of("  " + messages.text(CommonText.SPARE)));
        for (StackTotals column : columns) {
            cells.add(column.spare()
                    .map(spare -> formats.memory(spare, Detail.TOTAL))
                    .orElse(Formats.UNKNOWN));
        }
        table.row(cells);
    }

    private static boolean isNothing(List<Answer> sizes) {
        return sizes.stream()
                .allMatch(size -> size.optional()
                        .filter(term -> term.bytes().count() == 0)
                        .isPresent());
    }
}
