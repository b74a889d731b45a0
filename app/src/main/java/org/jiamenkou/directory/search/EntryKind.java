package org.jiamenkou.directory.search;

import java.util.EnumSet;
import java.util.Set;

/** What a search entry stands for. */
public enum EntryKind {
    ITEM,
    STATION,
    ADVISER,
    COMMITTEE,
    SUBDISTRICT,
    DISTRICT;

    /** Kinds whose names may stand in a query beside what is wanted. */
    static final Set<EntryKind> PLACES = EnumSet.of(DISTRICT, SUBDISTRICT, COMMITTEE, STATION);
}
