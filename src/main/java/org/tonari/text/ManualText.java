package org.tonari.text;

import java.util.Locale;

/// What stands around the documents for users.
public enum ManualText implements MessageKey {
    GUIDE,
    GLOSSARY,
    COMMAND_LINE,
    MEMORY,
    PROFILES,
    CLAIMS,
    INSTALLING,
    CONTENTS,
    BACK,
    FORWARD,
    FIND,
    FOUND,
    NOT_FOUND,
    NEXT,
    PREVIOUS,
    COPY,
    COPIED,
    COPY_ADDRESS,
    OPENS_BROWSER,
    STAND_IN,
    BROKEN,
    BROKEN_STILL,
    NO_PICTURE;

    private final String key = "manual." + name().toLowerCase(Locale.ROOT);

    @Override
    public String key() {
        return key;
    }
}
