package org.jiamenkou.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238 with SHA-1, six digits, half a minute. */
class TotpTest {
    /** The secret of RFC 6238 appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** Appendix B lists eight digits; ours are the last six of them. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_vectors_of_the_standard(long second, String eightDigits) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(eightDigits.substring(2));
    }

    @Test
    void a_clock_that_is_half_a_minute_wrong_is_accepted_and_a_whole_minute_is_not() {
        for (long skew = -3; skew <= 3; skew++) {
            OptionalLong step = Totp.accepted(SECRET, Totp.code(SECRET, 1000 + skew), new Totp.Window(1000, 0));
            assertThat(step).isEqualTo(Math.abs(skew) <= 1 ? OptionalLong.of(1000 + skew) : OptionalLong.empty());
        }
    }

    @Test
    void a_used_code_and_those_before_it_are_refused() {
        Totp.Window used = new Totp.Window(1000, 1000);
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, 1000), used)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, 999), used)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, 1001), used)).hasValue(1001);
    }

    @Test
    void spaces_are_forgiven_and_letters_are_not() {
        String code = Totp.code(SECRET, 1000);
        Totp.Window now = new Totp.Window(1000, 0);
        assertThat(Totp.accepted(SECRET, code.substring(0, 3) + " " + code.substring(3), now))
                .isPresent();
        assertThat(Totp.accepted(SECRET, "", now)).isEmpty();
        assertThat(Totp.accepted(SECRET, "abcdef", now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secrets_are_written_in_base32_of_rfc_4648(String plain, String text) {
        assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Base32.decode(text.toLowerCase(java.util.Locale.ROOT) + "==")
                        .map(bytes -> new String(bytes, StandardCharsets.US_ASCII)))
                .contains(plain);
        assertThat(Base32.decode("018")).isEmpty();
    }
}
