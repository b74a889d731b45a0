package org.jiamenkou.registry;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen identity number: 17 digits and a check character (GB 11643, ISO 7064 MOD 11-2).
 *
 * @param value 18 characters, the last may be X
 */
public record IdNumber(String value) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    public IdNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an identity number");
        }
    }

    /** Empty when what was typed is none: wrong length, an impossible date of birth, or the wrong check character. */
    public static Optional<IdNumber> read(String typed) {
        String plain = typed.replace(" ", "").toUpperCase(Locale.ROOT);
        return isWellFormed(plain) ? Optional.of(new IdNumber(plain)) : Optional.empty();
    }

    private static boolean isWellFormed(String value) {
        if (!value.matches("[1-9][0-9]{16}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % CHECK.length()) == value.charAt(WEIGHTS.length)
                && bornOn(value).isPresent();
    }

    private static Optional<LocalDate> bornOn(String value) {
        try {
            return Optional.of(LocalDate.parse(value.substring(6, 14), BIRTH));
        } catch (DateTimeParseException impossible) {
            return Optional.empty();
        }
    }

    public LocalDate bornOn() {
        return bornOn(value).orElseThrow();
    }

    /** As screens show it. */
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }
}
