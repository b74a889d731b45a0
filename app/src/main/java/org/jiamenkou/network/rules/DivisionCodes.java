package org.jiamenkou.network.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/** The form of division codes: two digits each for province and city and district, three each for the levels below. */
public final class DivisionCodes {
    public static final String CITY = "310000000000";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final Pattern BELOW = Pattern.compile("[0-9]{12}(-[A-Z0-9]{2,4}){1,3}");

    private DivisionCodes() {}

    /** A code of 6, 9 or 12 digits as 12; one below a committee as it is; empty when it is none of these. */
    public static Optional<String> normalise(String typed) {
        String code = typed.strip();
        if (DIGITS.matcher(code).matches()) {
            return Optional.of(code + "0".repeat(12 - code.length()));
        }
        return BELOW.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** The code of the division above. */
    public static String parentOf(String code) {
        if (code.length() > 12) {
            return code.substring(0, code.lastIndexOf('-'));
        }
        if (!code.endsWith("000")) {
            return code.substring(0, 9) + "000";
        }
        if (!code.endsWith("000000")) {
            return code.substring(0, 6) + "000000";
        }
        return CITY;
    }
}
