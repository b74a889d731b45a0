package org.jiamenkou.registry.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons, their phones and who acts for them. */
@Component
public final class PersonStore {
    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A new person.
     *
     * @param residentId account, null for somebody met at a desk
     */
    public record NewPerson(
            UUID id,
            Place place,
            String name,
            @Nullable UUID residentId,
            Instant metAt,
            String source,
            boolean sample) {}

    /** @param phone encrypted; @param index its blind index */
    public record NewPhone(
            UUID personId, UUID id, Place place, String kind, byte[] phone, byte[] index, LocalDate from) {}

    /** @param phones encrypted, the newest first */
    public record Row(
            UUID id, Place place, String name, byte @Nullable [] idNumber, List<PhoneRow> phones, boolean sample) {}

    public record PhoneRow(String kind, byte[] phone) {}

    /** A person found by a phone. */
    public record Known(UUID id, String name, byte[] phoneIndex) {}

    public void addAll(List<NewPerson> persons) {
        sql.sql("""
                insert into registry.persons
                    (id, subdistrict_id, area_id, name, resident_id, met_at, source, sample)
                select * from unnest(:ids::uuid[], :subdistricts::uuid[], :areas::uuid[], :names::text[],
                                     :residents::uuid[], :met::timestamptz[], :sources::text[], :samples::boolean[])""")
                .param("ids", persons.stream().map(NewPerson::id).toArray(UUID[]::new))
                .param(
                        "subdistricts",
                        persons.stream().map(one -> one.place().subdistrictId()).toArray(UUID[]::new))
                .param(
                        "areas",
                        persons.stream().map(one -> one.place().areaId()).toArray(UUID[]::new))
                .param("names", persons.stream().map(NewPerson::name).toArray(String[]::new))
                .param("residents", persons.stream().map(NewPerson::residentId).toArray(UUID[]::new))
                .param(
                        "met",
                        persons.stream().map(one -> one.metAt().toString()).toArray(String[]::new))
                .param("sources", persons.stream().map(NewPerson::source).toArray(String[]::new))
                .param("samples", persons.stream().map(NewPerson::sample).toArray(Boolean[]::new))
                .update();
    }

    public void addPhones(List<NewPhone> phones) {
        if (phones.isEmpty()) {
            return;
        }
        sql.sql("""
                insert into registry.person_phones
                    (person_id, id, subdistrict_id, area_id, kind, phone, phone_index, valid_from)
                select * from unnest(:persons::uuid[], :ids::uuid[], :subdistricts::uuid[], :areas::uuid[],
                                     :kinds::text[], :phones::bytea[], :indexes::bytea[], :froms::date[])""")
                .param("persons", phones.stream().map(NewPhone::personId).toArray(UUID[]::new))
                .param("ids", phones.stream().map(NewPhone::id).toArray(UUID[]::new))
                .param(
                        "subdistricts",
                        phones.stream().map(one -> one.place().subdistrictId()).toArray(UUID[]::new))
                .param("areas", phones.stream().map(one -> one.place().areaId()).toArray(UUID[]::new))
                .param("kinds", phones.stream().map(NewPhone::kind).toArray(String[]::new))
                .param("phones", phones.stream().map(NewPhone::phone).toArray(byte[][]::new))
                .param("indexes", phones.stream().map(NewPhone::index).toArray(byte[][]::new))
                .param(
                        "froms",
                        phones.stream().map(one -> one.from().toString()).toArray(String[]::new))
                .update();
    }

    /** Persons whose phone carries one of these blind indexes. */
    public List<Known> listKnown(byte[][] phoneIndexes) {
        return sql.sql("""
                select p.id, p.name, f.phone_index
                from registry.person_phones f join registry.persons p on p.id = f.person_id
                where f.phone_index = any (:indexes) and f.valid_to is null
                order by p.met_at, p.id""")
                .param("indexes", phoneIndexes)
                .query((rs, n) -> new Known(rs.getObject(1, UUID.class), rs.getString(2), rs.getBytes(3)))
                .list();
    }

    public Optional<UUID> findOfResident(UUID residentId) {
        return sql.sql("select id from registry.persons where resident_id = :resident order by met_at, id limit 1")
                .param("resident", residentId)
                .query(UUID.class)
                .optional();
    }

    /** Links the account to somebody met before, unless they have an account already. */
    public boolean link(UUID person, UUID resident) {
        return sql.sql("update registry.persons set resident_id = :resident where id = :id and resident_id is null")
                        .param("resident", resident)
                        .param("id", person)
                        .update()
                == 1;
    }

    public List<Row> list(Collection<UUID> ids) {
        return sql.sql(SELECT + " where p.id = any (:ids) group by p.id order by p.name, p.id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, n) -> row(rs))
                .list();
    }

    /** By full name in one subdistrict. */
    public List<Row> listByName(UUID subdistrict, String name, int most) {
        return sql.sql(SELECT + """
                where p.subdistrict_id = :subdistrict and p.name = :name
                 group by p.id order by p.met_at desc, p.id limit :most""")
                .param("subdistrict", subdistrict)
                .param("name", name)
                .param("most", most)
                .query((rs, n) -> row(rs))
                .list();
    }

    private static final String SELECT = """
            select p.id, p.area_id, p.subdistrict_id, p.name, p.id_number, p.sample,
                   array_agg(f.kind order by f.valid_from desc, f.id) filter (where f.id is not null),
                   array_agg(f.phone order by f.valid_from desc, f.id) filter (where f.id is not null)
            from registry.persons p
            left join registry.person_phones f on f.person_id = p.id and f.valid_to is null
            """;

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getObject(1, UUID.class),
                new Place(rs.getObject(2, UUID.class), rs.getObject(3, UUID.class)),
                rs.getString(4),
                rs.getBytes(5),
                phones(rs.getArray(7), rs.getArray(8)),
                rs.getBoolean(6));
    }

    private static List<PhoneRow> phones(@Nullable Array kinds, @Nullable Array phones) throws SQLException {
        if (kinds == null || phones == null) {
            return List.of();
        }
        String[] kind = (String[]) kinds.getArray();
        byte[][] phone = (byte[][]) phones.getArray();
        return java.util.stream.IntStream.range(0, kind.length)
                .mapToObj(i -> new PhoneRow(kind[i], phone[i]))
                .toList();
    }

    /** @return false when nobody of this id may be changed here */
    public boolean setIdNumber(UUID person, byte[] number, byte[] index, int birthYear) {
        return sql.sql("""
                update registry.persons set id_number = :number, id_index = :index, birth_year = :year where id = :id""")
                        .param("number", number)
                        .param("index", index)
                        .param("year", birthYear)
                        .param("id", person)
                        .update()
                == 1;
    }

    /** Row of who may act for whom. */
    public record NewRelation(UUID person, UUID helper, Place place, String kind, String toldBy, Instant since) {}

    /** Does nothing when the helper is known as one already. */
    public void addRelation(NewRelation relation) {
        sql.sql("""
                insert into registry.relations (person_id, helper_id, subdistrict_id, area_id, kind, told_by, since)
                select :person, :helper, :subdistrict, :area, :kind, :told, :since
                where not exists (select from registry.relations
                                  where person_id = :person and helper_id = :helper and until is null)""")
                .param("person", relation.person())
                .param("helper", relation.helper())
                .param("subdistrict", relation.place().subdistrictId())
                .param("area", relation.place().areaId())
                .param("kind", relation.kind())
                .param("told", relation.toldBy())
                .param("since", Timestamp.from(relation.since()))
                .update();
    }

    public boolean endRelation(UUID person, UUID helper, Instant at) {
        return sql.sql("""
                update registry.relations set until = :at
                where person_id = :person and helper_id = :helper and until is null""")
                        .param("at", Timestamp.from(at))
                        .param("person", person)
                        .param("helper", helper)
                        .update()
                > 0;
    }

    /** Persons this helper may act for today, with what they are to them. */
    public record Helped(UUID person, String kind) {}

    public List<Helped> listHelped(UUID helper) {
        return sql.sql(
                        "select person_id, kind from registry.relations where helper_id = :helper and until is null order by since")
                .param("helper", helper)
                .query((rs, n) -> new Helped(rs.getObject(1, UUID.class), rs.getString(2)))
                .list();
    }
}
