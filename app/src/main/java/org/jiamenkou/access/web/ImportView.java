package org.jiamenkou.access.web;

import java.util.List;

/** A staged import with its words, for its page. */
public record ImportView(
        String id,
        String kind,
        String kindKey,
        String fileName,
        String state,
        int rowCount,
        int problemCount,
        List<Mistake> mistakes,
        List<Counted> counts,
        List<Change> changes) {

    public record Mistake(int row, String column, String value, String what) {}

    /** @param key of the message that says what is counted */
    public record Counted(String key, int count) {}

    public record Change(int row, String name, boolean added, List<Field> fields) {}

    public record Field(String column, String was, String now) {}
}
