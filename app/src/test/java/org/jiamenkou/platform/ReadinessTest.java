package org.jiamenkou.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void a_node_is_ready_when_nothing_is_waited_for_and_may_fall_back() {
        Readiness readiness = new Readiness("search", "divisions");
        readiness.ready("divisions");
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.waitingFor()).containsOnlyKeys("search");
        readiness.ready("search");
        assertThat(readiness.isReady()).isTrue();
        readiness.notReady("search", "index lost");
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.waitingFor()).containsEntry("search", "index lost");
    }

    @Test
    void a_part_that_was_given_a_reason_keeps_it_when_it_is_expected_again() {
        Readiness readiness = new Readiness();
        readiness.notReady("search", "index lost");
        readiness.expect("search");
        assertThat(readiness.waitingFor()).containsEntry("search", "index lost");
    }
}
