package org.jiamenkou.queue;

import org.jiamenkou.registry.PersonId;
import org.jiamenkou.registry.RelationKind;

/** For whom a resident books. */
public sealed interface BookedFor {
    record Themselves() implements BookedFor {}

    /** Somebody they have done things for before. */
    record Helped(PersonId person) implements BookedFor {}

    /** Somebody new; from now on the resident acts for them. */
    record NewHelped(String name, RelationKind relation) implements BookedFor {}
}
