package org.tonari.cli.reports;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.tonari.domain.model.LanguageModel;
import org.tonari.domain.model.LanguageModel.StoredTensors;
import org.tonari.domain.model.LayerGroup;
import org.tonari.domain.model.TensorTable;
import org.tonari.explain.MissingFact;
import org.tonari.export.JsonValue;
import org.tonari.profiles.FileInspection.Inspected;
import org.tonari.profiles.ModelProfile;
import org.tonari.text.CommonText;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.units.Bytes;
import tools.jackson.core.JsonGenerator;

/// What a file was understood as, for reading and for programs.
public final class InspectReport {
    private final PrintWriter out;
    private final Messages messages;
    private final Formats formats;
    private final Names names;

    /// @param out      where it is printed
    /// @param messages the texts
    /// @param formats  how figures are written
    public InspectReport(PrintWriter out, Messages messages, Formats formats) {
        this.out = out;
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
    }

    /// Prints what a file holds.
    public void print(Inspected inspected) {
        switch (inspected) {
            case Inspected.Profile profile ->
                out.println(profile.kind().word() + " " + profile.id() + ": as it should be");
            case Inspected.Model model -> print(model.model(), model.tensorBytes(), model.missing());
        }
    }

    private void print(LanguageModel model, Optional<Bytes> tensorBytes, List<MissingFact> missing) {
        out.println(model.name() + " (" + model.id() + ")");
        var table = new TextTable(_ -> false);
        table.row("  architecture", model.family());
        table.row("  parameters", formats.whole(parameters(model)));
        tensorBytes.ifPresent(bytes ->
                table.row("  tensors", formats.memoryWithUnit(bytes, Detail.TOTAL) + ", " + formats.exact(bytes)));
        table.row("  hidden size", formats.whole(model.hiddenSize()));
        table.row("  vocabulary", formats.whole(model.vocabulary()));
        table.row("  layers", formats.whole(model.layers()));
        for (LayerGroup group : model.groups()) {
            table.row(
                    "  ",
                    formats.whole(group.count()) + " × " + group.kind() + ": " + names.attention(group.attention()));
        }
        table.row("  longest context", formats.context(model.maxContext()));
        table.row(
                "  weights",
                model.stored().isEmpty()
                        ? model.nativeWeights()
                        : messages.text(CommonText.FROM_FILE) + " (" + model.nativeWeights() + ")");
        table.lines().forEach(out::println);
        for (MissingFact fact : missing) {
            out.println("  " + messages.text(CommonText.MISSING) + ": " + names.missing(fact));
        }
    }

    /// @return what the file holds where it was counted, else what the description implies
    private static long parameters(LanguageModel model) {
        return model.stored().isEmpty()
                ? TensorTable.parameters(model)
                : model.stored().stream().mapToLong(StoredTensors::elements).sum();
    }

    /// Writes the same as an object.
    public void json(JsonGenerator json, Inspected inspected) {
        json.writeStartObject();
        switch (inspected) {
            case Inspected.Profile profile -> {
                json.writeStringProperty("kind", profile.kind().word());
                json.writeStringProperty("id", profile.id());
            }
            case Inspected.Model model -> model(json, model);
        }
        json.writeEndObject();
    }

    private static void model(JsonGenerator json, Inspected.Model inspected) {
        json.writeStringProperty("name", inspected.model().name());
        json.writeStringProperty("architecture", inspected.model().family());
        json.writeNumberProperty("parameters", parameters(inspected.model()));
        json.writeName("tensor_bytes");
        inspected.tensorBytes().ifPresentOrElse(bytes -> json.writeNumber(bytes.count()), json::writeNull);
        json.writeArrayPropertyStart("missing");
        inspected.missing().forEach(fact -> json.writeString(fact.path() + ": " + fact.reason()));
        json.writeEndArray();
        json.writeName("model");
        JsonValue.write(json, ModelProfile.json(inspected.model()));
    }
}
