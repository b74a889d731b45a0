package org.jiamenkou.network;

/** A station and how far away it is along the great circle. */
public record Nearby(Station station, int metres) {}
