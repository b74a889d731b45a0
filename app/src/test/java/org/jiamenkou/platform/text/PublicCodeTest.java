package org.jiamenkou.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes people read aloud. */
class PublicCodeTest {
    @Test
    void no_code_holds_a_character_that_sounds_or_looks_like_another() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(PublicCode.random("", 8, random).value()).doesNotContainPattern("[01IOa-z]");
        }
    }

    @Test
    void numbered_codes_of_a_place_are_all_different() {
        Set<String> codes = new HashSet<>();
        for (int subdistrict = 0; subdistrict < 300; subdistrict++) {
            for (int number = 0; number < 60; number++) {
                codes.add(PublicCode.numbered(PublicCode.prefix(subdistrict), number)
                        .value());
            }
        }
        assertThat(codes).hasSize(300 * 60);
    }

    @Test
    void a_code_is_accepted_as_people_type_it() {
        assertThat(PublicCode.normalise(" 2k 7p ")).isEqualTo("2K7P");
        assertThat(PublicCode.isWellFormed("2K7P")).isTrue();
        assertThat(PublicCode.isWellFormed("2K7")).isFalse();
        assertThat(PublicCode.isWellFormed("2K70")).isFalse();
    }

    @Test
    void more_codes_than_there_are_is_refused() {
        assertThatThrownBy(() -> PublicCode.numbered("22", 1024)).isInstanceOf(IllegalArgumentException.class);
    }
}
