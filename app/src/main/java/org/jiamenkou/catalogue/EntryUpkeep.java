package org.jiamenkou.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.rules.EntryApprovalRules;
import org.jiamenkou.catalogue.store.EntryStore;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Idempotency;
import org.springframework.stereotype.Service;

/**
 * The gate at work: applying for what shall be handed down, and deciding on it (基层事务准入, M-092; 街道办事处条例 第十条). An item let
 * into stations stands on their pages from the same moment, and is gone again when the approval ends.
 */
@Service
public class EntryUpkeep {
    private static final Set<DivisionKind> LEVELS =
            EnumSet.of(DivisionKind.CITY, DivisionKind.DISTRICT, DivisionKind.SUBDISTRICT);
    private static final String RULE_SOURCE = "entry:";

    private final String videoPattern = CatalogueDefaults.read().videoPattern();
    private final Scoped scoped;
    private final EntryStore store;
    private final OfferingStore rules;
    private final Items items;
    private final Divisions divisions;
    private final CatalogueAreas areas;
    private final Idempotency idempotency;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final Settings settings;

    EntryUpkeep(
            Scoped scoped,
            EntryStore store,
            OfferingStore rules,
            Items items,
            Divisions divisions,
            CatalogueAreas areas,
            Idempotency idempotency,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock,
            Settings settings) {
        this.scoped = scoped;
        this.store = store;
        this.rules = rules;
        this.items = items;
        this.divisions = divisions;
        this.areas = areas;
        this.idempotency = idempotency;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** All that staff may read: what may be asked of a station is no secret to those who work there. */
    public List<EntryRecord> listAll(Actor actor) {
        return scoped.read(actor, store::listAll).stream()
                .filter(one -> settings.demo() || !one.approval().sample())
                .toList();
    }

    public Optional<EntryRecord> find(Actor actor, UUID id) {
        return scoped.read(actor, () -> store.find(id));
    }

    public List<EntryStep> listSteps(Actor actor, EntryRecord entry) {
        return scoped.read(actor, () -> store.listSteps(entry));
    }

    /** Where this person may apply for something to hold: the city, districts and subdistricts of theirs. */
    public List<Division> areasOf(Actor actor) {
        return areas.list(
                actor,
                Right.APPLY_FOR_ENTRY,
                List.of(DivisionKind.CITY, DivisionKind.DISTRICT, DivisionKind.SUBDISTRICT));
    }

    /** Whether something can be let into the area of this code: the city, a district or a subdistrict. */
    public boolean isArea(String code) {
        return divisions.find(code).filter(area -> LEVELS.contains(area.kind())).isPresent();
    }

    /**
     * Enters an application.
     *
     * @param key idempotency key of the form
     * @return why not, or empty when it is entered
     * @throws org.jiamenkou.platform.web.AccessRefusedException where the right is not held
     */
    public List<EntryRefusal> apply(Actor actor, EntryApplication application, String key) {
        Division area = divisions.find(application.areaCode()).orElseThrow();
        Scope scope = actor.exercising(Right.APPLY_FOR_ENTRY, CatalogueAreas.placeOf(area));
        List<EntryRefusal> refusals = new ArrayList<>();
        if (application.subject().name().isBlank()) {
            refusals.add(new EntryRefusal.NoName());
        }
        boolean letsItemIn = application.kind() == EntryApproval.Kind.STATION_ITEM;
        if (letsItemIn
                && (application.itemSlug() == null
                        || items.findBySlug(application.itemSlug()).isEmpty())) {
            refusals.add(new EntryRefusal.NoItem());
        }
        if (!refusals.isEmpty()) {
            return refusals;
        }
        EntryRecord entry = new EntryRecord(ids.next(), CatalogueAreas.placeOf(area), proposed(area, application));
        return refusedOrDone(scope, key, () -> {
            if (!store.add(entry)) {
                throw new RefusedException(List.of(new EntryRefusal.NameTaken()));
            }
            record(
                    actor,
                    entry,
                    null,
                    entry.approval().necessity() == null
                            ? ""
                            : entry.approval().necessity().zh());
        });
    }

    /**
     * Decides on an application, or looks again at what was let in.
     *
     * @param key idempotency key of the form
     * @return why not, or empty when it is decided
     * @throws org.jiamenkou.platform.web.AccessRefusedException where the right is not held
     */
    public List<EntryRefusal> decide(Actor actor, EntryRecord seen, EntryDecision decision, String key) {
        Scope scope = actor.exercising(Right.DECIDE_ENTRY, seen.place());
        LocalDate today = LocalDate.now(clock);
        if (decision.reason().isBlank()) {
            return List.of(new EntryRefusal.NoReason());
        }
        Optional<EntryApproval.State> next = next(decision, today);
        if (next.isEmpty()) {
            return List.of(new EntryRefusal.NoDay());
        }
        return refusedOrDone(scope, key, () -> {
            EntryRecord entry = store.lock(seen.id()).orElseThrow();
            List<EntryRefusal> refusals = new ArrayList<>(EntryApprovalRules.refusals(entry.approval(), next.get()));
            if (store.appliedFor(entry, scope.actorKey())) {
                refusals.add(new EntryRefusal.OwnApplication());
            }
            if (!refusals.isEmpty()) {
                throw new RefusedException(refusals);
            }
            EntryRecord decided = decided(entry, next.get(), decision.reason().strip());
            store.save(decided);
            offer(decided, today);
            record(actor, decided, decided.approval().due(), decision.reason().strip());
        });
    }

    private static Optional<EntryApproval.State> next(EntryDecision decision, LocalDate today) {
        LocalDate until = decision.until();
        return switch (decision.step()) {
            case APPROVE -> Optional.ofNullable(until).map(day -> new EntryApproval.State.Approved(today, day));
            case TRY -> Optional.ofNullable(until).map(day -> new EntryApproval.State.Trial(today, day));
            case REVIEW -> Optional.ofNullable(until).map(day -> new EntryApproval.State.Reviewed(today, day));
            case REFUSE -> Optional.of(new EntryApproval.State.Refused(today));
            case END -> Optional.of(new EntryApproval.State.Ended(today));
        };
    }

    /** What was let into stations is offered there from today; what is no longer in force is offered there no more. */
    private void offer(EntryRecord entry, LocalDate today) {
        EntryApproval approval = entry.approval();
        String slug = approval.itemSlug();
        if (approval.kind() != EntryApproval.Kind.STATION_ITEM || slug == null) {
            return;
        }
        String source = RULE_SOURCE + entry.id();
        rules.endRulesOf(source, today);
        items.findBySlug(slug).filter(item -> approval.isInForceOn(today)).ifPresent(item -> {
            boolean city = entry.place().areaId().equals(OfferingStore.NIL);
            rules.addRules(List.of(new OfferingStore.NewRule(
                    ids.next(),
                    entry.place().subdistrictId(),
                    city ? null : entry.place().areaId(),
                    item.id(),
                    null,
                    null,
                    Readiness.AVAILABLE,
                    item.ways(),
                    item.ways().contains(Way.VIDEO) ? videoPattern : null,
                    null,
                    source,
                    today,
                    approval.state() instanceof EntryApproval.State.Trial trial ? trial.ends() : null)));
        });
    }

    private void record(
            Actor actor, EntryRecord entry, @org.jspecify.annotations.Nullable LocalDate until, String why) {
        String state = EntryStore.stateOf(entry.approval());
        store.addStep(
                entry,
                new EntryStore.NewStep(
                        ids.next(), actor.actorKey(), new EntryStep(clock.instant(), actor.name(), state, until, why)));
        audit.record(new Audit.Entry(
                state.equals("PROPOSED") ? "entry.applied" : "entry.decided",
                "entry-approval",
                entry.id().toString(),
                entry.place(),
                Set.of("state", "reason")));
        changes.publish(new Change(
                "catalogue",
                "EntryDecided",
                entry.id().toString(),
                entry.place().subdistrictId()));
    }

    private List<EntryRefusal> refusedOrDone(Scope scope, String key, Runnable write) {
        try {
            scoped.transaction(scope, () -> {
                idempotency.once(key, () -> {
                    write.run();
                    return "done";
                });
            });
            return List.of();
        } catch (RefusedException refused) {
            return refused.refusals;
        }
    }

    /** Rolls the key back too, so that the form can be corrected and sent again with it. */
    private static final class RefusedException extends RuntimeException {
        private final transient List<EntryRefusal> refusals;

        RefusedException(List<EntryRefusal> refusals) {
            this.refusals = refusals;
        }
    }

    private EntryApproval proposed(Division area, EntryApplication form) {
        String areaName = CatalogueAreas.nameOf(area);
        String name = form.subject().name().strip();
        String hash = HexFormat.of()
                .formatHex(Sm3.hash((areaName + form.kind() + name).getBytes(StandardCharsets.UTF_8)), 0, 6);
        return new EntryApproval(
                form.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + hash,
                areaName,
                form.kind(),
                LocalText.of(name),
                form.line().code(),
                form.basis() == null ? List.of() : List.of(form.basis()),
                form.subject().necessity().isBlank()
                        ? null
                        : LocalText.of(form.subject().necessity().strip()),
                form.hoursPerStationMonth(),
                form.support(),
                form.opinions(),
                LocalText.of(form.line().decider().strip()),
                new EntryApproval.State.Proposed(LocalDate.now(clock)),
                null,
                form.kind() == EntryApproval.Kind.STATION_ITEM ? form.itemSlug() : null,
                false);
    }

    private static EntryRecord decided(EntryRecord entry, EntryApproval.State next, String reason) {
        EntryApproval was = entry.approval();
        return new EntryRecord(
                entry.id(),
                entry.place(),
                new EntryApproval(
                        was.code(),
                        was.area(),
                        was.kind(),
                        was.name(),
                        was.applicant(),
                        was.basis(),
                        was.necessity(),
                        was.hoursPerStationMonth(),
                        was.support(),
                        was.opinions(),
                        was.decider(),
                        next,
                        LocalText.of(reason),
                        was.itemSlug(),
                        was.sample()));
    }
}
