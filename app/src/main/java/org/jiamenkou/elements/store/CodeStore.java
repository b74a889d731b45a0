package org.jiamenkou.elements.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jiamenkou.elements.Code;
import org.jiamenkou.elements.CodeSet;
import org.jiamenkou.elements.LoadedSet;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tables of code sets. */
@Component
public final class CodeStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final JdbcClient sql;

    public CodeStore(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(Code code, boolean retired) {}

    /** By name, in the order of the file; a set that has ended is left out. */
    public Map<String, CodeSet> listSets() {
        Map<String, List<Row>> rows = new HashMap<>();
        sql.sql("""
                select set_code, code, name_zh, name_en, seal, parent, maps_to, more, valid_to is not null
                from elements.codes order by set_code, position, code""")
                .query((rs, n) -> row(rs))
                .list()
                .forEach(row -> rows.computeIfAbsent(row.code().set(), name -> new ArrayList<>())
                        .add(row));
        Map<String, CodeSet> sets = new LinkedHashMap<>();
        sql.sql("""
                select code, name_zh, name_en, source from elements.code_sets
                where valid_to is null order by position, code""")
                .query((rs, n) -> new CodeSet(
                        rs.getString(1),
                        new LocalText(rs.getString(2), rs.getString(3)),
                        rs.getString(4),
                        codes(rows.getOrDefault(rs.getString(1), List.of()), false),
                        codes(rows.getOrDefault(rs.getString(1), List.of()), true)))
                .list()
                .forEach(set -> sets.put(set.code(), set));
        return sets;
    }

    private static List<Code> codes(List<Row> rows, boolean retired) {
        return rows.stream()
                .filter(row -> row.retired() == retired)
                .map(Row::code)
                .toList();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                new Code(
                        rs.getString(1),
                        rs.getString(2),
                        new LocalText(rs.getString(3), rs.getString(4)),
                        rs.getString(5),
                        rs.getString(6),
                        List.of((String[]) rs.getArray(7).getArray()),
                        JSON.readValue(rs.getString(8), STRINGS)),
                rs.getBoolean(9));
    }

    /** Empty before the first load. */
    public String loadedHash() {
        return sql.sql("select hash from elements.loaded_files where file = 'code-sets'")
                .query(String.class)
                .optional()
                .orElse("");
    }

    public void remember(String hash, Instant at) {
        sql.sql("""
                insert into elements.loaded_files (file, hash, loaded_at) values ('code-sets', :hash, :at)
                on conflict (file) do update set hash = excluded.hash, loaded_at = excluded.loaded_at""").param("hash", hash).param("at", Timestamp.from(at)).update();
    }

    /** Sets and codes of the list are current afterwards, all others end on this day. */
    public void merge(List<LoadedSet> sets, LocalDate today) {
        mergeSets(sets);
        List<Code> codes =
                sets.stream().flatMap(one -> one.set().codes().stream()).toList();
        mergeCodes(sets, codes);
        endOthers(sets, codes, today);
    }

    private void mergeSets(List<LoadedSet> sets) {
        sql.sql("""
                insert into elements.code_sets (code, position, name_zh, name_en, source, valid_from)
                select * from unnest(:codes::text[], :positions::int[], :zh::text[], :en::text[], :sources::text[],
                                     :from::date[])
                on conflict (code) do update
                    set position = excluded.position, name_zh = excluded.name_zh, name_en = excluded.name_en,
                        source = excluded.source, valid_from = excluded.valid_from, valid_to = null""")
                .param("codes", strings(sets, one -> one.set().code()))
                .param("positions", positions(sets.size()))
                .param("zh", strings(sets, one -> one.set().name().zh()))
                .param("en", strings(sets, one -> one.set().name().en()))
                .param("sources", strings(sets, one -> one.set().source()))
                .param("from", strings(sets, one -> one.validFrom().toString()))
                .update();
    }

    private void mergeCodes(List<LoadedSet> sets, List<Code> codes) {
        Map<String, LoadedSet> bySet = new HashMap<>();
        sets.forEach(one -> bySet.put(one.set().code(), one));
        sql.sql("""
                insert into elements.codes (set_code, code, position, name_zh, name_en, seal, parent, maps_to, more,
                                            source, valid_from)
                select set_code, code, position, zh, en, seal, parent, string_to_array(maps_to, ','), more, source, since
                from unnest(:sets::text[], :codes::text[], :positions::int[], :zh::text[], :en::text[], :seals::text[],
                            :parents::text[], :maps::text[], :more::jsonb[], :sources::text[], :from::date[])
                     as file (set_code, code, position, zh, en, seal, parent, maps_to, more, source, since)
                on conflict (set_code, code) do update
                    set position = excluded.position, name_zh = excluded.name_zh, name_en = excluded.name_en,
                        seal = excluded.seal, parent = excluded.parent, maps_to = excluded.maps_to,
                        more = excluded.more, source = excluded.source, valid_from = excluded.valid_from,
                        valid_to = null""")
                .param("sets", strings(codes, Code::set))
                .param("codes", strings(codes, Code::code))
                .param("positions", positions(codes.size()))
                .param("zh", strings(codes, one -> one.name().zh()))
                .param("en", strings(codes, one -> one.name().en()))
                .param("seals", strings(codes, Code::seal))
                .param("parents", strings(codes, Code::parent))
                .param("maps", strings(codes, one -> String.join(",", one.mapsTo())))
                .param("more", strings(codes, one -> JSON.writeValueAsString(one.more())))
                .param("sources", strings(codes, one -> source(one, bySet)))
                .param("from", strings(codes, one -> {
                    LoadedSet set = bySet.get(one.set());
                    return set == null ? null : set.validFrom().toString();
                }))
                .update();
    }

    private static @Nullable String source(Code code, Map<String, LoadedSet> bySet) {
        String own = code.more().get("source");
        LoadedSet set = bySet.get(code.set());
        return own != null || set == null ? own : set.set().source();
    }

    private void endOthers(List<LoadedSet> sets, List<Code> codes, LocalDate today) {
        sql.sql("""
                update elements.codes set valid_to = :today
                where valid_to is null and (set_code, code) not in
                      (select * from unnest(:sets::text[], :codes::text[]))""")
                .param("today", today)
                .param("sets", strings(codes, Code::set))
                .param("codes", strings(codes, Code::code))
                .update();
        sql.sql(
                        "update elements.code_sets set valid_to = :today where valid_to is null and code <> all (:sets::text[])")
                .param("today", today)
                .param("sets", strings(sets, one -> one.set().code()))
                .update();
    }

    private static <T> @Nullable String[] strings(List<T> all, Function<T, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static Integer[] positions(int count) {
        return IntStream.range(0, count).boxed().toArray(Integer[]::new);
    }
}
