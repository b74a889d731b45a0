package org.jiamenkou.directory.search;

/** What a search entry stands for. */
public enum EntryKind {
    ITEM,
    STATION,
    ADVISER,
    COMMITTEE,
    SUBDISTRICT,
    DISTRICT;

    /** Whether it is a place that may be combined with what is looked for there. */
    public boolean isPlace() {
        return this == COMMITTEE || this == SUBDISTRICT || this == DISTRICT;
    }
}
