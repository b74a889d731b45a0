package org.jiamenkou.network;

import java.util.UUID;

/** Two facilities of one type close together in one subdistrict (M-031): ids of stations or, for {@code facility/…} types, of facilities. */
public record Overlap(String type, UUID first, UUID second, int metres) {}
