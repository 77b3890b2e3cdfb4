package org.tonari.export.picture;

import org.tonari.chart.memory.MemoryUnit;
import org.tonari.text.CommonText;
import org.tonari.text.Explanations;
import org.tonari.text.Formats;
import org.tonari.text.Formats.Detail;
import org.tonari.text.MessageKey;
import org.tonari.text.Messages;
import org.tonari.text.Names;
import org.tonari.units.Bytes;

/// Everything that a picture writes, in one language and one unit of memory. Immutable.
///
/// @param messages in which language
/// @param formats  how numbers are written
public record Wording(Messages messages, Formats formats) {
    /// @return the words for what the engine answers
    public Names names() {
        return new Names(messages, formats);
    }

    /// @return the words for the tree behind a number
    public Explanations explanations() {
        return new Explanations(messages, formats);
    }

    /// @return a message
    public String text(MessageKey key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /// @return what the memory axis counts in
    public MemoryUnit memoryUnit() {
        return new MemoryUnit(formats.unit().symbol(), formats.unit().bytes(), formats::whole);
    }

    /// @return memory rounded to a whole number of the unit, `68`
    String whole(Bytes bytes) {
        return formats.decimals((double) bytes.count() / formats.unit().bytes(), 0);
    }

    /// @return `1.2 GiB, 1.0 %`, the share only where the whole is known
    String spokenSize(Bytes part, Bytes whole) {
        String size = formats.memoryWithUnit(part, Detail.CHART);
        return whole.equals(Bytes.ZERO) ? size : size + ", " + formats.share((double) part.count() / whole.count());
    }

    /// @return what stands for an unknown part: `unknown`
    String unknown() {
        return text(CommonText.UNKNOWN);
    }
}
