package org.jiamenkou.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.store.EditionStore;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.stereotype.Service;

/** Editions of the divisions at the desk, for whoever holds {@link Right#IMPORT_DIVISIONS} for the city. */
@Service
public class EditionUpkeep {
    private final Scoped scoped;
    private final DivisionEditions editions;
    private final EditionStore store;
    private final Audit audit;

    EditionUpkeep(Scoped scoped, DivisionEditions editions, EditionStore store, Audit audit) {
        this.scoped = scoped;
        this.editions = editions;
        this.store = store;
        this.audit = audit;
    }

    private static Scope scope(Actor actor) {
        return actor.exercisingEverywhere(Right.IMPORT_DIVISIONS);
    }

    /** Every edition there ever was, newest first. */
    public List<DivisionEdition> listAll(Actor actor) {
        return scoped.read(scope(actor), store::listAll);
    }

    public Optional<DivisionEdition> find(Actor actor, UUID id) {
        return listAll(actor).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public List<DivisionDifference> listDifferences(Actor actor, UUID id) {
        return editions.listDifferences(scope(actor), id);
    }

    /**
     * Nothing counts before {@link #confirm}.
     *
     * @param files text by file name, as {@link DivisionFiles} names them
     * @throws IllegalArgumentException naming the file that is missing or cannot be read
     */
    public EditionAnswer propose(Actor actor, Map<String, String> files) {
        Scope scope = scope(actor);
        return editions.propose(scope, DivisionFiles.read(files));
    }

    public EditionAnswer confirm(Actor actor, UUID id) {
        return editions.confirm(scope(actor), id);
    }

    /** Lays a proposed edition aside; false when it was not waiting any more. */
    public boolean drop(Actor actor, UUID id) {
        return scoped.transaction(scope(actor), () -> {
            boolean waits =
                    store.lock(id).filter(one -> one.state().equals("PROPOSED")).isPresent();
            if (waits) {
                store.drop(id);
                audit.record(new Audit.Entry(
                        "divisions.drop", "network.division_editions", id.toString(), null, Set.of("edition")));
            }
            return waits;
        });
    }
}
