package org.jiamenkou.queue;

import java.util.UUID;

/** Key of a ticket. */
public record TicketId(UUID subdistrictId, UUID id) {}
