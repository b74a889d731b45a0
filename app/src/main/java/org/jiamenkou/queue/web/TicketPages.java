package org.jiamenkou.queue.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.queue.QueueBoard;
import org.jiamenkou.queue.QueueBoards;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.Ticket;
import org.jiamenkou.queue.TicketState;
import org.jiamenkou.queue.Tickets;
import org.jiamenkou.queue.Waits;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A ticket on a phone: who is before me, how long, which counter. Whoever has the code may look; it shows no name. */
@RestController
class TicketPages {
    private final Tickets tickets;
    private final QueuePlaces places;
    private final QueueBoards boards;
    private final Waits waits;
    private final Items items;
    private final Pages pages;

    TicketPages(Tickets tickets, QueuePlaces places, QueueBoards boards, Waits waits, Items items, Pages pages) {
        this.tickets = tickets;
        this.places = places;
        this.boards = boards;
        this.waits = waits;
        this.items = items;
        this.pages = pages;
    }

    @GetMapping("/tickets/{code}")
    ResponseEntity<byte[]> ticket(Page page, @PathVariable String code) {
        return show(page, code, "queue/ticket");
    }

    /** What moves on the page, for clients that ask again and again. */
    @GetMapping("/tickets/{code}/status")
    ResponseEntity<byte[]> status(Page page, @PathVariable String code) {
        return show(page, code, "queue/ticketStatus");
    }

    private ResponseEntity<byte[]> show(Page page, String code, String template) {
        Optional<Ticket> found = tickets.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.unknownTicket");
        }
        Ticket ticket = found.get();
        QueueBoard board = boards.board(places.get(ticket.place()));
        Map<String, Object> model = new HashMap<>();
        model.put("ticket", ticket);
        model.put("board", board);
        model.put("before", board.before(ticket).orElse(-1));
        model.put("wait", ticket.state() == TicketState.WAITING ? waits.now(board, ticket) : Optional.empty());
        model.put("words", new QueueWords(items, page));
        model.put("rules", places.rules(ticket.day()));
        ResponseEntity<byte[]> answer = pages.ok(template, page, model);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(answer.getBody());
    }
}
