package org.jiamenkou.queue.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.BookingId;
import org.jiamenkou.queue.QueuePlaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings one by one and by list; many at once are written by {@link BatchStore}. */
@Component
public class BookingStore {
    private static final String SELECT = "select " + BookingRows.COLUMNS + " from queue.bookings b";

    private final JdbcClient sql;

    BookingStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Booking> find(BookingId id) {
        return sql.sql(SELECT + " where b.subdistrict_id = :subdistrict and b.id = :id")
                .param("subdistrict", id.subdistrictId())
                .param("id", id.id())
                .query((rs, n) -> BookingRows.booking(rs))
                .optional();
    }

    /** @param subdistrict the one whose codes begin like this */
    public Optional<Booking> findByCode(UUID subdistrict, String code) {
        return sql.sql(SELECT + " where b.subdistrict_id = :subdistrict and b.code = :code")
                .param("subdistrict", subdistrict)
                .param("code", code)
                .query((rs, n) -> BookingRows.booking(rs))
                .optional();
    }

    /** By the last four characters, at a place on a day; codes differ there. */
    public Optional<Booking> findByShortCode(QueuePlaceId place, LocalDate day, String four) {
        return sql.sql(SELECT + " where b.subdistrict_id = :subdistrict and b.place_id = :place and b.day = :day"
                        + " and b.short_code = :four")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .param("day", day)
                .param("four", four)
                .query((rs, n) -> BookingRows.booking(rs))
                .optional();
    }

    public List<Booking> listOfDay(QueuePlaceId place, LocalDate day) {
        return sql.sql(SELECT + " where b.subdistrict_id = :subdistrict and b.place_id = :place and b.day = :day"
                        + " order by b.starts_at, b.made_at, b.id")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .param("day", day)
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    /** Who has to be told by phone that their slot is gone, or has simply not chosen another yet. */
    public List<Booking> listDisplaced(QueuePlaceId place, LocalDate from) {
        return sql.sql(SELECT + " where b.subdistrict_id = :subdistrict and b.place_id = :place and b.day >= :day"
                        + " and b.state = 'BOOKED' and b.displaced_at is not null order by b.starts_at, b.id")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .param("day", from)
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    /** Newest first. */
    public List<Booking> listOfPeople(Collection<UUID> people, LocalDate since) {
        return sql.sql(SELECT + " where b.person_id = any(:people) and b.day >= :since and b.state <> 'MOVED'"
                        + " order by b.starts_at desc, b.id limit 60")
                .param("people", people.toArray(UUID[]::new))
                .param("since", since)
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    /** From booked to checked in. @return false when it was not booked any more */
    public boolean checkIn(BookingId id) {
        return sql.sql("""
                        update queue.bookings set state = 'CHECKED_IN'
                        where subdistrict_id = :subdistrict and id = :id and state = 'BOOKED'""")
                        .param("subdistrict", id.subdistrictId())
                        .param("id", id.id())
                        .update()
                == 1;
    }

    public boolean finish(BookingId id, Instant now, String by) {
        return sql.sql("""
                        update queue.bookings set state = 'SERVED', ended_at = :now, ended_by = :by
                        where subdistrict_id = :subdistrict and id = :id and state = 'CHECKED_IN'""")
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("subdistrict", id.subdistrictId())
                        .param("id", id.id())
                        .update()
                == 1;
    }

    /** Corrects the list of a day: somebody was here after all, or was not. @return false when it was not in that state */
    public boolean correct(BookingId id, String from, String to) {
        return sql.sql("""
                        update queue.bookings set state = :to
                        where subdistrict_id = :subdistrict and id = :id and state = :from""")
                        .param("to", to)
                        .param("from", from)
                        .param("subdistrict", id.subdistrictId())
                        .param("id", id.id())
                        .update()
                == 1;
    }

    /** Bookings of days that are over which nobody came to; those whose slot was taken away are not anybody's fault. */
    public List<Booking> markNoShows(LocalDate today, Instant now, int most) {
        return sql.sql(
                        "update queue.bookings b set state = case when b.displaced_at is null then 'NO_SHOW' else 'CANCELLED' end,"
                                + " ended_at = :now, ended_by = 'system:queue.rounds' where (b.subdistrict_id, b.id) in"
                                + " (select subdistrict_id, id from queue.bookings where state = 'BOOKED' and day < :today"
                                + " order by day limit :most for update skip locked) returning " + BookingRows.COLUMNS)
                .param("now", Timestamp.from(now))
                .param("today", today)
                .param("most", most)
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    /** Those to be reminded, marked as reminded; who booked within that time needs no reminder. */
    public List<Booking> markReminded(Instant now, Instant until, int most) {
        return sql.sql("update queue.bookings b set reminded_at = :now where (b.subdistrict_id, b.id) in"
                        + " (select subdistrict_id, id from queue.bookings where state = 'BOOKED' and reminded_at is null"
                        + " and displaced_at is null and day >= (:now at time zone 'Asia/Shanghai')::date"
                        + " and starts_at > :now and starts_at <= :until"
                        + " and made_at < starts_at - (:until::timestamptz - :now::timestamptz)"
                        + " order by starts_at limit :most for update skip locked) returning " + BookingRows.COLUMNS)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    /** One more wrong try of the phone's digits. @return how many there were with this one */
    public int countWrongTry(BookingId id) {
        return sql.sql("""
                        update queue.bookings set wrong_tries = wrong_tries + 1
                        where subdistrict_id = :subdistrict and id = :id returning wrong_tries""")
                .param("subdistrict", id.subdistrictId())
                .param("id", id.id())
                .query(Integer.class)
                .single();
    }

    public int wrongTries(BookingId id) {
        return sql.sql("select wrong_tries from queue.bookings where subdistrict_id = :subdistrict and id = :id")
                .param("subdistrict", id.subdistrictId())
                .param("id", id.id())
                .query(Integer.class)
                .single();
    }
}
