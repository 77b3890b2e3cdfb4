package org.tonari.profiles;

import org.tonari.domain.model.LanguageModel;
import org.tonari.profiles.writers.ModelWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// A model's profile, made from the model: what one saves after a file was understood.
public final class ModelProfile {
    private static final ObjectWriter INDENTED = JsonMapper.shared().writerWithDefaultPrettyPrinter();

    private ModelProfile() {}

    /// @return the profile as JSON; reading it gives the model back
    public static JsonNode json(LanguageModel model) {
        return ModelWriter.write(model);
    }

    /// @return the profile as indented text with a newline at its end
    public static String text(LanguageModel model) {
        return INDENTED.writeValueAsString(json(model)) + "\n";
    }
}
