package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import jdk.jfr.consumer.RecordingStream;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A request runs in a virtual thread and gives its carrier back while it waits. One that waits above a native frame keeps it: on
 * two cores two of them stop the node (decision 0008).
 */
@Tag("slow")
class WaitingRequestsTest {
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @Test
    void no_page_waits_above_a_native_frame() {
        TestApp app = TestApp.shared();
        assertThat(ManagementFactory.getRuntimeMXBean().getInputArguments())
                .as("tests run as the program does")
                .contains("-Djdk.reflect.useNativeAccessorOnly=true");
        List<Fixture> pages =
                Fixtures.all(app).stream().filter(page -> !page.writes()).toList();
        // the first visit of a page loads classes, which waits above frames of the JVM
        visit(pages);
        Queue<String> pinned = new ConcurrentLinkedQueue<>();
        try (RecordingStream events = new RecordingStream()) {
            events.enable(PINNED).withoutThreshold().withStackTrace();
            events.onEvent(PINNED, event -> pinned.add(event.toString()));
            events.startAsync();
            visit(pages);
            events.stop();
        }
        assertThat(pinned).isEmpty();
    }

    private static void visit(List<Fixture> pages) {
        Visitor anonymous = Visitor.anonymous();
        Map<String, Visitor> staff = new HashMap<>();
        for (Fixture page : pages) {
            Visitor visitor = switch (page.audience()) {
                case Fixture.Audience.Everybody() -> anonymous;
                case Fixture.Audience.Staff(Set<String> may) ->
                    staff.computeIfAbsent(may.stream().sorted().findFirst().orElseThrow(), Visitor::staff);
            };
            assertThat(visitor.get(page.path()).statusCode()).as(page.path()).isEqualTo(200);
        }
        // refused by an exception, which is answered by a handler of its own
        assertThat(Visitor.staff("chen").get("/desk/devices/new").statusCode()).isEqualTo(404);
    }
}
