package org.jiamenkou.access.rules;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Optional;
import org.jiamenkou.access.PinRefusal;

/** What makes a PIN of a shared desk good enough: it guards for some hours at one desk, after a full sign-in there. */
public final class PinRules {
    private static final int LEAST = 4;
    private static final int MOST = 6;

    private PinRules() {}

    public static Optional<PinRefusal> refusal(String pin) {
        if (pin.length() < LEAST || pin.length() > MOST || !pin.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(new PinRefusal.NotDigits(LEAST, MOST));
        }
        if (isRow(pin) || isRepeated(pin)) {
            return Optional.of(new PinRefusal.TooSimple());
        }
        return isDate(pin) ? Optional.of(new PinRefusal.LooksLikeDate()) : Optional.empty();
    }

    /** 1111, 1234, 9876, 2468: every step is the same; 9 and 0 are neighbours. */
    private static boolean isRow(String pin) {
        int step = Math.floorMod(pin.charAt(1) - pin.charAt(0), 10);
        for (int i = 2; i < pin.length(); i++) {
            if (Math.floorMod(pin.charAt(i) - pin.charAt(i - 1), 10) != step) {
                return false;
            }
        }
        return true;
    }

    /** 1212, 123123, 1122, 112233: made of one or two repeated pieces. */
    private static boolean isRepeated(String pin) {
        for (int length = 2; length <= pin.length() / 2; length++) {
            if (pin.length() % length == 0
                    && pin.equals(pin.substring(0, length).repeat(pin.length() / length))) {
                return true;
            }
        }
        return pin.chars().distinct().count() <= 2 || (pin.length() == MOST && isPairs(pin));
    }

    private static boolean isPairs(String pin) {
        for (int i = 0; i < pin.length(); i += 2) {
            if (pin.charAt(i) != pin.charAt(i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** A year, a month and a day, or both: the first thing that somebody who knows the birthday tries. */
    private static boolean isDate(String pin) {
        return switch (pin.length()) {
            case 4 -> isYear(pin) || isDay(pin) || isDay(turned(pin));
            case 5 -> false;
            default ->
                isDay(pin.substring(2))
                        || isDay(pin.substring(0, 4))
                        || isDay(turned(pin.substring(0, 4)))
                        || (isYear(pin.substring(0, 4)) && isDay(pin.substring(4) + "01"));
        };
    }

    /** Day before month, as some write it. */
    private static String turned(String four) {
        return four.substring(2) + four.substring(0, 2);
    }

    private static boolean isYear(String four) {
        return four.startsWith("19") || four.startsWith("20");
    }

    private static boolean isDay(String four) {
        try {
            MonthDay.of(Integer.parseInt(four.substring(0, 2)), Integer.parseInt(four.substring(2)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
