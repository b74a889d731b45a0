package org.jiamenkou.access.web;

import java.util.List;

/** A staged import with its words, for its page. */
public record ImportView(
        String id,
        Kind kind,
        String fileName,
        String state,
        int rowCount,
        int problemCount,
        List<Mistake> mistakes,
        List<Counted> counts,
        List<Change> changes) {

    public record Mistake(int row, String column, String value, String what) {}

    /** A kind of sheet. @param nameKey of the message that names it: that of its form */
    public record Kind(String code, String nameKey) {}

    /** @param key of the message that says what is counted */
    public record Counted(String key, int count) {}

    public record Change(int row, String name, boolean added, List<Field> fields) {}

    public record Field(String column, String was, String now) {}
}
