package org.jiamenkou.registry;

import java.time.Clock;
import java.util.List;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.registry.store.PersonStore;
import org.springframework.stereotype.Service;

/** Who does things for whom: a daughter books for her mother. All methods work in the running transaction. */
@Service
public class Relations {
    private final PersonStore store;
    private final Clock clock;

    Relations(PersonStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Somebody who is helped, and what the helper is to them. */
    public record Helped(PersonId person, RelationKind kind) {}

    /**
     * The helper may act for the person from now on; told by whoever acts.
     *
     * @param place of the person acted for
     */
    public void add(PersonId helper, Helped helped, Place place) {
        store.addRelation(new PersonStore.NewRelation(
                helped.person().value(),
                helper.value(),
                place,
                helped.kind().name(),
                Scoped.current().actorKey(),
                clock.instant()));
    }

    /** Ends it; false when there was none. */
    public boolean end(PersonId helper, PersonId person) {
        return store.endRelation(person.value(), helper.value(), clock.instant());
    }

    public List<Helped> listHelpedBy(PersonId helper) {
        return store.listHelped(helper.value()).stream()
                .map(row -> new Helped(new PersonId(row.person()), RelationKind.valueOf(row.kind())))
                .toList();
    }
}
