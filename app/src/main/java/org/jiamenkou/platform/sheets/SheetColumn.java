package org.jiamenkou.platform.sheets;

import java.util.List;
import org.jiamenkou.platform.text.LocalText;

/**
 * A column of a sheet. Its header and hint are messages, {@code <form>.<key>} and {@code <form>.<key>.hint}.
 *
 * @param key never shown; also understood as a header
 * @param required whether a row without it is a mistake
 * @param longest most characters of a text
 * @param choices allowed values of {@link Type#CHOICE} and {@link Type#CHOICES}; code or either name is understood
 */
public record SheetColumn(String key, Type type, boolean required, int longest, List<Choice> choices) {
    public static final int LONGEST_TEXT = 200;

    public SheetColumn {
        choices = List.copyOf(choices);
    }

    /** What a cell may hold; the value that is read is always text in one normal form. */
    public enum Type {
        TEXT,
        /** Digits, a minus sign before them. */
        WHOLE,
        /** Digits with a decimal point. */
        DECIMAL,
        /** {@code 2026-11-23}. */
        DATE,
        /** {@code 8:30}; {@code 24:00} is the end of the day. */
        TIME,
        /** {@code yes} or {@code no}. */
        YES_NO,
        /** The code of the choice. */
        CHOICE,
        /** Codes with a comma between them. */
        CHOICES
    }

    /** An allowed value. */
    public record Choice(String code, LocalText name) {}

    public static SheetColumn text(String key) {
        return of(key, Type.TEXT);
    }

    public static SheetColumn of(String key, Type type) {
        return new SheetColumn(key, type, false, LONGEST_TEXT, List.of());
    }

    public static SheetColumn choice(String key, List<Choice> choices) {
        return new SheetColumn(key, Type.CHOICE, false, LONGEST_TEXT, choices);
    }

    public static SheetColumn choices(String key, List<Choice> choices) {
        return new SheetColumn(key, Type.CHOICES, false, LONGEST_TEXT, choices);
    }

    public SheetColumn must() {
        return new SheetColumn(key, type, true, longest, choices);
    }

    public SheetColumn atMost(int characters) {
        return new SheetColumn(key, type, required, characters, choices);
    }
}
