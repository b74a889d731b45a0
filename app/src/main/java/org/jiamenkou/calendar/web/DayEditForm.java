package org.jiamenkou.calendar.web;

import java.util.Map;

/** What was typed, as it was typed. {@code seen} lists the newest editions the editor saw, {@code 2026:3}. */
public record DayEditForm(String day, String kind, String name, String source, String seen) {
    static final DayEditForm NOTHING = new DayEditForm("", "", "", "", "");

    static DayEditForm from(Map<String, String> fields) {
        return new DayEditForm(
                fields.getOrDefault("day", "").strip(),
                fields.getOrDefault("kind", ""),
                fields.getOrDefault("name", "").strip(),
                fields.getOrDefault("source", "").strip(),
                fields.getOrDefault("seen", ""));
    }

    int editionSeen(int year) {
        for (String one : seen.split(",")) {
            if (one.startsWith(year + ":") && one.substring(5).matches("\\d{1,6}")) {
                return Integer.parseInt(one.substring(5));
            }
        }
        return 0;
    }

    /** @param field the id of the input it concerns */
    public record Wrong(String field, String text) {}
}
