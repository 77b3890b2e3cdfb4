package org.tonari.cli;

import java.io.PrintWriter;
import java.util.List;
import org.tonari.domain.LanguageModel;
import org.tonari.domain.LanguageModel.StoredTensors;
import org.tonari.domain.LayerGroup;
import org.tonari.domain.TensorTable;
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
final class InspectReport {
    private final PrintWriter out;
    private final Messages messages;
    private final Formats formats;
    private final Names names;

    InspectReport(PrintWriter out, Messages messages, Formats formats) {
        this.out = out;
        this.messages = messages;
        this.formats = formats;
        this.names = new Names(messages, formats);
    }

    void print(Inspected inspected) {
        switch (inspected) {
            case Inspected.Profile profile ->
                out.println(profile.kind().word() + " " + profile.id() + ": as it should be");
            case Inspected.Model(LanguageModel model, List<MissingFact> missing) -> print(model, missing);
        }
    }

    private void print(LanguageModel model, List<MissingFact> missing) {
        out.println(model.name() + " (" + model.id() + ")");
        var table = new TextTable(_ -> false);
        table.row("  architecture", model.family());
        table.row("  parameters", formats.whole(TensorTable.parameters(model)));
        if (stored(model).count() > 0) {
            table.row(
                    "  tensors",
                    formats.memoryWithUnit(stored(model), Detail.TOTAL) + ", " + formats.exact(stored(model)));
        }
        table.row("  hidden size", formats.whole(model.hiddenSize()));
        table.row("  vocabulary", formats.whole(model.vocabulary()));
        table.row("  layers", formats.whole(model.layers()));
        for (LayerGroup group : model.groups()) {
            table.row(
                    "  ",
                    formats.whole(group.count()) + " × " + group.kind() + ": " + names.attention(group.attention()));
        }
        table.row("  longest context", formats.context(model.maxContext()));
        table.row("  weights", model.nativeWeights());
        table.lines().forEach(out::println);
        for (MissingFact fact : missing) {
            out.println("  " + messages.text(CommonText.MISSING) + ": " + names.missing(fact));
        }
    }

    void json(JsonGenerator json, Inspected inspected) {
        json.writeStartObject();
        switch (inspected) {
            case Inspected.Profile profile -> {
                json.writeStringProperty("kind", profile.kind().word());
                json.writeStringProperty("id", profile.id());
            }
            case Inspected.Model(LanguageModel model, List<MissingFact> missing) -> model(json, model, missing);
        }
        json.writeEndObject();
    }

    private static void model(JsonGenerator json, LanguageModel model, List<MissingFact> missing) {
        json.writeStringProperty("name", model.name());
        json.writeStringProperty("architecture", model.family());
        json.writeNumberProperty("parameters", TensorTable.parameters(model));
        if (stored(model).count() > 0) {
            json.writeNumberProperty("tensor_bytes", stored(model).count());
        } else {
            json.writeNullProperty("tensor_bytes");
        }
        json.writeArrayPropertyStart("missing");
        missing.forEach(fact -> json.writeString(fact.path() + ": " + fact.reason()));
        json.writeEndArray();
        json.writeName("model");
        JsonValue.write(json, ModelProfile.json(model));
    }

    /// @return what the tensors of the file take; nothing where it holds none
    private static Bytes stored(LanguageModel model) {
        return model.stored().stream().map(StoredTensors::bytes).reduce(Bytes.ZERO, Bytes::plus);
    }
}
