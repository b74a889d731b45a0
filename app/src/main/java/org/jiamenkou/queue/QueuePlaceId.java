package org.jiamenkou.queue;

import java.util.UUID;

/** Key of a place: the subdistrict, and the id of the station or of the centre. */
public record QueuePlaceId(UUID subdistrictId, UUID id) {}
