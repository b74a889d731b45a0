package org.jiamenkou.access;

/** What a person may be allowed to do. Which role holds which right is data (tables of this module). */
public enum Right {
    EDIT_STATION_HOURS,
    EDIT_STATION_RESPONSIBLE,
    /** Type, place, rooms, signage and the checklist of the six unifications, with photographs. */
    EDIT_STATIONS,
    EDIT_OFFERINGS,
    EDIT_ORGANISATIONS,
    /** Service items and their guides. */
    EDIT_ITEMS,
    /** Applies for an entry approval (基层事务准入, M-151). */
    APPLY_FOR_ENTRY,
    /** Decides an entry approval (基层事务准入, M-151). */
    DECIDE_ENTRY,
    /** Positive lists and the certificate ban list. */
    EDIT_LISTS,
    EDIT_CODE_SETS,
    IMPORT_DIVISIONS,
    EDIT_CALENDAR,
    /** Books, changes and cancels for somebody at the desk or on the phone; sees the bookings of a day (M-062). */
    BOOK_FOR_OTHERS,
    /** How a place gives out its time: capacity, exceptions, limits. */
    EDIT_SLOTS,
    MANAGE_DEVICES,
    /** Gives out numbers, checks people in, draws numbers for others. */
    ISSUE_TICKETS,
    /** Calls and serves at a counter. */
    CALL_TICKETS,
    /** Counters, mode and rules of a place's queue. */
    MANAGE_QUEUE,
    /** Makes accounts, moves and ends them; gives no rights (system administrator). */
    MANAGE_ACCOUNTS,
    /** Gives and ends roles, restores a lost factor together with a second person (security administrator). */
    GRANT_ROLES,
    READ_AUDIT
}
