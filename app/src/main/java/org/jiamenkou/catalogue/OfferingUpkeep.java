package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.OpeningPatterns;
import org.jiamenkou.catalogue.rules.OfferingChangeRules;
import org.jiamenkou.catalogue.store.ExceptionStore;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Staff keep true what their station offers (right {@link Right#EDIT_OFFERINGS} at the station's place). A change stands as
 * the station's own exception with its reason until it is put back; the history keeps every step.
 */
@Service
public class OfferingUpkeep {
    private static final int MOST_STEPS = 50;

    private final Scoped scoped;
    private final Offerings offerings;
    private final ExceptionStore store;
    private final Idempotency idempotency;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final String videoPattern = CatalogueDefaults.read().videoPattern();

    OfferingUpkeep(
            Scoped scoped,
            Offerings offerings,
            ExceptionStore store,
            Idempotency idempotency,
            Changes changes,
            Audit audit,
            Ids ids,
            Clock clock,
            OpeningPatterns patterns) {
        this.scoped = scoped;
        this.offerings = offerings;
        this.store = store;
        this.idempotency = idempotency;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        patterns.get(videoPattern);
    }

    /** What staff see of their station. */
    public record View(List<Offering> offerings, List<OfferingStep> history) {}

    /** @throws org.jiamenkou.platform.web.AccessRefusedException where the right is not held */
    public View view(Actor actor, Station station) {
        Scope scope = actor.exercising(Right.EDIT_OFFERINGS, station.place());
        List<Offering> now = offerings.at(station);
        return new View(now, scoped.read(scope, () -> store.listSteps(station.id(), MOST_STEPS)));
    }

    /**
     * Changes one item at one station.
     *
     * @param key idempotency key of the form; a second request with it changes nothing
     * @return why not, or empty when it is changed
     * @throws org.jiamenkou.platform.web.AccessRefusedException where the right is not held
     */
    public List<OfferingRefusal> change(
            Actor actor, Station station, ServiceItem item, OfferingChange change, String key) {
        Scope scope = actor.exercising(Right.EDIT_OFFERINGS, station.place());
        try {
            scoped.transaction(scope, () -> {
                // The key comes first: a replayed request must not be refused for its own effect.
                idempotency.once(key, () -> {
                    boolean differs = store.lock(station.id(), item.id()).isPresent();
                    List<OfferingRefusal> refusals = OfferingChangeRules.refusals(change, item.ways(), differs);
                    if (!refusals.isEmpty()) {
                        throw new RolledBackException(refusals);
                    }
                    write(actor, station, item, change);
                    return item.slug();
                });
            });
            return List.of();
        } catch (RolledBackException refused) {
            return refused.refusals;
        }
    }

    /** Rolls the key back too, so that the form can be corrected and sent again with it. */
    private static final class RolledBackException extends RuntimeException {
        private final transient List<OfferingRefusal> refusals;

        RolledBackException(List<OfferingRefusal> refusals) {
            this.refusals = refusals;
        }
    }

    private void write(Actor actor, Station station, ServiceItem item, OfferingChange change) {
        Set<Way> ways = Set.of();
        String note = null;
        switch (change) {
            case OfferingChange.TakeOff off -> set(actor, station, item, off);
            case OfferingChange.OtherWays other -> {
                ways = other.ways();
                note = other.hoursNote().isBlank() ? null : other.hoursNote().strip();
                set(actor, station, item, other);
            }
            case OfferingChange.PutBack back -> store.remove(station.id(), item.id());
        }
        store.addStep(new ExceptionStore.NewStep(
                ids.next(),
                station.id(),
                station.area().value(),
                item.id(),
                new OfferingStep(
                        item.slug(),
                        clock.instant(),
                        actor.name(),
                        change.kind(),
                        ways,
                        note,
                        change.reason().strip())));
        audit.record(new Audit.Entry(
                "station.offering.edit",
                "station",
                station.id().id() + " " + item.slug(),
                station.place(),
                Set.of("readiness", "ways", "hours_note", "reason")));
        changes.publish(new Change(
                "catalogue", "OfferingChanged", station.code(), station.id().subdistrictId()));
    }

    private void set(Actor actor, Station station, ServiceItem item, OfferingChange.TakeOff off) {
        store.set(exception(actor, station, item, Readiness.NOT_TAKEN_ON, Set.of(), null, off));
    }

    private void set(Actor actor, Station station, ServiceItem item, OfferingChange.OtherWays other) {
        LocalText note = other.hoursNote().isBlank()
                ? null
                : LocalText.of(other.hoursNote().strip());
        store.set(exception(actor, station, item, Readiness.AVAILABLE, other.ways(), note, other));
    }

    private ExceptionStore.NewException exception(
            Actor actor,
            Station station,
            ServiceItem item,
            Readiness readiness,
            Set<Way> ways,
            @Nullable LocalText note,
            OfferingChange change) {
        return new ExceptionStore.NewException(
                station.id(),
                station.area().value(),
                item.id(),
                readiness,
                ways,
                ways.contains(Way.VIDEO) ? videoPattern : null,
                note,
                LocalText.of(change.reason().strip()),
                false,
                LocalDate.now(clock),
                clock.instant(),
                actor.actorKey());
    }
}
