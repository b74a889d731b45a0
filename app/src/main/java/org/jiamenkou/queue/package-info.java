/**
 * One fair queue: places people come to, slots and bookings, tickets and calling, the wait that is shown and the wait that
 * happened (M-021, M-062, M-072, M-112).
 *
 * <p><b>Invariants.</b> A number is given once per place and day, and every number given out is issued, reserved or voided with
 * a reason. Who is called next is decided by the written order ({@link org.jiamenkou.queue.rules.CallingOrder}), under the lock of
 * the place's day, so that two workers never get the same ticket. Everyone who holds a number of the day is served (不得限号).
 * Nobody is booked twice into one place of a slot, and no slot beyond its capacity.
 *
 * <p><b>Changes published.</b> {@code PlacesLoaded}, {@code TicketsMoved}: consumed by the screens of every node.
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
