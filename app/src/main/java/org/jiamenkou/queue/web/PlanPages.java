package org.jiamenkou.queue.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.ChangedMeanwhileException;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jiamenkou.queue.PlacesOfActor;
import org.jiamenkou.queue.PlanId;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.SlotPlan;
import org.jiamenkou.queue.SlotPlans;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a place gives out its time: capacity, limits, and single days that differ; whoever is booked then is told. */
@RestController
@WithForm
class PlanPages {
    private static final int MOST_CAPACITY = 500;
    private static final int MOST_DAYS_AHEAD = 90;

    private final SlotPlans plans;
    private final QueuePlaces places;
    private final PlacesOfActor own;
    private final Items items;
    private final Pages pages;

    PlanPages(SlotPlans plans, QueuePlaces places, PlacesOfActor own, Items items, Pages pages) {
        this.plans = plans;
        this.places = places;
        this.own = own;
        this.items = items;
        this.pages = pages;
    }

    @GetMapping("/desk/bookings/plans")
    ResponseEntity<byte[]> list(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String told) {
        if (!actor.holds(Right.EDIT_SLOTS)) {
            throw new AccessRefusedException("may not edit slots");
        }
        Optional<QueuePlace> at =
                place.isEmpty() ? own.list(actor, Right.EDIT_SLOTS).stream().findFirst() : places.findByCode(place);
        if (at.isEmpty()) {
            return place.isEmpty()
                    ? pages.ok(
                            "queue/deskChoose",
                            page,
                            Map.of("path", "/desk/bookings/plans", "title", "queue.plans.title"))
                    : pages.notFound(page, "queue.desk.unknownPlace", place);
        }
        return show(page, actor, at.get(), told, null);
    }

    private ResponseEntity<byte[]> show(Page page, Actor actor, QueuePlace place, String told, @Nullable String error) {
        Map<String, Object> model = new HashMap<>();
        model.put("place", place);
        model.put("plans", plans.list(actor, place));
        model.put("items", items);
        model.put("told", told.matches("[0-9]{1,5}") ? told : "");
        model.put("error", Optional.ofNullable(error));
        return pages.status(
                error == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "queue/plans", page, model);
    }

    private Optional<SlotPlan> plan(Actor actor, QueuePlace place, String id) {
        Optional<SlotPlan> plan = BookingForms.uuid(id)
                .flatMap(one -> plans.find(new PlanId(place.id().subdistrictId(), one)))
                .filter(one -> one.placeId().equals(place.id()));
        plan.ifPresent(one -> actor.exercising(Right.EDIT_SLOTS, one.place()));
        return plan;
    }

    @PostMapping("/desk/bookings/plans/{place}/{id}")
    ResponseEntity<byte[]> save(
            Page page,
            Actor actor,
            @PathVariable String place,
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String reserved,
            @RequestParam(defaultValue = "") String days) {
        Optional<QueuePlace> at = places.findByCode(place);
        Optional<SlotPlan> found = at.flatMap(one -> plan(actor, one, id));
        if (at.isEmpty() || found.isEmpty()) {
            return pages.notFound(page, "queue.desk.unknownPlace", place);
        }
        Optional<Integer> each = number(minutes, 5, 480);
        Optional<Integer> seats = number(capacity, 0, MOST_CAPACITY);
        Optional<Integer> kept = number(reserved, 0, seats.orElse(0));
        Optional<Integer> ahead = number(days, 0, MOST_DAYS_AHEAD);
        if (each.isEmpty() || seats.isEmpty() || kept.isEmpty() || ahead.isEmpty()) {
            return show(page, actor, at.get(), "", page.t("queue.plans.wrong"));
        }
        SlotPlan plan = found.get();
        try {
            int told = plans.save(
                    actor,
                    new SlotPlan(
                            plan.id(),
                            plan.placeId(),
                            plan.place(),
                            plan.item(),
                            new SlotPlan.Pieces(
                                    each.get(),
                                    seats.get(),
                                    kept.get(),
                                    plan.pieces().reservedUntilMinutes(),
                                    plan.pieces().breaks()),
                            new SlotPlan.Release(ahead.get(), plan.release().minuteOfDay()),
                            plan.limits(),
                            plan.validFrom(),
                            plan.validTo(),
                            plan.source(),
                            plan.sample(),
                            version));
            return done(at.get(), told);
        } catch (ChangedMeanwhileException meanwhile) {
            return show(page, actor, at.get(), "", page.t("queue.plans.meanwhile"));
        }
    }

    @PostMapping("/desk/bookings/plans/{place}/{id}/exceptions")
    ResponseEntity<byte[]> except(
            Page page,
            Actor actor,
            @PathVariable String place,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String remove) {
        Optional<QueuePlace> at = places.findByCode(place);
        Optional<SlotPlan> found = at.flatMap(one -> plan(actor, one, id));
        if (at.isEmpty() || found.isEmpty()) {
            return pages.notFound(page, "queue.desk.unknownPlace", place);
        }
        Optional<LocalDate> on = BookingForms.day(day);
        if (on.isPresent() && !remove.isEmpty()) {
            plans.removeException(actor, found.get(), on.get());
            return done(at.get(), 0);
        }
        Optional<Integer> seats = number(capacity, 0, MOST_CAPACITY);
        String why = reason.strip();
        if (on.isEmpty()
                || on.get().isBefore(page.now().toLocalDate())
                || seats.isEmpty()
                || why.isEmpty()
                || why.length() > 200) {
            return show(page, actor, at.get(), "", page.t("queue.plans.wrongDay"));
        }
        return done(at.get(), plans.except(actor, found.get(), new SlotPlans.Exception(on.get(), seats.get(), why)));
    }

    private static ResponseEntity<byte[]> done(QueuePlace place, int told) {
        return Pages.seeOther("/desk/bookings/plans?place=" + place.code() + "&told=" + told);
    }

    private static Optional<Integer> number(String typed, int least, int most) {
        if (!typed.strip().matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int value = Integer.parseInt(typed.strip());
        return value < least || value > most ? Optional.empty() : Optional.of(value);
    }
}
