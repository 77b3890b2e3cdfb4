package org.tonari.remote;

/// Who asks, towards a hub. Its text never shows the secret.
///
/// @param secret as the hub issued it
public record Token(String secret) {
    public Token {
        if (!secret.matches("[\\x21-\\x7e]{1,512}")) {
            throw new IllegalArgumentException("a token is one word of plain characters");
        }
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
