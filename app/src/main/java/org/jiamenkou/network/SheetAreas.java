package org.jiamenkou.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.text.PublicCode;
import org.springframework.stereotype.Component;

/** Where an actor's sheets may reach. What lies outside is answered like what does not exist. */
@Component
class SheetAreas {
    private final Divisions divisions;

    SheetAreas(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Subdistricts in which the right is held, wholly or for some committee. */
    List<UUID> subdistricts(Actor actor, Right right) {
        List<UUID> found = new ArrayList<>();
        for (Division subdistrict : divisions.list(DivisionKind.SUBDISTRICT)) {
            boolean reached = actor.may(right, subdistrict.place())
                    || divisions.children(subdistrict.id()).stream().anyMatch(one -> actor.may(right, one.place()));
            if (reached) {
                found.add(subdistrict.id().value());
            }
        }
        return found;
    }

    /** Committees and subdistricts within the right, by code and by name where the name is the only one. */
    Map<String, Division> places(Actor actor, Right right) {
        Map<String, Division> byCode = new HashMap<>();
        Map<String, List<Division>> byName = new HashMap<>();
        for (DivisionKind kind : List.of(DivisionKind.SUBDISTRICT, DivisionKind.COMMITTEE)) {
            for (Division one : divisions.list(kind)) {
                if (actor.may(right, one.place())) {
                    byCode.put(one.code(), one);
                    byName.computeIfAbsent(one.name().zh(), name -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        byName.forEach((name, some) -> {
            if (some.size() == 1) {
                byCode.putIfAbsent(name, some.getFirst());
            }
        });
        return byCode;
    }

    Division get(UUID id) {
        return divisions.get(new DivisionId(id));
    }

    /** Hands out public codes that were never given before in their subdistrict. */
    static final class Codes {
        private final Map<UUID, java.util.Set<String>> taken = new HashMap<>();
        private final java.util.random.RandomGenerator random = new java.security.SecureRandom();

        Codes(Map<UUID, List<String>> given) {
            given.forEach((sub, codes) -> taken.put(sub, new java.util.HashSet<>(codes)));
        }

        String next(UUID subdistrict, CharSequence prefix) {
            java.util.Set<String> gone = taken.computeIfAbsent(subdistrict, sub -> new java.util.HashSet<>());
            for (int number = 0; number < 1_024; number++) {
                String code = PublicCode.numbered(prefix.toString(), number).value();
                if (gone.add(code)) {
                    return code;
                }
            }
            while (true) {
                String code = PublicCode.random(prefix.toString(), 6, random).value();
                if (gone.add(code)) {
                    return code;
                }
            }
        }
    }

    Optional<String> prefix(UUID subdistrict) {
        return Optional.ofNullable(get(subdistrict).codePrefix());
    }
}
