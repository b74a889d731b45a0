package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.rules.ListRules;
import org.jiamenkou.catalogue.store.ListStore;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * New versions of the positive lists and of the ban list (M-151, M-152), by city and district: written as a draft over the one
 * in force, entry by entry or by sheet, and published as a whole with its day and its source. Two people may write on one
 * draft; only what both changed is refused to the second.
 */
@Service
public class ListUpkeep {
    private static final int MOST_STEPS = 50;
    private static final List<DivisionKind> LEVELS = List.of(DivisionKind.CITY, DivisionKind.DISTRICT);

    private final Scoped scoped;
    private final ListStore store;
    private final PositiveLists lists;
    private final CatalogueAreas areas;
    private final Divisions divisions;
    private final Idempotency idempotency;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ListUpkeep(
            Scoped scoped,
            ListStore store,
            PositiveLists lists,
            CatalogueAreas areas,
            Divisions divisions,
            Idempotency idempotency,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.lists = lists;
        this.areas = areas;
        this.divisions = divisions;
        this.idempotency = idempotency;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A list of an area. */
    public record Which(Division area, ListKind list) {
        private ListStore.Of of() {
            return new ListStore.Of(place().areaId(), list);
        }

        Place place() {
            return CatalogueAreas.placeOf(area);
        }
    }

    /**
     * A list as it is kept.
     *
     * @param inForce what holds in the area today, the city's where a district has none of its own
     * @param versions the area's own, the one that begins last first
     * @param draft the open one, null when nobody writes
     * @param steps the last saved states of drafts, newest first
     */
    public record Kept(
            Which which,
            @Nullable PositiveList inForce,
            List<ListVersion> versions,
            @Nullable ListDraft draft,
            List<ListDraft> steps) {
        /** What an editor starts from. */
        public List<PositiveList.Entry> entries() {
            return draft != null ? draft.entries() : published();
        }

        /** The area's own version that begins last, also one of days to come; else what holds in the area. */
        private List<PositiveList.Entry> published() {
            PositiveList last =
                    versions.isEmpty() ? inForce : versions.getFirst().value();
            return last == null ? List.of() : last.entries();
        }

        /** Newest saved state that was looked at, 0 when nobody ever wrote. */
        public int seen() {
            return steps.isEmpty() ? 0 : steps.getFirst().revision();
        }

        public List<ListDifference> differences() {
            return ListRules.compare(inForce == null ? List.of() : inForce.entries(), entries());
        }
    }

    /** The city and districts whose lists this person keeps. */
    public List<Division> areasOf(Actor actor) {
        return areas.list(actor, Right.EDIT_LISTS, LEVELS);
    }

    /**
     * Empty when there is no such area or list.
     *
     * @throws org.jiamenkou.platform.web.AccessRefusedException where the right is not held
     */
    public Optional<Which> find(Actor actor, String areaCode, String list) {
        Optional<Which> which = divisions
                .find(areaCode)
                .filter(area -> LEVELS.contains(area.kind()) && !area.retired())
                .flatMap(area -> ListKind.find(list).map(kind -> new Which(area, kind)));
        which.ifPresent(found -> actor.exercising(Right.EDIT_LISTS, found.place()));
        return which;
    }

    public Kept read(Actor actor, Which which) {
        return scoped.read(actor, () -> kept(which));
    }

    private Kept kept(Which which) {
        List<ListDraft> steps = store.listSteps(which.of(), MOST_STEPS);
        ListDraft last = steps.isEmpty() ? null : steps.getFirst();
        return new Kept(
                which,
                lists.current(which.list().code(), which.area()).orElse(null),
                store.listVersions(which.of()),
                last != null && last.state() == ListDraft.State.DRAFT ? last : null,
                steps);
    }

    /**
     * One entry as it shall be.
     *
     * @param entry null to take it out
     * @param fresh whether it must not be there yet
     * @param seen the saved state the editor looked at, 0 for none
     */
    public record EntryChange(int number, PositiveList.@Nullable Entry entry, boolean fresh, int seen) {}

    /** Why not, or empty when the draft has it. Asking for what is so already changes nothing. */
    public List<ListRefusal> change(Actor actor, Which which, EntryChange wanted) {
        return scoped.transaction(scope(actor, which), () -> {
            store.lock(which.of());
            Kept kept = kept(which);
            Optional<PositiveList.Entry> now = ListRules.find(kept.entries(), wanted.number());
            if (Objects.equals(now.orElse(null), wanted.entry())) {
                return List.<ListRefusal>of();
            }
            if (wanted.fresh() && now.isPresent()) {
                return List.<ListRefusal>of(new ListRefusal.NumberTaken(wanted.number()));
            }
            if (!wanted.fresh() && !isFree(kept, wanted)) {
                return List.<ListRefusal>of(new ListRefusal.ChangedMeanwhile(lastWriter(kept)));
            }
            save(
                    actor,
                    kept,
                    ListDraft.State.DRAFT,
                    ListRules.with(kept.entries(), wanted.number(), wanted.entry()),
                    null);
            record("list.edited", which, Set.of("entries"));
            return List.<ListRefusal>of();
        });
    }

    private boolean isFree(Kept kept, EntryChange wanted) {
        if (wanted.seen() == kept.seen()) {
            return true;
        }
        List<PositiveList.Entry> looked = store.find(kept.which().of(), wanted.seen())
                .filter(one -> one.state() == ListDraft.State.DRAFT)
                .map(ListDraft::entries)
                .orElseGet(kept::published);
        return ListRules.isFree(looked, kept.entries(), wanted.number());
    }

    private static String lastWriter(Kept kept) {
        return kept.steps().isEmpty() ? "" : kept.steps().getFirst().byName();
    }

    /** Gives up the draft; its saved states stay. */
    public List<ListRefusal> discard(Actor actor, Which which, int seen) {
        return scoped.transaction(scope(actor, which), () -> {
            store.lock(which.of());
            Kept kept = kept(which);
            ListDraft draft = kept.draft();
            if (draft == null) {
                return List.<ListRefusal>of();
            }
            if (draft.revision() != seen) {
                return List.<ListRefusal>of(new ListRefusal.ChangedMeanwhile(draft.byName()));
            }
            save(actor, kept, ListDraft.State.DISCARDED, draft.entries(), null);
            record("list.discarded", which, Set.of("entries"));
            return List.<ListRefusal>of();
        });
    }

    /** @param seen the saved state that shall be published; @param key idempotency key of the form */
    public record Publishing(ListPublication publication, int seen, String key) {}

    public List<ListRefusal> publish(Actor actor, Which which, Publishing wanted) {
        try {
            scoped.transaction(
                    scope(actor, which), () -> idempotency.once(wanted.key(), () -> published(actor, which, wanted)));
            return List.of();
        } catch (RefusedException refused) {
            return refused.refusals;
        }
    }

    private String published(Actor actor, Which which, Publishing wanted) {
        store.lock(which.of());
        Kept kept = kept(which);
        ListDraft draft = kept.draft();
        if (draft == null || draft.revision() != wanted.seen()) {
            throw new RefusedException(List.of(new ListRefusal.ChangedMeanwhile(lastWriter(kept))));
        }
        ListPublication head = wanted.publication();
        List<ListRefusal> refusals = ListRules.refusals(
                draft.entries(),
                head,
                kept.versions().stream().map(ListVersion::value).toList(),
                LocalDate.now(clock));
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
        UUID id = ids.next();
        store.addVersion(
                which.of().area(),
                new ListVersion(
                        id,
                        new PositiveList(
                                which.list().code(),
                                CatalogueAreas.nameOf(which.area()),
                                head.version(),
                                head.name(),
                                head.validFrom(),
                                null,
                                head.source(),
                                false,
                                draft.entries())));
        save(actor, kept, ListDraft.State.PUBLISHED, draft.entries(), id);
        record("list.published", which, Set.of("version", "from", "source"));
        changes.publish(new Change("catalogue", "ListPublished", id.toString(), null));
        return id.toString();
    }

    /** The whole draft by sheet, in the running transaction. @throws org.jiamenkou.access.ChangedMeanwhileException */
    void replace(Actor actor, Which which, List<PositiveList.Entry> entries, int seen) {
        store.lock(which.of());
        Kept kept = kept(which);
        if (kept.seen() != seen) {
            throw new org.jiamenkou.access.ChangedMeanwhileException();
        }
        save(actor, kept, ListDraft.State.DRAFT, entries, null);
        record("list.edited", which, Set.of("entries"));
    }

    /** In the running transaction. */
    Kept readHere(Which which) {
        return kept(which);
    }

    private void save(
            Actor actor, Kept kept, ListDraft.State state, List<PositiveList.Entry> entries, @Nullable UUID version) {
        Which which = kept.which();
        store.add(
                new ListDraft(
                        kept.seen() + 1,
                        which.list(),
                        which.of().area(),
                        state,
                        version,
                        entries,
                        clock.instant(),
                        actor.name()),
                actor.actorKey());
    }

    private void record(String action, Which which, Set<String> fields) {
        audit.record(new Audit.Entry(
                action, "list", which.area().code() + "/" + which.list().code(), which.place(), fields));
    }

    private static Scope scope(Actor actor, Which which) {
        return actor.exercising(Right.EDIT_LISTS, which.place());
    }

    /** Rolls the key back too, so that the form can be corrected and sent again with it. */
    private static final class RefusedException extends RuntimeException {
        private final transient List<ListRefusal> refusals;

        RefusedException(List<ListRefusal> refusals) {
            this.refusals = refusals;
        }
    }
}
