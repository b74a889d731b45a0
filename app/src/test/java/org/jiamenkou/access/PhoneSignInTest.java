package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.PhoneSignInAnswer.Refused;
import org.jiamenkou.access.store.TestStores;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Residents signing in by phone, on a real database. */
class PhoneSignInTest {
    private static final SystemScope LOOK = new SystemScope("access.test");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String PHONE = "13900000001";

    @TempDir
    Path keys;

    private TestDatabase database;
    private Ciphers ciphers;
    private final List<SignInCodeSender.SignInCode> sent = new ArrayList<>();
    private LocalDateTime now = TestDatabase.NOW;
    private boolean available = true;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        ciphers = new Ciphers(Keyring.open(keys.resolve("keyring")));
        new PhoneSignInData(database.scoped(), TestStores.phoneCodes(database.sql())).run((done, total) -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Clock clock() {
        return Clock.fixed(now.atZone(SHANGHAI).toInstant(), SHANGHAI);
    }

    private PhoneSignIn phones() {
        SignInCodeSender sender = new SignInCodeSender() {
            @Override
            public boolean available() {
                return available;
            }

            @Override
            public Optional<String> simulatorPage() {
                return Optional.empty();
            }

            @Override
            public void send(SignInCode code) {
                sent.add(code);
            }
        };
        return new PhoneSignIn(
                database.scoped(),
                TestStores.phoneCodes(database.sql()),
                TestStores.residents(database.sql()),
                sender,
                ciphers,
                TestAudit.over(database.sql(), database.ids(), clock()),
                database.ids(),
                clock());
    }

    private Residents residents() {
        return new Residents(
                database.scoped(),
                TestStores.residents(database.sql()),
                TestStores.phoneCodes(database.sql()),
                ciphers,
                clock());
    }

    private PhoneSignInAnswer.ToAsking ask(String phone, String address) {
        return phones().ask(new PhoneSignIn.Ask(phone, true, Lang.ZH, new PhoneSignIn.From(address)));
    }

    private String token(String phone) {
        now = now.plusMinutes(2);
        return ((PhoneSignInAnswer.Sent) ask(phone, "10.0.0.1")).token();
    }

    private PhoneSignInAnswer.ToCode prove(String token, String code) {
        return phones().prove(new PhoneSignIn.Typed(token, code));
    }

    private UUID enter(String phone, String name) {
        String token = token(phone);
        assertThat(prove(token, sent.getLast().code())).isEqualTo(new PhoneSignInAnswer.Proven());
        PhoneSignInAnswer.ToName answer = phones().enter(new PhoneSignIn.Chosen(token, Optional.empty(), name));
        return ((PhoneSignInAnswer.Welcome) answer).residentId();
    }

    private int count(String table) {
        return database.scoped()
                .read(
                        LOOK,
                        () -> database.sql()
                                .sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single());
    }

    @Test
    void two_people_share_a_phone_and_each_comes_back_to_their_own_account() {
        UUID wife = enter(PHONE, "张示例");
        UUID husband = enter("139 0000 0001", "李示例");
        assertThat(husband).isNotEqualTo(wife);
        assertThat(enter(PHONE, " 张示例 ")).isEqualTo(wife);
        String token = token(PHONE);
        prove(token, sent.getLast().code());
        assertThat(phones().standing(token).orElseThrow().known())
                .extracting(PhoneSignIn.Known::name)
                .containsExactly("张示例", "李示例");
        assertThat(phones().enter(new PhoneSignIn.Chosen(token, Optional.of(husband), "")))
                .isEqualTo(new PhoneSignInAnswer.Welcome(husband, "李示例"));
        assertThat(count("access.resident_accounts")).isEqualTo(2);
        assertThat(count("access.resident_consents")).isEqualTo(2);
    }

    @Test
    void a_code_has_six_digits_counts_once_and_only_in_the_browser_that_asked() {
        String token = token(PHONE);
        String code = sent.getLast().code();
        assertThat(code).matches("[0-9]{6}");
        assertThat(prove("another-browser", code)).isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
        assertThat(prove(token, code)).isEqualTo(new PhoneSignInAnswer.Proven());
        assertThat(prove(token, code)).isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
        PhoneSignIn.Chosen chosen = new PhoneSignIn.Chosen(token, Optional.empty(), "张示例");
        assertThat(phones().enter(chosen)).isInstanceOf(PhoneSignInAnswer.Welcome.class);
        assertThat(phones().enter(chosen)).isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
    }

    @Test
    void the_fifth_wrong_try_spoils_the_code() {
        String token = token(PHONE);
        String code = sent.getLast().code();
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int left = 4; left > 0; left--) {
            assertThat(prove(token, wrong)).isEqualTo(new Refused(new PhoneSignInRefusal.WrongCode(left)));
        }
        assertThat(prove(token, wrong)).isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
        assertThat(prove(token, code)).isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
    }

    @Test
    void a_code_holds_five_minutes_and_ends_with_the_next_one() {
        String first = token(PHONE);
        String firstCode = sent.getLast().code();
        String second = token(PHONE);
        assertThat(prove(first, firstCode)).isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
        now = now.plusMinutes(5);
        assertThat(prove(second, sent.getLast().code())).isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
    }

    @Test
    void nobody_enters_without_a_proven_code_nor_as_somebody_of_another_phone() {
        UUID stranger = enter("13900000009", "王示例");
        String token = token(PHONE);
        assertThat(phones().standing(token).orElseThrow().known()).isEmpty();
        assertThat(phones().enter(new PhoneSignIn.Chosen(token, Optional.empty(), "张示例")))
                .isEqualTo(new Refused(new PhoneSignInRefusal.NoCode()));
        prove(token, sent.getLast().code());
        assertThat(phones().enter(new PhoneSignIn.Chosen(token, Optional.of(stranger), "")))
                .isEqualTo(new Refused(new PhoneSignInRefusal.NoName()));
    }

    @Test
    void codes_to_one_phone_and_from_one_address_are_limited() {
        assertThat(ask(PHONE, "10.0.0.1")).isInstanceOf(PhoneSignInAnswer.Sent.class);
        assertThat(ask(PHONE, "10.0.0.2")).isEqualTo(new Refused(new PhoneSignInRefusal.TooSoon(60)));
        for (int n = 2; n <= 5; n++) {
            now = now.plusMinutes(1);
            assertThat(ask(PHONE, "10.0.0." + n)).isInstanceOf(PhoneSignInAnswer.Sent.class);
        }
        now = now.plusMinutes(1);
        assertThat(ask(PHONE, "10.0.0.9")).isEqualTo(new Refused(new PhoneSignInRefusal.TooMany(60)));
        for (int n = 0; n < 60; n++) {
            assertThat(ask("137000000" + (10 + n), "10.9.9.9")).isInstanceOf(PhoneSignInAnswer.Sent.class);
        }
        assertThat(ask("13700000099", "10.9.9.9")).isEqualTo(new Refused(new PhoneSignInRefusal.TooMany(60)));
        assertThat(ask("13700000099", "10.9.9.8")).isInstanceOf(PhoneSignInAnswer.Sent.class);
    }

    @Test
    void a_known_phone_is_answered_like_an_unknown_one_with_the_same_rows() {
        enter(PHONE, "张示例");
        now = now.plusMinutes(2);
        for (String phone : List.of(PHONE, "13900000777")) {
            int codes = count("access.phone_codes");
            int accounts = count("access.resident_accounts");
            int audited = count("access.audit");
            PhoneSignInAnswer.ToAsking answer = ask(phone, "10.0.0.7");
            assertThat(answer).isInstanceOf(PhoneSignInAnswer.Sent.class);
            String token = ((PhoneSignInAnswer.Sent) answer).token();
            PhoneSignIn.Standing standing = phones().standing(token).orElseThrow();
            assertThat(standing.known()).isEmpty();
            assertThat(standing.proven()).isFalse();
            assertThat(prove(token, "x")).isEqualTo(new Refused(new PhoneSignInRefusal.WrongCode(4)));
            assertThat(count("access.phone_codes")).isEqualTo(codes + 1);
            assertThat(count("access.resident_accounts")).isEqualTo(accounts);
            assertThat(count("access.audit")).isEqualTo(audited);
        }
    }

    @Test
    void what_cannot_get_a_message_is_refused_with_its_reason() {
        assertThat(ask("021-58881234", "1")).isEqualTo(new Refused(new PhoneSignInRefusal.FixedLine()));
        assertThat(ask("12345", "1")).isEqualTo(new Refused(new PhoneSignInRefusal.NotAPhone()));
        assertThat(phones().ask(new PhoneSignIn.Ask(PHONE, false, Lang.ZH, new PhoneSignIn.From("1"))))
                .isEqualTo(new Refused(new PhoneSignInRefusal.NoConsent()));
        available = false;
        assertThat(ask(PHONE, "1")).isEqualTo(new Refused(new PhoneSignInRefusal.Unavailable()));
        assertThat(sent).isEmpty();
        assertThat(count("access.phone_codes")).isZero();
    }

    @Test
    void a_resident_reads_their_own_rows_and_nobody_elses() throws Exception {
        UUID one = enter(PHONE, "张示例");
        enter(PHONE, "李示例");
        Resident resident = residents().find(one).orElseThrow();
        assertThat(resident.phone()).isEqualTo(new Phone(PHONE));
        Residents.Own own = residents().own(resident);
        assertThat(own.traces())
                .extracting(Residents.Trace::action)
                .containsExactlyInAnyOrder("resident.account-made", "resident.signed-in");
        assertThat(own.agreed()).hasSize(1);
        try (Connection raw = database.raw();
                Statement statement = raw.createStatement()) {
            statement.execute("select set_config('jmk.actor', '" + one + "', false)");
            assertThat(number(statement, "select count(*) from access.resident_accounts"))
                    .isEqualTo(1);
            assertThat(number(statement, "select count(*) from access.resident_consents"))
                    .isEqualTo(1);
            assertThat(number(statement, "select count(*) from access.phone_codes"))
                    .isZero();
            assertThat(number(statement, "select count(*) from access.audit where subject <> '" + one + "'"))
                    .isZero();
            assertThat(statement.executeUpdate("update access.resident_accounts set name = 'x'"))
                    .isZero();
            assertThatThrownBy(() -> statement.execute("delete from access.resident_accounts"))
                    .hasMessageContaining("permission denied");
            statement.execute("select set_config('jmk.actor', '" + UUID.randomUUID()
                    + "', false), set_config('jmk.areas', '*', false), set_config('jmk.write_areas', '*', false)");
            assertThat(number(statement, "select count(*) from access.resident_accounts"))
                    .as("staff of the whole city")
                    .isZero();
        }
    }

    @Test
    void neither_phone_nor_code_stands_in_clear() {
        enter(PHONE, "张示例");
        String code = sent.getLast().code();
        String rows = database.scoped()
                .read(
                        LOOK,
                        () -> database.sql()
                                .sql("select string_agg(c::text, ' ') || (select string_agg(a::text, ' ')"
                                        + " from access.resident_accounts a) from access.phone_codes c")
                                .query(String.class)
                                .single());
        assertThat(rows).doesNotContain(PHONE).doesNotContain(code);
        assertThat(sent.getLast().toString()).doesNotContain(code).doesNotContain(PHONE);
    }

    private static int number(Statement statement, String sql) throws Exception {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
