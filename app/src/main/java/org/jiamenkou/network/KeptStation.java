package org.jiamenkou.network;

import org.jiamenkou.access.Actor;

/** A station as somebody on the staff looks at it: the subject of blocks that higher modules put on its desk page. */
public record KeptStation(Station station, Actor actor) {}
