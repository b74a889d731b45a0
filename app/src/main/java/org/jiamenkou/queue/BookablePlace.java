package org.jiamenkou.queue;

/** A place that gives out time for an item, with the plan by which it does. */
public record BookablePlace(QueuePlace place, SlotPlan plan) {}
