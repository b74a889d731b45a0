package org.jiamenkou.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.rules.Base32;
import org.jiamenkou.access.rules.Totp;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.AccountRow;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.access.store.FactorStore.TotpRow;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The second factor of staff: codes of an authenticator app (RFC 6238), asked for once per browser and some hours (the
 * hours and the roles are data). A code counts once. Secrets are encrypted with keys outside the database. Source: GB/T
 * 22239-2019 level 3 (two kinds of proof).
 */
@Service
public class SecondFactor {
    private static final SystemScope SCOPE = new SystemScope("access.sign-in");
    private static final String PURPOSE = AccessColumns.TOTP;
    private static final String ISSUER = "Jiamenkou";

    private final Scoped scoped;
    private final AccountStore accounts;
    private final FactorStore factors;
    private final Browsers browsers;
    private final WrongAttempts attempts;
    private final Audit audit;
    private final Ciphers ciphers;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(
            Scoped scoped,
            AccountStore accounts,
            FactorStore factors,
            Browsers browsers,
            WrongAttempts attempts,
            Audit audit,
            Ciphers ciphers,
            Settings settings,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.factors = factors;
        this.browsers = browsers;
        this.attempts = attempts;
        this.audit = audit;
        this.ciphers = ciphers;
        this.settings = settings;
        this.clock = clock;
    }

    /** A secret of 160 bits in Base32, for somebody who sets up an authenticator. */
    public String freshSecret() {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return Base32.encode(secret);
    }

    /** What an authenticator app reads from the square code. */
    public static String address(String loginName, String secret) {
        String label = java.net.URLEncoder.encode(loginName, java.nio.charset.StandardCharsets.UTF_8);
        return "otpauth://totp/" + ISSUER + ":" + label + "?secret=" + secret + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS;
    }

    /** A code typed at a browser. @param browserToken what the browser keeps, null when it keeps nothing */
    public record Typed(String code, @Nullable String browserToken) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** The second half of a sign-in. */
    public SignInOutcome enter(HalfSignIn half, Typed typed) {
        return scoped.transaction(SCOPE, () -> {
            Optional<SignInOutcome> stopped = stopped(half);
            if (stopped.isPresent()) {
                return stopped.get();
            }
            Optional<TotpRow> row = factors.lockTotp(half.accountId());
            OptionalLong step = row.map(totp -> accepted(secretOf(totp), totp.lastStep(), typed.code()))
                    .orElse(OptionalLong.empty());
            if (step.isEmpty()) {
                return wrong(half);
            }
            factors.useStep(half.accountId(), step.getAsLong());
            return welcome(half, typed);
        });
    }

    /** Sets up an authenticator as the second half of a sign-in; the code proves that the app has the secret. */
    public SignInOutcome enrol(HalfSignIn half, String secret, Typed typed) {
        return scoped.transaction(SCOPE, () -> {
            Optional<SignInOutcome> stopped = stopped(half);
            if (stopped.isPresent()) {
                return stopped.get();
            }
            if (factors.findTotp(half.accountId()).isPresent()) {
                return new SignInOutcome.NotRecognised();
            }
            OptionalLong step = accepted(Base32.decode(secret).orElseThrow(), 0, typed.code());
            if (step.isEmpty()) {
                return wrong(half);
            }
            set(half.accountId(), secret, step.getAsLong());
            record("account.totp-set", half.accountId(), Set.of("totp"));
            return welcome(half, typed);
        });
    }

    /** Whether the account has an authenticator. */
    public boolean isEnrolled(UUID accountId) {
        return scoped.read(SCOPE, () -> factors.findTotp(accountId).isPresent());
    }

    /** Gives a sample account its published secret, in the running transaction; one it has stays. */
    void giveIfMissing(UUID accountId, String secret) {
        if (factors.findTotp(accountId).isEmpty()) {
            set(accountId, secret, 0);
        }
    }

    /**
     * The code a sample account may use now, or a moment from now when the present one is used; nothing for others.
     * Demo mode on loopback only.
     */
    public Optional<String> demoCode(String loginName) {
        if (!settings.demoAccounts()) {
            return Optional.empty();
        }
        return scoped.read(
                SCOPE,
                () -> accounts.findByLoginName(loginName)
                        .filter(AccountRow::demo)
                        .flatMap(account -> factors.findTotp(account.id()))
                        .map(totp -> {
                            long now = Totp.step(clock.instant());
                            return Totp.code(secretOf(totp), Math.max(now, totp.lastStep() + 1));
                        }));
    }

    private void set(UUID accountId, String secret, long lastStep) {
        factors.setTotp(accountId, new TotpRow(ciphers.encrypt(PURPOSE, secret), lastStep), clock.instant());
    }

    private byte[] secretOf(TotpRow totp) {
        return Base32.decode(ciphers.decrypt(PURPOSE, totp.secret())).orElseThrow();
    }

    private OptionalLong accepted(byte[] secret, long lastStep, String code) {
        return Totp.accepted(secret, code, new Totp.Window(Totp.step(clock.instant()), lastStep));
    }

    /** Nobody gets further while the name is locked, or after the account left in the meantime. */
    private Optional<SignInOutcome> stopped(HalfSignIn half) {
        Optional<LocalDateTime> locked = attempts.lockedUntil(half.loginName());
        if (locked.isPresent()) {
            return Optional.of(new SignInOutcome.Locked(locked.get()));
        }
        boolean active = accounts.find(half.accountId())
                .filter(account -> account.active() && (!account.demo() || settings.demoAccounts()))
                .filter(account ->
                        !accounts.listRights(account.id(), LocalDate.now(clock)).isEmpty())
                .isPresent();
        return active ? Optional.empty() : Optional.of(new SignInOutcome.NotRecognised());
    }

    private SignInOutcome wrong(HalfSignIn half) {
        Optional<LocalDateTime> locked = attempts.count(half.loginName());
        record(locked.isPresent() ? "account.locked" : "account.wrong-code", half.accountId(), Set.of());
        return locked.<SignInOutcome>map(SignInOutcome.Locked::new).orElseGet(SignInOutcome.WrongCode::new);
    }

    private SignInOutcome welcome(HalfSignIn half, Typed typed) {
        attempts.clear(half.loginName());
        factors.setPinFailures(half.accountId(), 0, null);
        String token = browsers.remember(typed.browserToken(), half.accountId());
        record("account.signed-in", half.accountId(), Set.of());
        AccountRow account = accounts.find(half.accountId()).orElseThrow();
        return new SignInOutcome.Welcome(account.id(), account.name(), half.mustChangePassword(), token);
    }

    private void record(String action, UUID accountId, Set<String> fields) {
        audit.record(new Audit.Entry(action, "account", accountId.toString(), null, fields));
    }
}
