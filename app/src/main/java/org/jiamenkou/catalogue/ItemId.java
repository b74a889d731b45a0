package org.jiamenkou.catalogue;

import java.util.UUID;

/** The id of a service item, the same for all its versions. People see the slug. */
public record ItemId(UUID value) {}
