package org.jiamenkou.platform.text;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A code people read aloud: 4 to 8 characters of an alphabet without 0 O 1 I, the first two naming the subdistrict, so
 * that a code unique in its place is unique in the city (docs/architecture.md section 4).
 */
public record PublicCode(String value) {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern FORM = Pattern.compile("[2-9A-HJ-NP-Z]{4,8}");

    public PublicCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a public code: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    /** What was typed, in the form codes are kept in: upper case, without spaces. */
    public static String normalise(String typed) {
        return typed.strip().replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    }

    /** The two characters of the n-th subdistrict; 1,024 of them. */
    public static String prefix(int subdistrictNumber) {
        if (subdistrictNumber < 0 || subdistrictNumber >= ALPHABET.length() * ALPHABET.length()) {
            throw new IllegalArgumentException("no prefix for subdistrict number " + subdistrictNumber);
        }
        return "" + ALPHABET.charAt(subdistrictNumber / 32) + ALPHABET.charAt(subdistrictNumber % 32);
    }

    /** The n-th code of a place, four characters in all: 1,024 of them. */
    public static PublicCode numbered(String prefix, int number) {
        if (number < 0 || number >= 1024) {
            throw new IllegalArgumentException("no four-character code for number " + number);
        }
        return new PublicCode(prefix + ALPHABET.charAt(number / 32) + ALPHABET.charAt(number % 32));
    }

    /** A code that cannot be guessed from the one before it. */
    public static PublicCode random(String prefix, int length, RandomGenerator random) {
        StringBuilder code = new StringBuilder(prefix);
        while (code.length() < length) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PublicCode(code.toString());
    }
}
