package org.jiamenkou.access.rules;

import java.util.Locale;
import java.util.Optional;

/** Base32 of RFC 4648 without padding, the way authenticator apps write secrets. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    public static String encode(byte[] data) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : data) {
            buffer = (buffer << 8) | (one & 0xFF);
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((buffer >> bits) & 0x1F));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - bits)) & 0x1F));
        }
        return text.toString();
    }

    /** Spaces, padding and case do not matter; empty when another character stands in it. */
    public static Optional<byte[]> decode(String text) {
        String plain = text.replace(" ", "").replace("=", "").toUpperCase(Locale.ROOT);
        byte[] data = new byte[plain.length() * BITS / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < plain.length(); i++) {
            int value = ALPHABET.indexOf(plain.charAt(i));
            if (value < 0) {
                return Optional.empty();
            }
            buffer = (buffer << BITS) | value;
            bits += BITS;
            if (bits >= 8) {
                bits -= 8;
                data[at++] = (byte) (buffer >> bits);
            }
        }
        return Optional.of(data);
    }
}
