package org.jiamenkou.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.web.AccessRefusedException;

/**
 * A person who is signed in, with the rights of this moment: role × area × functional line × grant, already resolved.
 * The one place where "may they?" is answered; the database repeats the answer through the scope of
 * {@link #exercising}.
 *
 * @param accountId the account
 * @param name shown on screens
 * @param areasByRight where each right is held; a right that is not a key is not held anywhere
 * @param lines functional lines the account is limited to, empty for all
 */
public record Actor(UUID accountId, String name, Map<Right, Areas> areasByRight, Set<String> lines) implements Scope {
    public Actor {
        areasByRight = areasByRight.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(areasByRight));
        lines = Set.copyOf(lines);
    }

    @Override
    public String actorKey() {
        return accountId.toString();
    }

    /** Staff read about people wherever they hold any right. */
    @Override
    public Areas readAreas() {
        return areasByRight.values().stream().reduce(Areas.NOWHERE, Areas::plus);
    }

    /** Nothing is written without naming the right; see {@link #exercising}. */
    @Override
    public Areas writeAreas() {
        return Areas.NOWHERE;
    }

    public boolean may(Right right, Place place) {
        return areasByRight.getOrDefault(right, Areas.NOWHERE).reaches(place);
    }

    public boolean holds(Right right) {
        return !areasByRight.getOrDefault(right, Areas.NOWHERE).isNowhere();
    }

    /**
     * The scope in which this right is used at this place; the database then accepts writes only where the right is
     * held.
     *
     * @throws AccessRefusedException when the right is not held there
     */
    public Scope exercising(Right right, Place place) {
        if (!may(right, place)) {
            throw new AccessRefusedException(accountId + " may not " + right + " at " + place);
        }
        return new Exercise(this, right);
    }

    /**
     * The scope in which this right is used on reference data of the whole city.
     *
     * @throws AccessRefusedException unless the right is held for the whole city
     */
    public Scope exercisingEverywhere(Right right) {
        if (!(areasByRight.getOrDefault(right, Areas.NOWHERE) instanceof Areas.Everywhere)) {
            throw new AccessRefusedException(accountId + " may not " + right + " for the whole city");
        }
        return new Exercise(this, right);
    }

    private record Exercise(Actor actor, Right right) implements Scope {
        @Override
        public String actorKey() {
            return actor.actorKey();
        }

        @Override
        public Areas readAreas() {
            return actor.readAreas();
        }

        @Override
        public Areas writeAreas() {
            return actor.areasByRight().getOrDefault(right, Areas.NOWHERE);
        }

        @Override
        public Set<String> lines() {
            return actor.lines();
        }
    }
}
