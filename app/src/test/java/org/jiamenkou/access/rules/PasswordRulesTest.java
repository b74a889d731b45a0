package org.jiamenkou.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.jiamenkou.access.PasswordRefusal;
import org.jiamenkou.access.SignInRules;
import org.junit.jupiter.api.Test;

/** What makes a password good enough. */
class PasswordRulesTest {
    private static final SignInRules RULES = new SignInRules(8, 3, 90, 5, 15);

    @Test
    void three_kinds_of_characters_and_eight_of_them_are_enough() {
        assertThat(PasswordRules.refusal(RULES, "li", "Pudong-27")).isEmpty();
    }

    @Test
    void a_short_one_is_refused_with_the_length_that_is_needed() {
        assertThat(PasswordRules.refusal(RULES, "li", "Ab-1")).contains(new PasswordRefusal.TooShort(8));
    }

    @Test
    void two_kinds_are_too_few() {
        assertThat(PasswordRules.refusal(RULES, "li", "pudong2027")).contains(new PasswordRefusal.TooFewKinds(3));
    }

    @Test
    void it_may_not_contain_the_account_name_in_any_case() {
        assertThat(PasswordRules.refusal(RULES, "wang", "xWANG-2027"))
                .contains(new PasswordRefusal.ContainsLoginName());
    }

    @Test
    void characters_outside_the_basic_plane_count_as_one() {
        assertThat(PasswordRules.refusal(RULES, "li", "𠮷Ab1567")).contains(new PasswordRefusal.TooShort(8));
    }
}
