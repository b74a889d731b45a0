package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.web.TestResidents;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.SlotMaking;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings: on the web, at the desk, and the plans behind them. */
final class BookingFixtures {
    private static final SystemScope TEST = new SystemScope("test");
    /** At the service centre, whose hours no other fixture edits. */
    private static final Set<String> DESK = Set.of("wang", "sun", "he");

    private static final Set<String> PLANNERS = Set.of("wang", "sun", "he");
    private static final String ITEM = "social-security-card";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static String booked = "";
    private static String waits = "";

    private BookingFixtures() {}

    static List<Fixture> all(TestApp app) {
        QueuePlaces places = app.bean(QueuePlaces.class);
        QueuePlace at = places.findByCode(Fixtures.station(app)).orElseThrow();
        QueuePlace place = places.listBySubdistrict(new DivisionId(at.id().subdistrictId()))
                .getFirst();
        String station = place.code();
        String item = ITEM;
        String slot = roomySlot(app, place);
        String code = booked(station, item, slot);
        List<Fixture> all = new ArrayList<>(web(station, item, code, waiting(app, station, item)));
        all.addAll(desk(station, item, slot, code));
        all.addAll(plans(app, place));
        return all;
    }

    private static List<Fixture> web(String station, String item, CharSequence code, CharSequence waits) {
        String book = "/services/" + item + "/book";
        return List.of(
                open("/services/{slug}/book", book + "?place=" + station),
                openForm("/services/{slug}/book", book, "place", station, "key", "route-test"),
                open("/bookings/{code}", "/bookings/" + code),
                open("/bookings/{code}/calendar.ics", "/bookings/" + code + "/calendar.ics"),
                open("/bookings/{code}/cancel", "/bookings/" + code + "/cancel"),
                open("/bookings/{code}/change", "/bookings/" + code + "/change"),
                openForm("/bookings/{code}/cancel", "/bookings/" + code + "/cancel", "digits", "12"),
                openForm("/bookings/{code}/change", "/bookings/" + code + "/change", "key", "route-test"),
                open("/waiting/{code}", "/waiting/" + waits),
                openForm("/waiting/{code}/accept", "/waiting/" + waits + "/accept", "key", "route-test"),
                openForm("/waiting/{code}/leave", "/waiting/" + waits + "/leave"));
    }

    private static Fixture openForm(String pattern, String path, String... fields) {
        return new Fixture(
                "POST " + pattern,
                path,
                new Fixture.Audience.Everybody(),
                "/sign-in",
                new Fixture.Form("", "", fields).pairs(),
                "");
    }

    private static List<Fixture> desk(String station, String item, CharSequence slot, CharSequence code) {
        String list = "/desk/bookings?place=" + station;
        String form = "/desk/bookings/new?place=" + station + "&item=" + item;
        String seen = "select count(*) from access.audit where action in ('booking.viewed', 'booking.cancelled')";
        return List.of(
                staffPage("/desk/bookings", list, DESK),
                staffPage("/desk/bookings/new", form, DESK),
                write(
                        "/desk/bookings/new",
                        "/desk/bookings/new",
                        DESK,
                        new Fixture.Form(
                                form,
                                "select count(*) from queue.bookings",
                                "place",
                                station,
                                "item",
                                item,
                                "slot",
                                slot.toString(),
                                "name",
                                "路示例{login}",
                                "phone",
                                "13912340000",
                                "key",
                                "{login}-" + System.nanoTime())),
                // the list that carries the form is itself a row of the trail, also when the booking is cancelled
                // already
                write(
                        "/desk/bookings/{code}/cancel",
                        "/desk/bookings/" + code + "/cancel",
                        DESK,
                        new Fixture.Form(list, seen)),
                write(
                        "/desk/bookings/{code}/attendance",
                        "/desk/bookings/" + code + "/attendance",
                        DESK,
                        new Fixture.Form(list, seen, "was", "there")));
    }

    private static List<Fixture> plans(TestApp app, QueuePlace place) {
        String plan = app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql("select id::text from queue.slot_plans where place_id = :place and item_id ="
                                        + " (select id from catalogue.items where slug = :item)")
                                .param("place", place.id().id())
                                .param("item", ITEM)
                                .query(String.class)
                                .single());
        String list = "/desk/bookings/plans?place=" + place.code();
        String path = "/desk/bookings/plans/" + place.code() + "/" + plan;
        return List.of(
                staffPage("/desk/bookings/plans", list, PLANNERS),
                write(
                        "/desk/bookings/plans/{place}/{id}",
                        path,
                        PLANNERS,
                        new Fixture.Form(
                                list,
                                "select count(*) from access.audit where action = 'plan.changed'",
                                "minutes",
                                "15",
                                "capacity",
                                "6",
                                "reserved",
                                "1",
                                "days",
                                "14")),
                write(
                        "/desk/bookings/plans/{place}/{id}/exceptions",
                        path + "/exceptions",
                        PLANNERS,
                        new Fixture.Form(
                                list,
                                "select count(*) from access.audit where action = 'plan.exception'",
                                "day",
                                TODAY.plusDays(6).toString(),
                                "capacity",
                                "1",
                                "reason",
                                "route test")));
    }

    /** The last slot of a day, with room for every role. */
    private static String roomySlot(TestApp app, QueuePlace place) {
        JdbcClient sql = app.bean(JdbcClient.class);
        LocalDate day = TODAY.plusDays(3);
        app.bean(Scoped.class)
                .transaction(
                        TEST,
                        () -> sql.sql("insert into queue.plan_exceptions (subdistrict_id, plan_id, day, area_id,"
                                        + " capacity, reason, entered_by, entered_at) select p.subdistrict_id, p.id, :day, p.area_id, 60,"
                                        + " 'test', 'test', now() from queue.slot_plans p join catalogue.items i on i.id = p.item_id"
                                        + " where p.place_id = :place and i.slug = :item on conflict do nothing")
                                .param("day", day)
                                .param("place", place.id().id())
                                .param("item", ITEM)
                                .update());
        app.bean(SlotMaking.class).make(place.id());
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> sql.sql("select s.id::text from queue.slots s join catalogue.items i on i.id = s.item_id"
                                        + " where s.place_id = :place and i.slug = :item and s.day = :day and s.state = 'OPEN'"
                                        + " order by s.starts_at desc limit 1")
                                .param("day", day)
                                .param("place", place.id().id())
                                .param("item", ITEM)
                                .query(String.class)
                                .single());
    }

    private static synchronized String booked(String station, String item, CharSequence slot) {
        if (booked.isEmpty()) {
            booked = Visitor.staff("wang")
                    .post(
                            "/desk/bookings/new?place=" + station + "&item=" + item,
                            "/desk/bookings/new",
                            Map.of("slot", slot.toString(), "name", "路线示例", "phone", "13912340001"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replaceAll("^/bookings/|\\?.*", "");
        }
        return booked;
    }

    private static synchronized String waiting(TestApp app, String station, String item) {
        if (waits.isEmpty()) {
            String book = "/services/" + item + "/book";
            waits = TestResidents.signedIn(app, "候示例", "13912340002")
                    .post(
                            book + "?place=" + station + "&day=" + TODAY.plusDays(2),
                            book,
                            Map.of("wait", "1", "whom", "me"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replace("/waiting/", "");
        }
        return waits;
    }
}
