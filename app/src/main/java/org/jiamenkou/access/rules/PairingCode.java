package org.jiamenkou.access.rules;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jiamenkou.platform.crypto.Sm3;

/**
 * The short code a device shows while it waits to be paired: made from its token, so that it can be shown again and stands
 * nowhere; 30 bits of a hash tell nothing about 256. Without 0 O 1 I, to be read across a room and typed.
 */
public final class PairingCode {
    public static final int LENGTH = 6;

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LONGEST_TYPED = 20;

    private PairingCode() {}

    public static String of(String token) {
        byte[] hash = Sm3.hash(("pairing:" + token).getBytes(StandardCharsets.UTF_8));
        StringBuilder code = new StringBuilder();
        for (int n = 0; n < LENGTH; n++) {
            code.append(ALPHABET.charAt(hash[n] & 0x1F));
        }
        return code.toString();
    }

    /** As shown: two groups of three. */
    public static String spaced(String code) {
        return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
    }

    /** What was typed, in the form codes are kept in; full-width characters, spaces and dashes do not matter. */
    public static String typed(String text) {
        String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        return plain.length() > LONGEST_TYPED ? "" : plain;
    }
}
