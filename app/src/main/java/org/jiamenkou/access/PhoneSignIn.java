package org.jiamenkou.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.PhoneSignInAnswer.Refused;
import org.jiamenkou.access.rules.PhoneRules;
import org.jiamenkou.access.store.PhoneCodeStore;
import org.jiamenkou.access.store.PhoneCodeStore.Asked;
import org.jiamenkou.access.store.PhoneCodeStore.Indexes;
import org.jiamenkou.access.store.PhoneCodeStore.Row;
import org.jiamenkou.access.store.PhoneCodeStore.State;
import org.jiamenkou.access.store.ResidentStore;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.Lang;
import org.springframework.stereotype.Service;

/**
 * Residents sign in with a code sent to their phone: ask, type the code, say who one is. Asking never looks at accounts, so
 * that neither answers nor their timing tell whether a phone is known; names are shown to who has proven to hold the phone.
 */
@Service
public class PhoneSignIn {
    /** Purposes of the ciphers; a value of one is of no use as another. */
    static final String PHONE = "access.phone";

    private static final String ADDRESS = "access.address";
    private static final String CODE = "access.phone-code";
    private static final SystemScope SCOPE = new SystemScope("access.phone-sign-in");
    private static final Duration KEPT = Duration.ofDays(2);
    private static final int TOKEN_BYTES = 32;
    private static final int CODES = 1_000_000;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int MINUTES_PER_DAY = 1_440;

    private final Scoped scoped;
    private final PhoneCodeStore codes;
    private final ResidentStore residents;
    private final SignInCodeSender sender;
    private final Ciphers ciphers;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PhoneSignIn(
            Scoped scoped,
            PhoneCodeStore codes,
            ResidentStore residents,
            SignInCodeSender sender,
            Ciphers ciphers,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.codes = codes;
        this.residents = residents;
        this.sender = sender;
        this.ciphers = ciphers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody asks for a code.
     *
     * @param phone as typed
     * @param consents whether they agreed to the privacy notice
     * @param from the network address asked from
     */
    public record Ask(String phone, boolean consents, Lang lang, From from) {}

    /** A network address; kept as a blind index only. */
    public record From(String address) {}

    public PhoneSignInAnswer.ToAsking ask(Ask ask) {
        if (!sender.available()) {
            return new Refused(new PhoneSignInRefusal.Unavailable());
        }
        return switch (PhoneRules.read(ask.phone())) {
            case TypedPhone.Landline line -> new Refused(new PhoneSignInRefusal.FixedLine());
            case TypedPhone.Unreadable() -> new Refused(new PhoneSignInRefusal.NotAPhone());
            case TypedPhone.Mobile(Phone phone) ->
                ask.consents()
                        ? scoped.transaction(SCOPE, () -> send(phone, ask))
                        : new Refused(new PhoneSignInRefusal.NoConsent());
        };
    }

    private PhoneSignInAnswer.ToAsking send(Phone phone, Ask ask) {
        Instant now = clock.instant();
        PhoneSignInRules rules = codes.rules(LocalDate.now(clock));
        String address = ask.from().address();
        Indexes indexes =
                new Indexes(ciphers.blindIndexes(PHONE, phone.digits()), ciphers.blindIndexes(ADDRESS, address));
        codes.lock(List.of(phone.digits(), address));
        Optional<PhoneSignInRefusal> limit = limit(rules, codes.asked(indexes, now));
        if (limit.isPresent()) {
            return new Refused(limit.get());
        }
        codes.deleteBefore(now.minus(KEPT));
        UUID id = ids.next();
        String token = freshToken();
        String code = String.format("%06d", random.nextInt(CODES));
        Row row = new Row(
                id,
                hash(token),
                ciphers.encrypt(PHONE, phone.digits()),
                ciphers.blindIndex(PHONE, phone.digits()),
                ciphers.blindIndex(ADDRESS, address),
                ciphers.blindIndex(CODE, id + ":" + code),
                0,
                State.SENT,
                rules.noticeVersion(),
                now,
                now.plus(Duration.ofMinutes(rules.codeMinutes())));
        codes.add(row, indexes);
        sender.send(new SignInCodeSender.SignInCode(phone, code, ask.lang(), rules.codeMinutes()));
        return new PhoneSignInAnswer.Sent(token);
    }

    private Optional<PhoneSignInRefusal> limit(PhoneSignInRules rules, Asked asked) {
        Instant last = asked.lastByPhone();
        long wait = last == null
                ? 0
                : rules.pauseSeconds() - Duration.between(last, clock.instant()).toSeconds();
        if (asked.byPhoneInDay() >= rules.mostPerPhoneDay()) {
            return Optional.of(new PhoneSignInRefusal.TooMany(MINUTES_PER_DAY));
        }
        if (asked.byPhoneInHour() >= rules.mostPerPhoneHour()
                || asked.byAddressInHour() >= rules.mostPerAddressHour()) {
            return Optional.of(new PhoneSignInRefusal.TooMany(MINUTES_PER_HOUR));
        }
        return wait > 0
                ? Optional.of(new PhoneSignInRefusal.TooSoon((int) Math.min(wait, SECONDS_PER_HOUR)))
                : Optional.empty();
    }

    /** Where somebody stands who asked in this browser. */
    public record Standing(Phone phone, int minutesLeft, boolean proven, List<Known> known) {}

    /** A person who uses the phone; only told to who has proven to hold it. */
    public record Known(UUID residentId, String name) {}

    /** Empty when nothing holds that was asked for in this browser. */
    public Optional<Standing> standing(String token) {
        return scoped.read(
                SCOPE,
                () -> codes.findByToken(hash(token))
                        .filter(this::holds)
                        .map(row -> new Standing(
                                phone(row),
                                (int) Duration.between(clock.instant(), row.holdsUntil())
                                                .toMinutes()
                                        + 1,
                                row.state() == State.PROVEN,
                                row.state() == State.PROVEN ? known(row) : List.of())));
    }

    private List<Known> known(Row row) {
        return residents.listByPhone(ciphers.blindIndexes(PHONE, phone(row).digits())).stream()
                .map(one -> new Known(one.id(), one.name()))
                .toList();
    }

    /** A code as typed in the browser that asked for it. */
    public record Typed(String token, String code) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    public PhoneSignInAnswer.ToCode prove(Typed typed) {
        return scoped.transaction(SCOPE, () -> {
            Optional<Row> found =
                    codes.lockByToken(hash(typed.token())).filter(this::holds).filter(row -> row.state() == State.SENT);
            if (found.isEmpty()) {
                return new Refused(new PhoneSignInRefusal.NoCode());
            }
            Row row = found.get();
            if (isRight(row, typed.code())) {
                codes.move(row.id(), State.PROVEN, row.tries());
                return new PhoneSignInAnswer.Proven();
            }
            int left = codes.rules(LocalDate.now(clock)).mostTries() - row.tries() - 1;
            codes.move(row.id(), left <= 0 ? State.SPOILT : State.SENT, row.tries() + 1);
            return new Refused(left <= 0 ? new PhoneSignInRefusal.NoCode() : new PhoneSignInRefusal.WrongCode(left));
        });
    }

    /** Who one says to be, after the code: a person known on this phone, or a name of one's own. */
    public record Chosen(String token, Optional<UUID> known, String name) {}

    public PhoneSignInAnswer.ToName enter(Chosen chosen) {
        return scoped.transaction(SCOPE, () -> {
            Optional<Row> found = codes.lockByToken(hash(chosen.token()))
                    .filter(this::holds)
                    .filter(row -> row.state() == State.PROVEN);
            if (found.isEmpty()) {
                return new Refused(new PhoneSignInRefusal.NoCode());
            }
            Row row = found.get();
            Optional<Known> who = chosen.known().isPresent()
                    ? find(
                            row,
                            known -> known.residentId().equals(chosen.known().get()))
                    : named(row, PhoneRules.name(chosen.name()));
            if (who.isEmpty()) {
                return new Refused(new PhoneSignInRefusal.NoName());
            }
            codes.move(row.id(), State.USED, row.tries());
            residents.consent(who.get().residentId(), row.noticeVersion(), clock.instant());
            record("resident.signed-in", who.get().residentId());
            return new PhoneSignInAnswer.Welcome(
                    who.get().residentId(), who.get().name());
        });
    }

    private Optional<Known> find(Row row, java.util.function.Predicate<Known> which) {
        return known(row).stream().filter(which).findFirst();
    }

    /** The account of this name and phone, made when there is none. */
    private Optional<Known> named(Row row, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String digits = phone(row).digits();
        codes.lock(List.of(digits));
        Optional<Known> known = find(row, one -> one.name().equals(name));
        if (known.isPresent()) {
            return known;
        }
        UUID id = ids.next();
        residents.add(
                new ResidentStore.Row(id, name, ciphers.encrypt(PHONE, digits), clock.instant()),
                ciphers.blindIndex(PHONE, digits));
        record("resident.account-made", id);
        return Optional.of(new Known(id, name));
    }

    public boolean available() {
        return sender.available();
    }

    public Optional<String> simulatorPage() {
        return sender.simulatorPage();
    }

    private boolean holds(Row row) {
        return clock.instant().isBefore(row.holdsUntil()) && (row.state() == State.SENT || row.state() == State.PROVEN);
    }

    private Phone phone(Row row) {
        return new Phone(ciphers.decrypt(PHONE, row.phone()));
    }

    private boolean isRight(Row row, String code) {
        boolean right = false;
        for (byte[] hash : ciphers.blindIndexes(CODE, row.id() + ":" + code)) {
            right |= MessageDigest.isEqual(row.codeHash(), hash);
        }
        return right;
    }

    /** Tokens are long and random: their plain hash tells nothing. */
    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(StandardCharsets.UTF_8));
    }

    private String freshToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void record(String action, UUID residentId) {
        audit.record(new Audit.Entry(action, "resident", residentId.toString(), null, Set.of()));
    }
}
