package org.jiamenkou.access.rules;

import java.text.Normalizer;
import org.jiamenkou.access.Phone;
import org.jiamenkou.access.TypedPhone;

/** Reads phone numbers as people type them: spaces, hyphens, +86, full-width digits. */
public final class PhoneRules {
    private static final int LONGEST = 40;
    /** 21 and eight digits. */
    private static final int SHANGHAI_WITH_CODE = 10;

    private PhoneRules() {}

    public static TypedPhone read(String typed) {
        if (typed.length() > LONGEST) {
            return new TypedPhone.Unreadable();
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s().\\-\u2010-\u2015]", "");
        String digits = plain.replaceFirst("^(\\+|00)?86(?=1[3-9][0-9]{9}$|0?2[0-9]{9,}|0[3-9])", "");
        if (digits.matches("1[3-9][0-9]{9}")) {
            return new TypedPhone.Mobile(new Phone(digits));
        }
        boolean withAreaCode = digits.matches("0[1-9][0-9]{8,10}");
        boolean shanghai = digits.matches("[2-8][0-9]{7}") || digits.matches("21[2-8][0-9]{7}");
        if (!withAreaCode && !shanghai) {
            return new TypedPhone.Unreadable();
        }
        String local = digits.startsWith("21") && digits.length() == SHANGHAI_WITH_CODE ? "0" + digits : "021" + digits;
        return new TypedPhone.Landline(withAreaCode ? digits : local);
    }

    /** A name as it is kept: no spaces at the ends, one between words; empty when it is none. */
    public static String name(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\p{C}", "")
                .strip()
                .replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= 40
                        && plain.codePoints().anyMatch(Character::isLetter)
                        && plain.codePoints().noneMatch(Character::isDigit)
                ? plain
                : "";
    }
}
