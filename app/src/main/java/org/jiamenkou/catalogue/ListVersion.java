package org.jiamenkou.catalogue;

import java.util.UUID;

/** A version of a list as it was published; never edited. */
public record ListVersion(UUID id, PositiveList value) {}
