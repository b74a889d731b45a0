package org.jiamenkou.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void a_node_is_ready_when_nothing_is_waited_for_and_may_fall_back() {
        Readiness readiness = new Readiness("search", "divisions");
        readiness.ready("divisions");
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.waitingFor()).containsExactly("search");
        readiness.ready("search");
        assertThat(readiness.isReady()).isTrue();
        readiness.expect("search");
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.waitingFor()).containsExactly("search");
    }
}
