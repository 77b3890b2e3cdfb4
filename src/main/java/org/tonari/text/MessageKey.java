package org.tonari.text;

/// The name of one message. Each section of the message files is one enum of keys.
public interface MessageKey {
    /// @return the key as it stands in the message files, such as `common.unknown`
    String key();
}
