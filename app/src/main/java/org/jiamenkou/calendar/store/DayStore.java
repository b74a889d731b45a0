package org.jiamenkou.calendar.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.calendar.AnnouncedDay;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.YearEdition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kinds of days by year and edition. */
@Component
public final class DayStore {
    private final JdbcClient sql;

    DayStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The newest edition of each year. */
    public List<YearEdition> listCurrent() {
        return sql.sql("""
                select distinct on (year) year, edition, source, edited_by, edited_at
                from calendar.year_editions order by year, edition desc""")
                .query((rs, n) -> new YearEdition(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant()))
                .list();
    }

    /** The announced days of the newest edition of each year, in order. */
    public List<AnnouncedDay> listCurrentDays() {
        return sql.sql("""
                select d.day, d.kind, d.name
                from calendar.day_kinds d
                join (select year, max(edition) as edition from calendar.year_editions group by year) newest
                  using (year, edition)
                order by d.day""")
                .query((rs, n) -> new AnnouncedDay(
                        rs.getObject(1, LocalDate.class), DayKind.of(rs.getString(2)), rs.getString(3)))
                .list();
    }

    public void addEdition(YearEdition edition, List<AnnouncedDay> days) {
        sql.sql("""
                insert into calendar.year_editions (year, edition, source, edited_by, edited_at)
                values (:year, :edition, :source, :by, :at)""")
                .param("year", edition.year())
                .param("edition", edition.edition())
                .param("source", edition.source())
                .param("by", edition.editedBy())
                .param("at", Timestamp.from(edition.editedAt()))
                .update();
        sql.sql("""
                insert into calendar.day_kinds (year, edition, day, kind, name)
                select :year, :edition, day, kind, name
                from unnest(:days::date[], :kinds::text[], :names::text[]) as one (day, kind, name)""")
                .param("year", edition.year())
                .param("edition", edition.edition())
                .param("days", days.stream().map(one -> Date.valueOf(one.day())).toArray(Date[]::new))
                .param("kinds", days.stream().map(one -> one.kind().code()).toArray(String[]::new))
                .param("names", days.stream().map(AnnouncedDay::name).toArray(String[]::new))
                .update();
    }

    /** Serialises edits of one year. */
    public void lockYear(int year) {
        sql.sql("select pg_advisory_xact_lock(30, :year)")
                .param("year", year)
                .query((rs, n) -> n)
                .list();
    }
}
