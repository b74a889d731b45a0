package org.jiamenkou.platform.sheets;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings the cells of one column into the normal form of its type, or says what is wrong. */
final class CellCheck {
    private static final Pattern DAY =
            Pattern.compile("([12][0-9]{3})[-/.\u5e74]([01]?[0-9])[-/.\u6708]([0-3]?[0-9])\u65e5?");
    private static final Pattern CLOCK = Pattern.compile("([01]?[0-9]|2[0-4])[:\uff1a]([0-5][0-9])(:00)?");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "\u662f", "\u6709");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "\u5426", "\u65e0");
    private static final int LONGEST_NUMBER = 12;
    private static final int MOST_SHOWN_CHOICES = 30;

    private final SheetColumn column;
    private final Map<String, String> codes = new HashMap<>();

    /** @param value null when the cell is empty or wrong */
    record Answer(@Nullable String value, SheetProblem.@Nullable Says says) {
        static final Answer EMPTY = new Answer(null, null);

        static Answer wrong(String key, String... args) {
            return new Answer(null, SheetProblem.Says.of(key, args));
        }
    }

    CellCheck(SheetColumn column) {
        this.column = column;
        for (SheetColumn.Choice choice : column.choices()) {
            codes.put(SheetText.comparable(choice.code()), choice.code());
            codes.putIfAbsent(SheetText.comparable(choice.name().zh()), choice.code());
            String english = choice.name().en();
            if (english != null) {
                codes.putIfAbsent(SheetText.comparable(english), choice.code());
            }
        }
    }

    Answer read(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Answer.EMPTY;
        }
        if (SheetText.hasControls(text)) {
            return Answer.wrong("platform.sheet.controls");
        }
        return switch (column.type()) {
            case TEXT -> words(text);
            case WHOLE -> whole(text);
            case DECIMAL -> decimal(text);
            case DATE -> date(text);
            case TIME -> time(text);
            case YES_NO -> yesOrNo(text);
            case CHOICE -> choice(text);
            case CHOICES -> choices(text);
        };
    }

    private Answer words(String text) {
        return text.codePointCount(0, text.length()) > column.longest()
                ? Answer.wrong("platform.sheet.tooLong", String.valueOf(column.longest()))
                : new Answer(text, null);
    }

    private static Answer whole(String text) {
        BigDecimal number = number(text);
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return Answer.wrong("platform.sheet.notWhole");
        }
        try {
            return new Answer(String.valueOf(number.intValueExact()), null);
        } catch (ArithmeticException beyond) {
            return Answer.wrong("platform.sheet.notWhole");
        }
    }

    private static Answer decimal(String text) {
        BigDecimal number = number(text);
        return number == null ? Answer.wrong("platform.sheet.notNumber") : new Answer(number.toPlainString(), null);
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER + 12) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return number.precision() - number.scale() > LONGEST_NUMBER || number.scale() > LONGEST_NUMBER
                    ? null
                    : number;
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    private static Answer date(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            try {
                return new Answer(
                        LocalDate.of(
                                        Integer.parseInt(day.group(1)),
                                        Integer.parseInt(day.group(2)),
                                        Integer.parseInt(day.group(3)))
                                .toString(),
                        null);
            } catch (DateTimeException noSuchDay) {
                // told below
            }
        }
        return Answer.wrong("platform.sheet.notDate");
    }

    private static Answer time(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches() && (!clock.group(1).equals("24") || clock.group(2).equals("00"))) {
            return new Answer(Integer.parseInt(clock.group(1)) + ":" + clock.group(2), null);
        }
        return Answer.wrong("platform.sheet.notTime");
    }

    private static Answer yesOrNo(String text) {
        String word = SheetText.comparable(text);
        if (YES.contains(word)) {
            return new Answer("yes", null);
        }
        return NO.contains(word) ? new Answer("no", null) : Answer.wrong("platform.sheet.notYesOrNo");
    }

    private Answer choice(String text) {
        String code = codes.get(text);
        if (code == null) {
            code = codes.get(SheetText.comparable(text));
        }
        return code == null ? Answer.wrong("platform.sheet.notAChoice", allowed()) : new Answer(code, null);
    }

    private Answer choices(String text) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String one : text.split("[,;\uff0c\uff1b\u3001]")) {
            if (!one.isBlank()) {
                String code = codes.get(SheetText.comparable(one));
                if (code == null) {
                    return Answer.wrong("platform.sheet.notAChoice", allowed());
                }
                chosen.add(code);
            }
        }
        return chosen.isEmpty() ? Answer.EMPTY : new Answer(String.join(",", chosen), null);
    }

    private String allowed() {
        List<SheetColumn.Choice> some =
                column.choices().stream().limit(MOST_SHOWN_CHOICES).toList();
        StringBuilder names = new StringBuilder();
        for (SheetColumn.Choice choice : some) {
            names.append(names.isEmpty() ? "" : ", ").append(choice.name().zh());
        }
        return some.size() < column.choices().size() ? names + " …" : names.toString();
    }
}
