package org.tonari.cli.session;

import org.tonari.text.ByteUnit;
import org.tonari.text.Formats;
import org.tonari.text.Language;
import org.tonari.text.Messages;
import picocli.CommandLine.Option;

/// The options for how readable answers are written.
public class Speech {
    @Option(
            names = "--language",
            paramLabel = "en|ja|zh-CN|zh-TW",
            description = "Language of the text and of pictures. Default: en")
    private String language = "en";

    @Option(names = "--unit", paramLabel = "GiB|GB", description = "Unit of memory in text. Default: GiB")
    private String unit = "GiB";

    /// @return whether the option is one of these, and so was taken
    public boolean takeOption(String name, String value) {
        switch (name) {
            case "--language" -> language = value;
            case "--unit" -> unit = value;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// @return the language to answer in
    public Language language() {
        return Language.ofTag(language)
                .orElseThrow(
                        () -> new BadInput("--language: found \"" + language + "\", expected en, ja, zh-CN or zh-TW"));
    }

    /// @return the unit for memory
    public ByteUnit unit() {
        for (ByteUnit each : ByteUnit.values()) {
            if (each.symbol().equalsIgnoreCase(unit)) {
                return each;
            }
        }
        throw new BadInput("--unit: found \"" + unit + "\", expected GiB or GB");
    }

    /// @return the texts of that language
    public Messages messages() {
        return Messages.in(language());
    }

    /// @return how that language writes figures
    public Formats formats() {
        return new Formats(language().locale(), unit());
    }
}
