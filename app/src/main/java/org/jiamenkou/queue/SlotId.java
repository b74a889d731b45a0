package org.jiamenkou.queue;

import java.util.UUID;

/** A piece of time at a place that can be booked. */
public record SlotId(UUID subdistrictId, UUID id) {}
