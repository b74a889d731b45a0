package org.jiamenkou.queue.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.queue.Channel;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.Ticket;
import org.jiamenkou.queue.TicketEvent;
import org.jiamenkou.queue.TicketId;
import org.jiamenkou.queue.TicketState;
import org.jiamenkou.queue.rules.CallingOrder;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets and what happened to them. */
@Component
public final class TicketStore {
    private static final String SELECT = """
            select subdistrict_id, id, place_id, day, number, code, state, channel, arrival, arrived_at, issued_at, priority,
                   booking_id, due_at, person_id, companions, items, classes, remote_subdistrict_id, remote_place_id, present,
                   counter_id, for_counter_id, owner_id, owner, calls, passed, called_at, serving_at, version
            from queue.tickets
            """;

    private final JdbcClient sql;

    TicketStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds a ticket as it stands. @param issuedBy the actor's key */
    public void add(Ticket ticket, Place place, String issuedBy) {
        QueuePlaceId remote = ticket.remoteFrom();
        Ticket.Owner owner = ticket.owner();
        PersonId person = ticket.person();
        sql.sql("""
                insert into queue.tickets
                    (subdistrict_id, id, place_id, area_id, day, number, code, state, channel, arrival, arrived_at, issued_at,
                     issued_by, priority, booking_id, due_at, person_id, companions, items, classes, remote_subdistrict_id,
                     remote_place_id, present, owner_id, owner)
                values (:subdistrict, :id, :place, :area, :day, :number, :code, :state, :channel, :arrival, :arrived, :issued,
                        :by, :priority, :booking, :due, :person, :companions, :items, :classes, :remoteSubdistrict,
                        :remote, :present, :ownerId, :owner)""")
                .param("subdistrict", ticket.id().subdistrictId())
                .param("id", ticket.id().id())
                .param("place", ticket.place().id())
                .param("area", place.areaId())
                .param("day", ticket.day())
                .param("number", ticket.number())
                .param("code", ticket.code())
                .param("state", ticket.state().name())
                .param("channel", ticket.channel().name())
                .param("arrival", ticket.arrival())
                .param("arrived", timestamp(ticket.arrivedAt()))
                .param("issued", timestamp(ticket.issuedAt()))
                .param("by", issuedBy)
                .param(
                        "priority",
                        ticket.priority().hasPriority() ? ticket.priority().name() : null)
                .param("booking", ticket.bookingId())
                .param("due", timestamp(ticket.dueAt()))
                .param("person", person == null ? null : person.value())
                .param("companions", ticket.companions())
                .param("items", ticket.items().toArray(String[]::new))
                .param("classes", ticket.classes().toArray(String[]::new))
                .param("remoteSubdistrict", remote == null ? null : remote.subdistrictId())
                .param("remote", remote == null ? null : remote.id())
                .param("present", ticket.present())
                .param("ownerId", owner == null ? null : owner.accountId())
                .param("owner", owner == null ? null : owner.name())
                .update();
    }

    /** Writes what may change, if nobody changed it since it was read. @return false when somebody did */
    public boolean update(Ticket ticket, @Nullable Instant endedAt) {
        Ticket.Owner owner = ticket.owner();
        return sql.sql("""
                update queue.tickets
                set state = :state, arrival = :arrival, arrived_at = :arrived, present = :present, counter_id = :counter,
                    for_counter_id = :forCounter, owner_id = :ownerId, owner = :owner, calls = :calls, passed = :passed,
                    called_at = :called, serving_at = :serving, ended_at = :ended, version = version + 1
                where subdistrict_id = :subdistrict and id = :id and version = :version""")
                        .param("state", ticket.state().name())
                        .param("arrival", ticket.arrival())
                        .param("arrived", timestamp(ticket.arrivedAt()))
                        .param("present", ticket.present())
                        .param("counter", ticket.counter())
                        .param("forCounter", ticket.forCounter())
                        .param("ownerId", owner == null ? null : owner.accountId())
                        .param("owner", owner == null ? null : owner.name())
                        .param("calls", ticket.calls())
                        .param("passed", ticket.passed())
                        .param("called", timestamp(ticket.calledAt()))
                        .param("serving", timestamp(ticket.servingAt()))
                        .param("ended", timestamp(endedAt))
                        .param("subdistrict", ticket.id().subdistrictId())
                        .param("id", ticket.id().id())
                        .param("version", ticket.version())
                        .update()
                == 1;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    public Optional<Ticket> find(TicketId id) {
        return sql.sql(SELECT + "where subdistrict_id = :subdistrict and id = :id")
                .param("subdistrict", id.subdistrictId())
                .param("id", id.id())
                .query((rs, n) -> ticket(rs))
                .optional();
    }

    public Optional<Ticket> findByCode(String code) {
        return sql.sql(SELECT + "where code = :code")
                .param("code", code)
                .query((rs, n) -> ticket(rs))
                .optional();
    }

    /** What this counter has in hand: called or being served. */
    public Optional<Ticket> findAtCounter(UUID subdistrict, UUID counter) {
        return sql.sql(
                        SELECT
                                + "where subdistrict_id = :subdistrict and counter_id = :counter and state in ('CALLED', 'SERVING')")
                .param("subdistrict", subdistrict)
                .param("counter", counter)
                .query((rs, n) -> ticket(rs))
                .optional();
    }

    /** All open tickets of the place, those of days before included, by arrival; who is expected comes last. */
    public List<Ticket> listOpen(QueuePlaceId place) {
        return sql.sql(SELECT + """
                where subdistrict_id = :subdistrict and place_id = :place
                  and state in ('EXPECTED', 'WAITING', 'CALLED', 'SERVING', 'HELD', 'PASSED')
                order by day, arrival nulls last, number""")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .query((rs, n) -> ticket(rs))
                .list();
    }

    /** Tickets that people at this place drew for another one today. */
    public List<Ticket> listDrawnAt(QueuePlaceId remote, LocalDate day) {
        return sql.sql(SELECT + """
                where remote_subdistrict_id = :subdistrict and remote_place_id = :place and day = :day
                order by number""")
                .param("subdistrict", remote.subdistrictId())
                .param("place", remote.id())
                .param("day", day)
                .query((rs, n) -> ticket(rs))
                .list();
    }

    /** The last ones called at the place, the newest first. */
    public List<Ticket> listCalled(QueuePlaceId place, LocalDate day, int most) {
        return sql.sql(SELECT + """
                where subdistrict_id = :subdistrict and place_id = :place and day = :day and called_at is not null
                order by called_at desc, number desc limit :most""")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .param("day", day)
                .param("most", most)
                .query((rs, n) -> ticket(rs))
                .list();
    }

    /** Those a counter could call, as the order looks at them. */
    public List<CallingOrder.Waiting> listWaiting(QueuePlaceId place) {
        return sql.sql("""
                select id, day, arrival, due_at, priority is not null, classes, for_counter_id from queue.tickets
                where subdistrict_id = :subdistrict and place_id = :place and state = 'WAITING' and present""")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .query((rs, n) -> new CallingOrder.Waiting(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, LocalDate.class).toEpochDay(),
                        rs.getLong(3),
                        instant(rs, 4),
                        rs.getBoolean(5),
                        Set.of(strings(rs.getArray(6))),
                        rs.getObject(7, UUID.class)))
                .list();
    }

    /** One line of what happened. @param actor the actor's key */
    public record NewEvent(
            UUID id,
            TicketId ticket,
            QueuePlaceId place,
            UUID area,
            Instant at,
            String actor,
            TicketEvent event,
            @Nullable UUID counter) {}

    public void addEvent(NewEvent event) {
        sql.sql("""
                insert into queue.ticket_events
                    (subdistrict_id, id, ticket_id, place_id, area_id, at, actor, event, counter_id)
                values (:subdistrict, :id, :ticket, :place, :area, :at, :actor, :event, :counter)""")
                .param("subdistrict", event.ticket().subdistrictId())
                .param("id", event.id())
                .param("ticket", event.ticket().id())
                .param("place", event.place().id())
                .param("area", event.area())
                .param("at", Timestamp.from(event.at()))
                .param("actor", event.actor())
                .param("event", event.event().name())
                .param("counter", event.counter())
                .update();
    }

    private static Ticket ticket(ResultSet rs) throws SQLException {
        UUID subdistrict = rs.getObject(1, UUID.class);
        UUID remoteSubdistrict = rs.getObject(19, UUID.class);
        UUID person = rs.getObject(15, UUID.class);
        UUID owner = rs.getObject(24, UUID.class);
        String priority = rs.getString(12);
        return new Ticket(
                new TicketId(subdistrict, rs.getObject(2, UUID.class)),
                new QueuePlaceId(subdistrict, rs.getObject(3, UUID.class)),
                rs.getObject(4, LocalDate.class),
                rs.getInt(5),
                rs.getString(6),
                TicketState.valueOf(rs.getString(7)),
                Channel.valueOf(rs.getString(8)),
                rs.getObject(9, Long.class),
                instant(rs, 10),
                rs.getTimestamp(11).toInstant(),
                priority == null ? PriorityGroup.NONE : PriorityGroup.valueOf(priority),
                rs.getObject(13, UUID.class),
                instant(rs, 14),
                person == null ? null : new PersonId(person),
                rs.getInt(16),
                Arrays.asList(strings(rs.getArray(17))),
                Set.of(strings(rs.getArray(18))),
                remoteSubdistrict == null ? null : new QueuePlaceId(remoteSubdistrict, rs.getObject(20, UUID.class)),
                rs.getBoolean(21),
                rs.getObject(22, UUID.class),
                rs.getObject(23, UUID.class),
                owner == null ? null : new Ticket.Owner(owner, rs.getString(25)),
                rs.getInt(26),
                rs.getInt(27),
                instant(rs, 28),
                instant(rs, 29),
                rs.getInt(30));
    }

    private static @Nullable Instant instant(ResultSet rs, int column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
