package org.jiamenkou.catalogue;

import org.jiamenkou.network.Station;
import org.jspecify.annotations.Nullable;

/**
 * The page of an item, for higher modules that add a block to it.
 *
 * @param station the station the reader asked about, null when none
 */
public record ItemShown(ServiceItem item, @Nullable Station station) {}
