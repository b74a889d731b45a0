package org.jiamenkou.access;

/** What a person may be allowed to do. Which role holds which right is data (tables of this module). */
public enum Right {
    EDIT_STATION_HOURS,
    EDIT_STATION_RESPONSIBLE,
    EDIT_OFFERINGS,
    IMPORT_DIVISIONS,
    EDIT_CALENDAR,
    READ_AUDIT,
    MANAGE_ACCOUNTS
}
