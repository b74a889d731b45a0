package org.jiamenkou.network.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of several tables, collected before they are written together. */
public final class Sheet {
    private final Map<Table, List<Map<String, Object>>> rows = new EnumMap<>(Table.class);
    private final List<Opening> openings = new ArrayList<>();

    /** Tables in the order in which they can be written. */
    public enum Table {
        division_editions,
        division_edition_rows,
        division_differences,
        divisions,
        division_codes,
        division_successions,
        district_profiles,
        declared_counts,
        organisations,
        stations,
        station_committees,
        rooms,
        station_checks,
        plates,
        facilities,
        clusters,
        cluster_committees,
        staff_members,
        posts
    }

    /** A row whose hours follow a pattern; its schedule is made when the sheet is written. */
    public record Opening(Map<String, Object> row, String pattern) {}

    /** Starts a row; columns that are not set become null. */
    public Row add(Table table) {
        Map<String, Object> row = new HashMap<>();
        if (table == Table.rooms || table == Table.organisations) {
            row.put("version", 1);
        }
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
        return new Row(row);
    }

    public List<Map<String, Object>> rows(Table table) {
        return rows.getOrDefault(table, List.of());
    }

    public List<Opening> openings() {
        return openings;
    }

    /** A row being filled. */
    public final class Row {
        private final Map<String, Object> row;

        private Row(Map<String, Object> row) {
            this.row = row;
        }

        public Row set(String column, @Nullable Object value) {
            if (value != null) {
                row.put(column, value);
            }
            return this;
        }

        public Row opens(String pattern) {
            openings.add(new Opening(row, pattern));
            return this;
        }

        public UUID id() {
            return (UUID) java.util.Objects.requireNonNull(row.get("id"));
        }
    }
}
