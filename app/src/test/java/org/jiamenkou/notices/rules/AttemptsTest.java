package org.jiamenkou.notices.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    @Test
    void pauses_grow_and_end_after_the_sixth_attempt() {
        assertThat(Attempts.pauseAfter(1)).contains(Duration.ofSeconds(5));
        assertThat(Attempts.pauseAfter(2)).contains(Duration.ofSeconds(20));
        assertThat(Attempts.pauseAfter(5)).contains(Duration.ofSeconds(1_280));
        assertThat(Attempts.pauseAfter(6)).isEmpty();
    }

    @Test
    void a_text_is_filled_whole_or_not_at_all() {
        assertThat(Texts.fill("code {code}, {minutes} min", Map.of("code", "$1\\", "minutes", "5")))
                .isEqualTo("code $1\\, 5 min");
        assertThatThrownBy(() -> Texts.fill("code {code}", Map.of())).hasMessageContaining("code");
    }
}
