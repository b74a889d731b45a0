package org.jiamenkou.platform.database;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The places a scope reaches: everywhere, or the named areas (a row is reached by its own area or its subdistrict). */
public sealed interface Areas {
    Areas EVERYWHERE = new Everywhere();
    Areas NOWHERE = new Within(Set.of());

    record Everywhere() implements Areas {}

    /** @param ids surrogate ids of divisions; a district is given as its subdistricts, plus itself */
    record Within(Set<UUID> ids) implements Areas {
        public Within {
            ids = Set.copyOf(ids);
        }
    }

    static Areas within(Set<UUID> ids) {
        return new Within(ids);
    }

    /** Whether a row of this area and subdistrict is reached: the same rule as {@code platform.within} in SQL. */
    default boolean reaches(Place place) {
        return switch (this) {
            case Everywhere() -> true;
            case Within(Set<UUID> ids) ->
                ids.contains(place.areaId()) || (place.subdistrictId() != null && ids.contains(place.subdistrictId()));
        };
    }

    default boolean isNowhere() {
        return this instanceof Within(Set<UUID> ids) && ids.isEmpty();
    }

    default Areas plus(Areas other) {
        if (this instanceof Within(Set<UUID> mine) && other instanceof Within(Set<UUID> theirs)) {
            Set<UUID> all = new TreeSet<>(mine);
            all.addAll(theirs);
            return new Within(all);
        }
        return EVERYWHERE;
    }

    /** The value of the setting {@code jmk.areas}: {@code *} or a PostgreSQL array literal. */
    default String setting() {
        return switch (this) {
            case Everywhere() -> "*";
            case Within(Set<UUID> ids) -> {
                StringBuilder literal = new StringBuilder("{");
                for (UUID id : new TreeSet<>(ids)) {
                    if (literal.length() > 1) {
                        literal.append(',');
                    }
                    literal.append(id);
                }
                yield literal.append('}').toString();
            }
        };
    }
}
