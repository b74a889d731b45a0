package org.jiamenkou.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.Centres;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.StationId;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.queue.store.PlanStore;
import org.jiamenkou.queue.store.SlotStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where and when an item can be booked; all of it is public. Inside a running transaction it reads in that one's scope. */
@Service
public class BookingChoices {
    /** Alternatives offered when a seat has gone. */
    public static final int NEAREST = 2;

    private static final int MOST_PLACES = 200;

    private final Scoped scoped;
    private final PlanStore plans;
    private final SlotStore slots;
    private final QueuePlaces places;
    private final Items items;
    private final Offerings offerings;
    private final Stations stations;
    private final Centres centres;
    private final Clock clock;

    BookingChoices(
            Scoped scoped,
            PlanStore plans,
            SlotStore slots,
            QueuePlaces places,
            Items items,
            Offerings offerings,
            Stations stations,
            Centres centres,
            Clock clock) {
        this.scoped = scoped;
        this.plans = plans;
        this.slots = slots;
        this.places = places;
        this.items = items;
        this.offerings = offerings;
        this.stations = stations;
        this.centres = centres;
        this.clock = clock;
    }

    private <T> T read(Supplier<T> work) {
        return scoped.read(Scoped.isRunning() ? Scoped.current() : PublicScope.PUBLIC, work);
    }

    /** Subdistricts in which some place gives out time for the item. */
    public Set<UUID> listSubdistricts(ServiceItem item) {
        Set<UUID> found = new HashSet<>();
        read(() -> plans.listFor(item.id(), LocalDate.now(clock)))
                .forEach(plan -> found.add(plan.id().subdistrictId()));
        return found;
    }

    /** Places of a subdistrict where the item can be booked, the service centre first, then by code. */
    public List<BookablePlace> listPlaces(ServiceItem item, UUID subdistrict) {
        return read(() -> {
            Map<QueuePlaceId, SlotPlan> byPlace = new HashMap<>();
            plans.listFor(item.id(), LocalDate.now(clock)).stream()
                    .filter(plan -> plan.id().subdistrictId().equals(subdistrict))
                    .forEach(plan ->
                            byPlace.merge(plan.placeId(), plan, (one, other) -> one.item() == null ? other : one));
            if (byPlace.isEmpty()) {
                return List.<BookablePlace>of();
            }
            Set<UUID> offering = new HashSet<>();
            offerings
                    .stationsOffering(item, new DivisionId(subdistrict), MOST_PLACES)
                    .forEach(one -> offering.add(one.station().id().id()));
            return places.listBySubdistrict(new DivisionId(subdistrict)).stream()
                    .flatMap(place -> {
                        SlotPlan plan = byPlace.get(place.id());
                        return plan == null ? Stream.<BookablePlace>empty() : Stream.of(new BookablePlace(place, plan));
                    })
                    .filter(one -> one.plan().item() != null
                            || offering.contains(one.place().id().id()))
                    .toList();
        });
    }

    /** The item at this place, empty when it cannot be booked there. */
    public Optional<BookablePlace> find(ServiceItem item, QueuePlace place) {
        return read(() -> plans.listAt(place.id(), LocalDate.now(clock)).stream()
                .filter(plan -> plan.isInForceOn(LocalDate.now(clock)))
                .filter(plan -> plan.item() == null || plan.item().equals(item.id()))
                .max(Comparator.comparing(plan -> plan.item() != null))
                .filter(plan -> plan.item() != null || isOffered(item, place))
                .map(plan -> new BookablePlace(place, plan)));
    }

    private boolean isOffered(ServiceItem item, QueuePlace place) {
        return stations.find(
                        new StationId(place.id().subdistrictId(), place.id().id()))
                .flatMap(station -> offerings.find(station, item.id()))
                .filter(org.jiamenkou.catalogue.Offering::isAvailable)
                .isPresent();
    }

    /** Items that can be booked at this place. */
    public List<ServiceItem> listItems(QueuePlace place) {
        return read(() -> {
            List<SlotPlan> of = plans.listAt(place.id(), LocalDate.now(clock)).stream()
                    .filter(plan -> plan.isInForceOn(LocalDate.now(clock)))
                    .toList();
            List<ServiceItem> found = new ArrayList<>();
            of.stream()
                    .flatMap(plan ->
                            plan.item() == null ? Stream.<ServiceItem>empty() : items.find(plan.item()).stream())
                    .forEach(found::add);
            if (of.stream().anyMatch(plan -> plan.item() == null)) {
                stations.find(new StationId(
                                place.id().subdistrictId(), place.id().id()))
                        .ifPresent(station -> offerings.at(station).stream()
                                .filter(org.jiamenkou.catalogue.Offering::isAvailable)
                                .flatMap(offering -> items.find(offering.item()).stream())
                                .filter(item -> !found.contains(item))
                                .forEach(found::add));
            }
            return found;
        });
    }

    /** Slots that have not begun, full ones and those not yet open too, in order. */
    public List<Slot> listSlots(BookablePlace at) {
        LocalDateTime now = LocalDateTime.now(clock);
        return read(() -> slots.listOf(
                at.plan().id(),
                now,
                now.toLocalDate().plusDays(at.plan().release().daysAhead())));
    }

    public Optional<Slot> findSlot(UUID id) {
        return read(() -> slots.find(id));
    }

    /** The two nearest free slots: at the same place by time; where it has fewer, at the nearest place that has one. */
    public List<FreeSlot> nearest(Slot slot, ServiceItem item) {
        LocalDateTime now = LocalDateTime.now(clock);
        return read(() -> {
            QueuePlace here = places.get(slot.place());
            List<FreeSlot> found = new ArrayList<>();
            slots.listNearest(List.of(slot.plan()), slot.startsAt(), now, NEAREST)
                    .forEach(one -> found.add(free(one, here, null)));
            if (found.size() < NEAREST) {
                addElsewhere(found, slot, item, here);
            }
            return List.copyOf(found);
        });
    }

    private void addElsewhere(List<FreeSlot> found, Slot slot, ServiceItem item, QueuePlace here) {
        Point from = pointOf(here);
        record Near(BookablePlace at, @Nullable Integer metres) {}
        List<Near> near = new ArrayList<>();
        for (BookablePlace one : listPlaces(item, slot.id().subdistrictId())) {
            if (!one.place().id().equals(here.id())) {
                Point to = pointOf(one.place());
                near.add(new Near(one, from == null || to == null ? null : (int) Math.round(from.metresTo(to))));
            }
        }
        near.sort(Comparator.comparing(one -> one.metres() == null ? Integer.MAX_VALUE : one.metres()));
        for (Near one : near) {
            if (found.size() == NEAREST) {
                return;
            }
            slots.listNearest(
                            List.of(one.at().plan().id()),
                            slot.startsAt(),
                            LocalDateTime.now(clock),
                            NEAREST - found.size())
                    .forEach(other -> found.add(free(other, one.at().place(), one.metres())));
        }
    }

    private @Nullable Point pointOf(QueuePlace place) {
        return switch (place.kind()) {
            case STATION ->
                stations.find(new StationId(
                                place.id().subdistrictId(), place.id().id()))
                        .map(org.jiamenkou.network.Station::point)
                        .orElse(null);
            case CENTRE ->
                centres.list(new DivisionId(place.id().subdistrictId())).stream()
                        .filter(centre -> centre.id().equals(place.id().id()))
                        .findFirst()
                        .map(org.jiamenkou.network.Centre::point)
                        .orElse(null);
        };
    }

    private static FreeSlot free(Slot slot, QueuePlace place, @Nullable Integer metres) {
        return new FreeSlot(
                slot.id(),
                place.id(),
                place.name(),
                slot.startsAt(),
                slot.minutes(),
                slot.seats().freeFor(PriorityGroup.NONE),
                metres);
    }
}
