package org.jiamenkou.access.rules;

import java.util.Optional;
import org.jiamenkou.access.PasswordRefusal;
import org.jiamenkou.access.SignInRules;

/** What makes a password good enough (GB/T 22239-2019 level 3 practice; the numbers are data). */
public final class PasswordRules {
    private PasswordRules() {}

    /** The first reason against this password, or none. */
    public static Optional<PasswordRefusal> refusal(SignInRules rules, String loginName, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < rules.leastLength()) {
            return Optional.of(new PasswordRefusal.TooShort(rules.leastLength()));
        }
        if (kinds(password) < rules.leastKinds()) {
            return Optional.of(new PasswordRefusal.TooFewKinds(rules.leastKinds()));
        }
        if (password.toLowerCase(java.util.Locale.ROOT).contains(loginName.toLowerCase(java.util.Locale.ROOT))) {
            return Optional.of(new PasswordRefusal.ContainsLoginName());
        }
        return Optional.empty();
    }

    /** How many of: lower case, upper case, digits, anything else. */
    static int kinds(String password) {
        int lower = password.codePoints().anyMatch(Character::isLowerCase) ? 1 : 0;
        int upper = password.codePoints().anyMatch(Character::isUpperCase) ? 1 : 0;
        int digit = password.codePoints().anyMatch(Character::isDigit) ? 1 : 0;
        int other = password.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 1 : 0;
        return lower + upper + digit + other;
    }
}
