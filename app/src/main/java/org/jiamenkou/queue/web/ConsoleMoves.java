package org.jiamenkou.queue.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiamenkou.access.Actor;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.queue.Calling;
import org.jiamenkou.queue.Channel;
import org.jiamenkou.queue.Counters;
import org.jiamenkou.queue.NewTicket;
import org.jiamenkou.queue.PlacesOfActor;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueueRefusal;
import org.jiamenkou.queue.Sitting;
import org.jiamenkou.queue.Ticket;
import org.jiamenkou.queue.TicketId;
import org.jiamenkou.queue.TicketOutcome;
import org.jiamenkou.queue.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the buttons of the console do. */
@Component
class ConsoleMoves {
    private static final int MOST_COMPANIONS = 20;
    private static final int LONGEST_ROOM = 30;

    private final Tickets tickets;
    private final Calling calling;
    private final Counters counters;
    private final PlacesOfActor places;
    private final Items items;

    ConsoleMoves(Tickets tickets, Calling calling, Counters counters, PlacesOfActor places, Items items) {
        this.tickets = tickets;
        this.calling = calling;
        this.counters = counters;
        this.places = places;
        this.items = items;
    }

    /** What came of a press: a refusal, a ticket that moved, or nothing to say. */
    record Answer(Optional<QueueRefusal> refusal, Optional<Ticket> ticket) {
        static final Answer NOTHING = new Answer(Optional.empty(), Optional.empty());

        static Answer of(TicketOutcome outcome) {
            return switch (outcome) {
                case TicketOutcome.Done(Ticket ticket) -> new Answer(Optional.empty(), Optional.of(ticket));
                case TicketOutcome.Refused(QueueRefusal refusal) -> refused(refusal);
            };
        }

        static Answer refused(QueueRefusal refusal) {
            return new Answer(Optional.of(refusal), Optional.empty());
        }
    }

    /** @param typed the form; {@code do} names the move */
    Answer make(Actor actor, QueuePlace place, Map<String, String> typed) {
        String key = typed.getOrDefault("key", Idempotency.freshKey());
        return switch (typed.getOrDefault("do", "")) {
            case "next" -> Answer.of(calling.callNext(actor, key));
            case "recall" -> Answer.of(calling.recall(actor, key));
            case "pass" -> Answer.of(calling.pass(actor, key));
            case "serve" -> Answer.of(calling.serve(actor, key));
            case "finish" -> Answer.of(calling.finish(actor, key));
            case "hold" -> Answer.of(calling.hold(actor, key));
            case "transfer" ->
                Answer.of(calling.transfer(actor, uuid(typed.get("counter")).orElse(null), key));
            case "draw" -> Answer.of(draw(actor, place, typed, key));
            case "arrive" -> Answer.of(tickets.arrive(actor, place, typed.getOrDefault("booking", ""), key));
            case "addCounter" -> addCounter(actor, place, typed);
            case "sit", "rise", "pause", "goOn", "help", "thanks" -> seat(actor, place, typed);
            case "one", "resume", "return", "checkIn", "present", "absent", "leave" -> about(actor, place, typed, key);
            default -> Answer.NOTHING;
        };
    }

    private TicketOutcome draw(Actor actor, QueuePlace place, Map<String, String> typed, String key) {
        List<String> wanted = Stream.of(typed.getOrDefault("item", "").split(","))
                .map(String::strip)
                .filter(slug -> !slug.isEmpty())
                .toList();
        Channel channel = oneOf(Channel.values(), typed.get("channel")).orElse(Channel.RECEPTION);
        NewTicket wish = new NewTicket(
                channel,
                wanted.stream().map(this::slug).toList(),
                oneOf(PriorityGroup.values(), typed.get("priority")).orElse(PriorityGroup.NONE),
                companions(typed.get("companions")),
                null,
                null,
                null);
        return channel == Channel.REMOTE
                ? places.centreAbove(place)
                        .map(centre -> tickets.issueRemotely(actor, new Tickets.Remote(place, centre), wish, key))
                        .orElseGet(() -> new TicketOutcome.Refused(new QueueRefusal.NoNumbersHere()))
                : tickets.issue(actor, place, wish, key);
    }

    /** An item by its slug or by its name, as it was typed or chosen from the list. */
    private String slug(String typed) {
        return items.listAll().stream()
                .filter(item -> item.name().zh().equals(typed)
                        || typed.equals(item.name().en()))
                .map(ServiceItem::slug)
                .findFirst()
                .orElse(typed);
    }

    private static int companions(@Nullable String typed) {
        return typed != null && typed.matches("[0-9]{1,2}") ? Math.min(MOST_COMPANIONS, Integer.parseInt(typed)) : 0;
    }

    private Answer addCounter(Actor actor, QueuePlace place, Map<String, String> typed) {
        String number = typed.getOrDefault("number", "").strip();
        String room = typed.getOrDefault("room", "").strip();
        boolean added = number.matches("[1-9][0-9]{0,2}")
                && room.length() <= LONGEST_ROOM
                && counters.add(
                        actor,
                        place,
                        new Counters.Wanted(
                                Integer.parseInt(number), room.isEmpty() ? null : LocalText.of(room), Set.of()));
        return added ? Answer.NOTHING : Answer.refused(new QueueRefusal.NoSuchNumber());
    }

    private Answer seat(Actor actor, QueuePlace place, Map<String, String> typed) {
        String move = typed.getOrDefault("do", "");
        if (move.equals("sit")) {
            return uuid(typed.get("counter"))
                    .or(() -> counters.reception(actor, place))
                    .map(counter -> switch (counters.sit(actor, place, counter, Set.of())) {
                        case Counters.Seat.Taken taken -> Answer.NOTHING;
                        case Counters.Seat.Refused refused -> Answer.refused(refused.refusal());
                    })
                    .orElse(Answer.NOTHING);
        }
        if (move.equals("rise")) {
            counters.rise(actor, place);
            return Answer.NOTHING;
        }
        counters.findOf(actor).map(counter -> counter.sitting()).ifPresent(now -> {
            boolean paused = move.equals("pause") || (now.paused() && !move.equals("goOn"));
            boolean help = move.equals("help") || (now.helpWanted() && !move.equals("thanks"));
            counters.set(
                    actor,
                    place,
                    new Sitting(
                            now.id(),
                            now.counter(),
                            now.accountId(),
                            now.worker(),
                            now.classes(),
                            now.since(),
                            paused,
                            help));
        });
        return Answer.NOTHING;
    }

    private Answer about(Actor actor, QueuePlace place, Map<String, String> typed, String key) {
        Optional<Ticket> found = tickets.findByCode(typed.getOrDefault("ticket", ""))
                .filter(ticket ->
                        ticket.place().equals(place.id()) || place.id().equals(ticket.remoteFrom()));
        if (found.isEmpty()) {
            return Answer.refused(new QueueRefusal.MovedMeanwhile());
        }
        Ticket ticket = found.get();
        TicketId id = ticket.id();
        return Answer.of(
                switch (typed.getOrDefault("do", "")) {
                    case "one" -> calling.callOne(actor, id, key);
                    case "resume" -> calling.resume(actor, id, key);
                    case "return" -> calling.giveBack(actor, ticket, key);
                    case "checkIn" -> tickets.checkIn(actor, ticket, key);
                    case "present" -> tickets.setPresent(actor, ticket, true);
                    case "absent" -> tickets.setPresent(actor, ticket, false);
                    default -> tickets.leave(actor, ticket);
                });
    }

    private static Optional<UUID> uuid(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Optional<E> oneOf(E[] values, @Nullable String typed) {
        return Arrays.stream(values).filter(value -> value.name().equals(typed)).findFirst();
    }
}
