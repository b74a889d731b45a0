package org.jiamenkou.queue.web;

import org.jiamenkou.queue.HallFigures;
import org.jiamenkou.queue.QueuePlace;

/** A hall and its day. */
public record HallLine(QueuePlace place, HallFigures figures) {}
