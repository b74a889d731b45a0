package org.jiamenkou.queue.web;

import org.jiamenkou.queue.Booking;

/** A booking with its person, masked, as a list shows it. */
public record FoundBooking(Booking booking, String name, String phones) {}
