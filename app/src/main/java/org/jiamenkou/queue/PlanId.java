package org.jiamenkou.queue;

import java.util.UUID;

/** Key of a {@link SlotPlan}. */
public record PlanId(UUID subdistrictId, UUID id) {}
