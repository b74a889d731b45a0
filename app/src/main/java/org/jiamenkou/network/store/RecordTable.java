package org.jiamenkou.network.store;

import java.util.List;

/** Tables whose fields are kept by page and by sheet, with the columns that may be kept so. */
public enum RecordTable {
    STATIONS(
            "stations",
            "id",
            "closed_on",
            List.of(
                    Column.text("type"),
                    Column.text("size"),
                    Column.text("template"),
                    Column.text("name_zh"),
                    Column.text("name_en"),
                    Column.text("address_zh"),
                    Column.text("address_en"),
                    Column.of("longitude", "double precision"),
                    Column.of("latitude", "double precision"),
                    Column.text("coordinate_system"),
                    Column.text("phone"),
                    Column.of("step_free", "boolean"),
                    Column.text("operator_kind"),
                    Column.text("premises_source"),
                    Column.text("premises_contract"),
                    Column.of("premises_until", "date")),
            List.of(Column.text("code"), Column.of("opens_short", "boolean"), Column.of("opened_on", "date"))),
    ROOMS(
            "rooms",
            "station_id",
            "ended_on",
            List.of(
                    Column.of("position", "integer"),
                    Column.text("purpose"),
                    Column.text("name_zh"),
                    Column.text("name_en"),
                    Column.of("square_metres", "integer"),
                    Column.of("resident_use", "boolean")),
            List.of()),
    ORGANISATIONS(
            "organisations",
            "id",
            "closed_on",
            List.of(
                    Column.text("kind"),
                    Column.text("type"),
                    Column.text("name_zh"),
                    Column.text("name_en"),
                    Column.of("lines", "text[]"),
                    Column.text("address_zh"),
                    Column.text("address_en"),
                    Column.text("phone"),
                    Column.text("source")),
            List.of());

    private final String table;
    private final String owner;
    private final String ended;
    private final List<Column> fields;
    private final List<Column> fixed;

    RecordTable(String table, String owner, String ended, List<Column> fields, List<Column> fixed) {
        this.table = table;
        this.owner = owner;
        this.ended = ended;
        this.fields = fields;
        this.fixed = fixed;
    }

    /** @param type as PostgreSQL calls it */
    public record Column(String name, String type) {
        static Column text(String name) {
            return new Column(name, "text");
        }

        static Column of(CharSequence name, String type) {
            return new Column(name.toString(), type);
        }

        /** In the normal form of sheets. */
        String read() {
            return switch (type) {
                case "boolean" -> "case when r." + name + " then 'yes' when not r." + name + " then 'no' end";
                case "text[]" -> "nullif(array_to_string(r." + name + ", ','), '')";
                default -> "r." + name + "::text";
            };
        }

        String write() {
            return switch (type) {
                case "boolean" -> "(n." + name + " = 'yes')";
                case "text[]" -> "string_to_array(coalesce(n." + name + ", ''), ',')";
                case "text" -> "n." + name;
                default -> "n." + name + "::" + type;
            };
        }
    }

    public String table() {
        return table;
    }

    /** Column that names the record it belongs to. */
    public String owner() {
        return owner;
    }

    /** Column of the day it ended. */
    public String ended() {
        return ended;
    }

    public List<Column> fields() {
        return fields;
    }

    /** Columns that are written once. */
    public List<Column> fixed() {
        return fixed;
    }
}
