package org.jiamenkou.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiamenkou.access.PinRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PINs of a shared desk. */
class PinRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567", "12a4", "１２３４", "-123"})
    void a_pin_is_four_to_six_digits(String pin) {
        assertThat(PinRules.refusal(pin)).contains(new PinRefusal.NotDigits(4, 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1111", "0000", "1234", "4321", "7890", "2468", "123456", "654321", "1212", "1122", "123123", "112233",
                "121212", "999999", "5556"
            })
    void rows_and_repetitions_are_too_simple(String pin) {
        assertThat(PinRules.refusal(pin)).contains(new PinRefusal.TooSimple());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1987", "2003", "0523", "3112", "870523", "198705", "230587", "052387"})
    void birthdays_and_years_are_what_others_try_first(String pin) {
        assertThat(PinRules.refusal(pin)).contains(new PinRefusal.LooksLikeDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7392", "4085", "58274", "739164", "904618"})
    void others_are_fine(String pin) {
        assertThat(PinRules.refusal(pin)).isEmpty();
    }

    @Test
    void most_pins_are_allowed() {
        long allowed = java.util.stream.IntStream.range(0, 10_000)
                .filter(n -> PinRules.refusal(String.format("%04d", n)).isEmpty())
                .count();
        assertThat(allowed).isBetween(8_000L, 9_500L);
    }
}
