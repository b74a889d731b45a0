package org.jiamenkou.platform.sheets;

import java.text.Normalizer;
import java.util.Locale;

/** Small rules on the text of cells. */
final class SheetText {
    private static final int MOST_SHOWN = 100;
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private SheetText() {}

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it (CSV injection). */
    static String guarded(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The apostrophe that {@link #guarded} put there. */
    static String withoutGuard(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && STARTS_FORMULA.indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** Headers and names of choices are compared so: without spaces, stars, width and case. */
    static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s*\\p{Cntrl}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it holds something that no cell should: control characters, NUL, halves of characters. */
    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= 0x7F && c < 0xA0 || c >= 0xFFFE) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The text without what cannot be shown. */
    static String cleaned(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> shown.appendCodePoint(
                        Character.isISOControl(c) && c != '\n'
                                        || c >= 0xD800 && c <= 0xF8FF
                                        || c == 0xFFFE
                                        || c == 0xFFFF
                                ? 0xFFFD
                                : c));
        return shown.toString();
    }

    /** What a list of mistakes shows of a text. */
    static String shown(String text) {
        String some = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "\u2026" : text;
        return cleaned(some);
    }
}
