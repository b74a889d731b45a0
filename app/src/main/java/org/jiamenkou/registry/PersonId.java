package org.jiamenkou.registry;

import java.util.UUID;

/** Internal id of a person, never shown. */
public record PersonId(UUID value) {}
