package org.jiamenkou.directory.search;

import org.jspecify.annotations.Nullable;

/** An entry that was found. {@code metres} is the distance from where one asks, null when either point is not known. */
public record SearchHit(
        SearchEntry entry, Match match, @Nullable Integer metres) {}
