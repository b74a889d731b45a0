package org.jiamenkou.access.rules;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiamenkou.access.AccountRefusal;
import org.jspecify.annotations.Nullable;

/** Who may be granted what by whom (三员分立, GB/T 22239-2019 8.1.10), and what accounts look like. */
public final class AccountRules {
    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9.-]{2,29}");
    private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final int GROUPS = 4;
    private static final int RESTORE_CODE_LENGTH = 10;

    private AccountRules() {}

    public static Optional<AccountRefusal> loginRefusal(String login, String name) {
        if (!LOGIN.matcher(login).matches()) {
            return Optional.of(new AccountRefusal.BadLogin());
        }
        return name.isBlank() ? Optional.of(new AccountRefusal.NoName()) : Optional.empty();
    }

    /**
     * What a grant is judged by.
     *
     * @param actorId who grants
     * @param madeBy actor key of who made the account, null when unknown
     * @param administrator whether the role is one of the three
     * @param held roles of the three that the account holds or will hold in the same time
     */
    public record Judged(
            UUID actorId,
            UUID accountId,
            @Nullable String madeBy,
            String role,
            boolean administrator,
            Collection<String> held) {}

    public static Optional<AccountRefusal> grantRefusal(Judged grant) {
        if (grant.actorId().equals(grant.accountId())) {
            return Optional.of(new AccountRefusal.Yourself());
        }
        if (!grant.administrator()) {
            return Optional.empty();
        }
        if (grant.actorId().toString().equals(grant.madeBy())) {
            return Optional.of(new AccountRefusal.MadeByYou());
        }
        return grant.held().stream()
                .filter(role -> !role.equals(grant.role()))
                .findFirst()
                .map(AccountRefusal.AdministratorsExclude::new);
    }

    /** From today on, and not ending before it begins. */
    public static boolean areGoodDates(LocalDate today, LocalDate from, @Nullable LocalDate until) {
        return !from.isBefore(today) && (until == null || !until.isBefore(from));
    }

    /** An initial password: read out and typed once, so without characters that look alike. */
    public static String initialPassword(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            password.append(i == 0 ? "" : "-")
                    .append(any(UPPER, random))
                    .append(any(LOWER, random))
                    .append(any(DIGITS, random));
        }
        return password.toString();
    }

    /** A code that is handed over in person. */
    public static String restoreCode(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RESTORE_CODE_LENGTH; i++) {
            code.append(any(UPPER + DIGITS, random));
        }
        return code.toString();
    }

    private static char any(String characters, SecureRandom random) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
