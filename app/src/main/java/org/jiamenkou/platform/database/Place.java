package org.jiamenkou.platform.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a row belongs, for rights and for distribution.
 *
 * @param areaId the most specific division (a committee, or the subdistrict itself, or a district)
 * @param subdistrictId the subdistrict above it; null above subdistrict level
 */
public record Place(UUID areaId, @Nullable UUID subdistrictId) {}
