package org.jiamenkou.queue;

import java.util.UUID;

/** Key of a booking; people see its code. */
public record BookingId(UUID subdistrictId, UUID id) {}
