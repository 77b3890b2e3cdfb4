package org.tonari.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.tonari.cli.session.ComparisonPicture;
import org.tonari.domain.answer.Estimate;
import org.tonari.domain.question.Linking;
import org.tonari.domain.runtime.RuntimeChoice;
import org.tonari.export.ComparisonCsv;
import org.tonari.export.ComparisonMarkdown;
import org.tonari.export.EstimateJson;
import org.tonari.export.EstimatePart;
import org.tonari.export.FileTarget;
import org.tonari.export.JsonOutput;
import org.tonari.export.picture.ComparisonSheet;
import org.tonari.export.picture.Pictured;
import org.tonari.export.report.ComparisonReport;
import org.tonari.profiles.requests.ScenarioRequest;
import org.tonari.text.CommonText;
import org.tonari.text.ComparisonTable;
import org.tonari.text.Formats;
import org.tonari.text.Messages;
import org.tonari.text.ScenarioSummary;
import org.tonari.viewmodel.desk.Results;
import org.tonari.viewmodel.window.AppearanceViewModel;
import org.tonari.viewmodel.window.AppearanceViewModel.Theme;
import org.tonari.viewmodel.work.Sharing;

/// Writes what leaves the window, with the exports that the command line uses.
final class WindowSharing implements Sharing {
    private static final int REPORT_SCALE = 2;

    private final AppearanceViewModel appearance;
    private final SheetPictures pictures;
    private final String date;

    /// @param date as it shall stand in captions
    WindowSharing(AppearanceViewModel appearance, SheetPictures pictures, String date) {
        this.appearance = appearance;
        this.pictures = pictures;
        this.date = date;
    }

    @Override
    public void write(Results results, Format format, Path file) throws IOException {
        var target = new FileTarget(file);
        try {
            switch (format.kind()) {
                case PNG -> target.write(stream -> stream.write(picture(results, format)));
                case HTML -> {
                    byte[] picture = picture(results, new Format(Kind.PNG, REPORT_SCALE, Theme.LIGHT));
                    target.writeText(writer -> report(results, picture, writer));
                }
                case CSV, JSON, MARKDOWN -> target.writeText(writer -> text(results, format.kind(), writer));
            }
        } catch (FileTarget.Unwritable refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    @Override
    public Path scratch(Results results, Format format) throws IOException {
        Path file = Files.createTempFile("tonari-", format.kind().extension());
        file.toFile().deleteOnExit();
        write(results, format, file);
        return file;
    }

    @Override
    public String beginning(Results results, Kind kind, int characters) throws IOException {
        var text = new StringWriter();
        text(results, kind, text);
        return text.getBuffer()
                .substring(0, Math.min(characters, text.getBuffer().length()));
    }

    @Override
    public byte[] picture(Results results, Format format) throws IOException {
        var png = new ByteArrayOutputStream();
        pictures.write(pictured(results), results.comparison().target(), look(format), extent(format), png);
        return png.toByteArray();
    }

    private static ComparisonSheet.Extent extent(Format format) {
        return switch (format.extent()) {
            case SHEET -> ComparisonSheet.Extent.SHEET;
            case MEMORY -> ComparisonSheet.Extent.MEMORY;
            case SPEED -> ComparisonSheet.Extent.SPEED;
        };
    }

    private void text(Results results, Kind kind, Writer writer) throws IOException {
        switch (kind) {
            case CSV -> new ComparisonCsv().write(writer, estimates(results));
            case JSON -> json(results, writer);
            case MARKDOWN -> markdown().write(writer, estimates(results));
            case HTML, PNG -> throw new IllegalArgumentException(kind + " is not plain text");
        }
    }

    private void report(Results results, byte[] picture, Writer writer) throws IOException {
        new ComparisonReport(messages(), formats(), TonariVersion.current(), date)
                .write(writer, estimates(results), picture);
    }

    private ComparisonMarkdown markdown() {
        String caption = messages().text(CommonText.ESTIMATED_WITH, TonariVersion.current()) + ", " + date;
        return new ComparisonMarkdown(messages(), formats(), caption);
    }

    private ComparisonPicture.Look look(Format format) {
        ComparisonPicture.Theme theme =
                format.theme() == Theme.DARK ? ComparisonPicture.Theme.DARK : ComparisonPicture.Theme.LIGHT;
        return new ComparisonPicture.Look(
                format.scale(),
                theme,
                appearance.languageProperty().get(),
                appearance.byteUnitProperty().get());
    }

    private static void json(Results results, Writer writer) throws IOException {
        try (var generator = JsonOutput.indented(writer)) {
            generator.writeStartObject();
            generator.writeArrayPropertyStart("estimates");
            for (Estimate estimate : estimates(results)) {
                new EstimateJson(generator)
                        .write(request(results, estimate).resolvedWords(), estimate, EnumSet.allOf(EstimatePart.class));
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    @Override
    public String summary(Results results) {
        var table = new ComparisonTable(messages(), formats());
        var text = new StringBuilder();
        Estimate first = estimates(results).getFirst();
        text.append(new ScenarioSummary(messages(), formats()).line(first.scenario()))
                .append(System.lineSeparator())
                .append(System.lineSeparator());
        text.append(String.join("\t", table.heads())).append(System.lineSeparator());
        for (Estimate estimate : estimates(results)) {
            text.append(String.join("\t", table.row(estimate))).append(System.lineSeparator());
        }
        return text.append(System.lineSeparator())
                .append(commandLine(results, first))
                .append(System.lineSeparator())
                .toString();
    }

    /// The same comparison asked for on the command line; the machine is not among its options.
    private static String commandLine(Results results, Estimate first) {
        List<String> options = request(results, first).options();
        var words = new StringBuilder("tonari compare");
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).equals("--machine")) {
                i++;
            } else {
                words.append(' ').append(options.get(i));
            }
        }
        return words.toString();
    }

    private static ScenarioRequest request(Results results, Estimate estimate) {
        ScenarioRequest.RuntimeChoice runtime =
                switch (results.comparison()
                        .setupOn(estimate.scenario().machine())
                        .runtime()) {
                    case RuntimeChoice.Automatic _ -> ScenarioRequest.RuntimeChoice.AUTOMATIC;
                    case RuntimeChoice.Chosen _ -> ScenarioRequest.RuntimeChoice.NAMED;
                };
        return new ScenarioRequest(estimate.scenario(), runtime, Linking.ALONE, Map.of());
    }

    private static List<Estimate> estimates(Results results) {
        return results.columns().stream().map(Results.Column::estimate).toList();
    }

    private static List<Pictured> pictured(Results results) {
        return results.columns().stream()
                .map(column -> new Pictured(column.place(), column.estimate(), column.curve(), column.measured()))
                .toList();
    }

    private Messages messages() {
        return Messages.in(appearance.languageProperty().get());
    }

    private Formats formats() {
        return new Formats(
                appearance.languageProperty().get().locale(),
                appearance.byteUnitProperty().get());
    }
}
