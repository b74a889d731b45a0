package org.jiamenkou.network;

import org.jspecify.annotations.Nullable;

/**
 * An adviser (顾问) residents may turn to (M-125).
 *
 * @param station where to find the adviser; null for one of the whole subdistrict
 * @param area the division the adviser works in
 */
public record Adviser(Post post, @Nullable Station station, Division area) {}
