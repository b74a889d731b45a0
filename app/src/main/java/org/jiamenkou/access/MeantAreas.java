package org.jiamenkou.access;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the area that somebody means who types a code or a name. */
@Component
class MeantAreas {
    private static final int MOST_NAMED = 5;

    private final AreaTree areas;

    MeantAreas(AreaTree areas) {
        this.areas = areas;
    }

    sealed interface Meant {
        record Found(AreaTree.Area area) implements Meant {}

        record Refused(AccountRefusal refusal) implements Meant {}
    }

    /** The one area that is meant and where the right is held. */
    Meant find(Actor actor, Right right, String words) {
        List<AreaTree.Area> meant = words.isBlank() ? List.of() : areas.listMeant(words.strip(), MOST_NAMED + 1);
        if (meant.isEmpty()) {
            return new Meant.Refused(new AccountRefusal.UnknownArea());
        }
        List<AreaTree.Area> reached =
                meant.stream().filter(area -> actor.may(right, area.place())).toList();
        if (reached.isEmpty()) {
            return new Meant.Refused(new AccountRefusal.OutsideYourArea());
        }
        if (reached.size() > 1) {
            return new Meant.Refused(new AccountRefusal.SeveralAreas(reached.stream()
                    .limit(MOST_NAMED)
                    .map(area -> area.code() + " " + area.name().zh())
                    .collect(Collectors.joining("; "))));
        }
        return new Meant.Found(reached.getFirst());
    }
}
