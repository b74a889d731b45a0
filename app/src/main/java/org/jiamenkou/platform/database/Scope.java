package org.jiamenkou.platform.database;

import java.util.Set;

/**
 * On whose behalf, and how far, a transaction acts. The database repeats it through row-level security: what lies
 * outside {@link #readAreas} is invisible in tables about people, what lies outside {@link #writeAreas} cannot be
 * written at all.
 */
public interface Scope {
    /** Who acts: {@code public}, {@code system:<name>} or an account's id. Never empty. */
    String actorKey();

    /** Where rows about people may be read. */
    Areas readAreas();

    /** Where rows may be written: the areas of the one right that is being exercised, nowhere when none is. */
    Areas writeAreas();

    /** Functional lines the right is limited to; empty means every line. */
    Set<String> lines();
}
