package org.jiamenkou.directory.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One form for what was typed and what was indexed: NFKC, small letters, no punctuation. Never throws. */
final class SearchText {
    private SearchText() {}

    /** Words in one form; marks that stand inside names (quotation marks, brackets, dots) vanish, others separate. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c)) {
                        word.appendCodePoint(c == '\u00fc' ? 'v' : c);
                    } else if (!isJoining(c) && !word.isEmpty()) {
                        words.add(word.toString());
                        word.setLength(0);
                    }
                });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    /** Without any separator: the form in which whole names are compared. */
    static String joined(String text) {
        return String.join("", words(text));
    }

    private static boolean isJoining(int c) {
        return switch (Character.getType(c)) {
            case Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.NON_SPACING_MARK,
                    Character.FORMAT -> true;
            default -> c == '"' || c == '\'' || c == '\u00b7';
        };
    }

    /** The first {@code most} characters, counted as a person counts them, not as Java does. */
    static String first(String text, int most) {
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) <= most) {
            return stripped;
        }
        return stripped.substring(0, stripped.offsetByCodePoints(0, most));
    }

    static boolean isHan(int c) {
        return Character.isIdeographic(c);
    }

    /** Cuts a word where Chinese characters meet letters or digits. */
    static List<String> runs(String word) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < word.length()) {
            int c = word.codePointAt(at);
            if (at > start && isHan(c) != isHan(word.codePointBefore(at))) {
                runs.add(word.substring(start, at));
                start = at;
            }
            at += Character.charCount(c);
        }
        if (start < word.length()) {
            runs.add(word.substring(start));
        }
        return runs;
    }

    /** The characters of a run, each as a string. */
    static String[] characters(String run) {
        return run.codePoints().mapToObj(Character::toString).toArray(String[]::new);
    }

    static boolean isHan(String run) {
        return !run.isEmpty() && isHan(run.codePointAt(0));
    }

    /** The pairs of neighbours of a Chinese run, or the one character it is; any other run is itself. */
    static List<String> grams(String run) {
        if (!isHan(run)) {
            return List.of(run);
        }
        String[] characters = characters(run);
        if (characters.length == 1) {
            return List.of(run);
        }
        List<String> pairs = new ArrayList<>(characters.length);
        for (int i = 0; i + 1 < characters.length; i++) {
            String pair = characters[i] + characters[i + 1];
            if (!pairs.contains(pair)) {
                pairs.add(pair);
            }
        }
        return pairs;
    }
}
