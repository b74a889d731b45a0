package org.jiamenkou.network;

import java.util.UUID;

/** Key of a station; it stays with the subdistrict's surrogate id when codes change. */
public record StationId(UUID subdistrictId, UUID id) {}
