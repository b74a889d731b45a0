package org.jiamenkou.queue.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jiamenkou.queue.Counter;
import org.jiamenkou.queue.Counters;
import org.jiamenkou.queue.PlacesOfActor;
import org.jiamenkou.queue.QueueBoard;
import org.jiamenkou.queue.QueueBoards;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.Sitting;
import org.jiamenkou.queue.Ticket;
import org.jiamenkou.queue.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The console of a place: the queue, what is in hand, and for a station the queue of the centre above it. */
@RestController
@WithForm
class ConsolePages {
    private final QueuePlaces places;
    private final PlacesOfActor own;
    private final QueueBoards boards;
    private final Counters counters;
    private final Tickets tickets;
    private final ConsoleMoves moves;
    private final Items items;
    private final Divisions divisions;
    private final Pages pages;

    ConsolePages(
            QueuePlaces places,
            PlacesOfActor own,
            QueueBoards boards,
            Counters counters,
            Tickets tickets,
            ConsoleMoves moves,
            Items items,
            Divisions divisions,
            Pages pages) {
        this.places = places;
        this.own = own;
        this.boards = boards;
        this.counters = counters;
        this.tickets = tickets;
        this.moves = moves;
        this.items = items;
        this.divisions = divisions;
        this.pages = pages;
    }

    /** Where the worker sits; else the only place they have; else the list of their places. */
    @GetMapping("/desk/queue")
    ResponseEntity<byte[]> choose(Page page, Actor actor, @RequestParam(defaultValue = "") String code) {
        Optional<QueuePlace> named = places.findByCode(code).filter(place -> mayWork(actor, place));
        if (named.isPresent()) {
            return Pages.seeOther("/desk/queue/" + named.get().code());
        }
        Optional<Counter> sits = counters.findOf(actor);
        if (sits.isPresent() && code.isEmpty()) {
            return Pages.seeOther(
                    "/desk/queue/" + places.get(sits.get().place()).code());
        }
        if (!actor.holds(Right.ISSUE_TICKETS) && !actor.holds(Right.CALL_TICKETS) && !actor.holds(Right.MANAGE_QUEUE)) {
            throw new AccessRefusedException(actor.accountId() + " works at no queue");
        }
        List<QueuePlace> mine =
                own.list(actor, actor.holds(Right.ISSUE_TICKETS) ? Right.ISSUE_TICKETS : Right.MANAGE_QUEUE);
        return mine.size() == 1
                ? Pages.seeOther("/desk/queue/" + mine.getFirst().code())
                : pages.ok("queue/choose", page, Map.of("places", mine, "typed", code));
    }

    @GetMapping("/desk/queue/{code}")
    ResponseEntity<byte[]> console(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String drawn) {
        Optional<QueuePlace> place = places.findByCode(code).filter(one -> mayWork(actor, one));
        if (place.isEmpty()) {
            return pages.notFound(page, "queue.unknownPlace");
        }
        String done = tickets.findByCode(drawn)
                .map(ticket -> page.t("queue.drawn", ticket.label()))
                .orElse(null);
        Map<String, Object> model = new HashMap<>();
        model.put("view", view(page, actor, place.get(), null, done));
        return pages.ok(part.equals("lists") ? "queue/consoleLists" : "queue/console", page, model);
    }

    @PostMapping("/desk/queue/{code}")
    ResponseEntity<byte[]> move(
            Page page, Actor actor, @PathVariable String code, @RequestParam Map<String, String> typed) {
        Optional<QueuePlace> place = places.findByCode(code).filter(one -> mayWork(actor, one));
        if (place.isEmpty()) {
            return pages.notFound(page, "queue.unknownPlace");
        }
        ConsoleMoves.Answer answer = moves.make(actor, place.get(), typed);
        if (answer.refusal().isEmpty()) {
            boolean drew = Set.of("draw", "arrive").contains(typed.getOrDefault("do", ""));
            return Pages.seeOther("/desk/queue/" + place.get().code()
                    + answer.ticket()
                            .filter(ticket -> drew)
                            .map(ticket -> "?drawn=" + ticket.code())
                            .orElse(""));
        }
        String refused = answer.refusal()
                .map(refusal -> page.t(refusal.messageKey(), refusal.args()))
                .orElseThrow();
        return pages.status(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "queue/console",
                page,
                Map.of("view", view(page, actor, place.get(), refused, null)));
    }

    private static boolean mayWork(Actor actor, QueuePlace place) {
        return actor.may(Right.ISSUE_TICKETS, place.place())
                || actor.may(Right.CALL_TICKETS, place.place())
                || actor.may(Right.MANAGE_QUEUE, place.place());
    }

    private ConsoleView view(
            Page page, Actor actor, QueuePlace place, @Nullable String refused, @Nullable String done) {
        QueueBoard board = boards.board(place);
        Counter sits = board.counters().stream()
                .filter(counter -> isOf(actor, counter.sitting()))
                .findFirst()
                .orElse(null);
        Ticket inHand = sits == null
                ? null
                : board.inHand().stream()
                        .filter(ticket -> sits.id().equals(ticket.counter()))
                        .findFirst()
                        .orElse(null);
        QueueBoard centre = own.centreAbove(place).map(boards::board).orElse(null);
        return new ConsoleView(
                board,
                sits,
                inHand,
                centre,
                centre == null ? List.of() : tickets.listDrawnAt(place),
                items.listAll(),
                actor.may(Right.ISSUE_TICKETS, place.place()),
                actor.may(Right.CALL_TICKETS, place.place()),
                actor.may(Right.MANAGE_QUEUE, place.place()),
                refused,
                done,
                new QueueWords(items, page),
                divisions.get(new DivisionId(place.id().subdistrictId())).code(),
                Idempotency.freshKey());
    }

    private static boolean isOf(Actor actor, @Nullable Sitting sitting) {
        return sitting != null && sitting.accountId().equals(actor.accountId());
    }
}
