package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.List;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.Channel;
import org.jiamenkou.queue.NewTicket;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.TicketOutcome;
import org.jiamenkou.queue.Tickets;

/** The queue: whoever works at a place sees and moves its queue; a ticket's page is open to whoever has its code. */
final class QueueFixtures {
    private static final String KEY = "00000000-0000-7000-8000-00000000q001";

    private QueueFixtures() {}

    static List<Fixture> all(TestApp app) {
        String station = Fixtures.station(app);
        String ticket = ticket(app, station);
        Set<String> atTheStation = Set.of("chen", "li", "he");
        return List.of(
                open("/tickets/{code}", "/tickets/" + ticket),
                open("/tickets/{code}/status", "/tickets/" + ticket + "/status"),
                staffPage("/desk/queue", "/desk/queue?code=none", Set.of("chen", "li", "wang", "zhao", "he")),
                staffPage("/desk/queue/{code}", "/desk/queue/" + station, Set.of("chen", "li", "wang", "he")),
                staffPage(
                        "/gov/{area}/halls",
                        "/gov/310115014000/halls",
                        Set.of("wang", "sun", "zhou", "wu", "zheng", "qian", "he")),
                write(
                        "/desk/queue/{code}",
                        "/desk/queue/" + station,
                        atTheStation,
                        new Form(
                                "/desk/queue/" + station,
                                "select count(*) from queue.tickets",
                                "do",
                                "draw",
                                "channel",
                                "RECEPTION")));
    }

    private static String ticket(TestApp app, String code) {
        QueuePlace place = app.bean(QueuePlaces.class).findByCode(code).orElseThrow();
        return switch (app.bean(Tickets.class)
                .issueIn(new SystemScope("test.queue"), place, NewTicket.walkIn(Channel.RECEPTION, List.of()), KEY)) {
            case TicketOutcome.Done done -> done.ticket().code();
            case TicketOutcome.Refused refused -> throw new AssertionError(refused.refusal());
        };
    }
}
