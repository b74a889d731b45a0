package org.jiamenkou.network;

import java.util.UUID;

/** Surrogate id of a division; it outlives its codes and names. */
public record DivisionId(UUID value) {}
