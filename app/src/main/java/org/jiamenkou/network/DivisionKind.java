package org.jiamenkou.network;

/** Levels of the tree of divisions, from the city down (M-001). */
public enum DivisionKind {
    CITY,
    DISTRICT,
    SUBDISTRICT,
    COMMITTEE,
    ESTATE,
    BLOCK,
    BUILDING_GROUP
}
