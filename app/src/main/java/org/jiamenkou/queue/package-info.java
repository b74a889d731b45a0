/**
 * One fair queue: places people come to, slots and bookings, tickets and calling, the wait that is shown and the wait that
 * happened (M-062, M-072, M-112).
 *
 * <p><b>Invariants.</b> A number is given once per place and day, and every number given out is on a ticket. Who is called next is decided by the written order ({@link org.jiamenkou.queue.rules.CallingOrder}), under the lock of
 * the place's day, so that two workers never get the same ticket. Everyone who holds a number of the day is served (不得限号).
 * Nobody is booked twice into one place of a slot, and no slot beyond its capacity: seats
 * are decided under the slot's lock by {@link org.jiamenkou.queue.BookingWriter}, which writes all who wait at the same instant in
 * one transaction; an acknowledged booking is in the database, and the same key of the same actor is the same booking.
 *
 * <p><b>Changes published.</b> {@code PlacesLoaded}, {@code TicketsMoved}: consumed by the screens of every node.
 * {@code BookingsChanged} (one per batch, whatever its size), {@code BookingsMissed}, {@code SlotsRemoved}, {@code SlotPlanChanged},
 * {@code WaitingListMoved}: awaiting the figures of a hall.
 *
 * <p><b>Edges.</b> catalogue, registry.
 */
@NullMarked
@ModuleEdges(
        floor = 5,
        imports = {"catalogue", "registry"})
package org.jiamenkou.queue;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
