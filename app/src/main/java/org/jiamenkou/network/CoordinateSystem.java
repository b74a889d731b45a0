package org.jiamenkou.network;

/** Which system coordinates are in. Inside it is always {@link #WGS84}; others arrive and leave converted. */
public enum CoordinateSystem {
    WGS84,
    GCJ02,
    CGCS2000
}
