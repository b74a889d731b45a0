package org.jiamenkou.queue;

/** What became of a wish about a ticket. */
public sealed interface TicketOutcome {
    record Done(Ticket ticket) implements TicketOutcome {}

    record Refused(QueueRefusal refusal) implements TicketOutcome {}
}
