package org.jiamenkou.directory.search;

import java.util.function.Consumer;

/**
 * Forms with one character left out. Two words that differ in one wrong, missing or extra character share such a form,
 * so that a slip is found by looking up terms and not by walking a dictionary. A form is kept as a 64-bit hash.
 */
final class Slips {
    /** Chinese names are compared from this length on, in characters. */
    static final int SHORTEST_HAN = 3;

    /** Pinyin and English words are compared from this length on, in letters. */
    static final int SHORTEST_LATIN = 4;

    static final int LONGEST_LATIN = 20;

    private Slips() {}

    /** The word itself and all its forms with one character left out. */
    static void forms(String word, Consumer<String> sink) {
        sink.accept(hash(word));
        int at = 0;
        while (at < word.length()) {
            int next = at + Character.charCount(word.codePointAt(at));
            sink.accept(hash(word.substring(0, at) + word.substring(next)));
            at = next;
        }
    }

    private static String hash(String form) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < form.length(); i++) {
            hash = (hash ^ form.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        char[] digits = new char[9];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (char) (hash >>> (7 * i) & 0x7f);
        }
        return new String(digits);
    }
}
